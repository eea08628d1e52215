package io.fogatlas.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceCommitTest {
    @Test
    void saysNothingOfAPlaceOutsideARepositoryOfThisProject(@TempDir Path directory) throws Exception {
        assertThat(SourceCommit.text(directory)).isEqualTo("unknown");
        assertThat(SourceCommit.text(directory.resolve("benchmarks.jar"))).isEqualTo("unknown");
    }

    @Test
    void findsTheCommitOfTheRepositoryItWasBuiltIn() {
        assumeThat(Files.exists(Path.of("../.git")))
                .as("the tests run in a clone of the repository")
                .isTrue();

        assertThat(SourceCommit.text()).matches("[0-9a-f]{40} of \\d{4}-.*");
    }
}
