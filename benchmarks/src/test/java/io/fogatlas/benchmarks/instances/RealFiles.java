package io.fogatlas.benchmarks.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the real network files, which licences keep out of this repository: in the folder that the system property
 * {@code fogatlas.instances} names, otherwise in {@code shared/instances} beside the repository or above it.
 */
final class RealFiles {
    private static final Optional<Path> FOLDER = find();

    private RealFiles() {}

    /** Skips the tests that need the files where they are not, unless {@code -Dfogatlas.it.required=true} demands them. */
    static void needed() {
        assertThat(FOLDER.isPresent() || !Boolean.getBoolean("fogatlas.it.required"))
                .as("the real network files are required, but there is no shared/instances above the working directory")
                .isTrue();
        assumeTrue(FOLDER.isPresent(), "the real network files are not there");
    }

    static Path file(String path) {
        return FOLDER.orElseThrow().resolve(path);
    }

    private static Optional<Path> find() {
        String given = System.getProperty("fogatlas.instances", "");
        Path start = Path.of("").toAbsolutePath();
        Stream<Path> candidates = given.isEmpty()
                ? Stream.iterate(start, path -> path != null, Path::getParent)
                        .map(path -> path.resolve("shared").resolve("instances"))
                : Stream.of(Path.of(given));
        Optional<Path> found = candidates
                .filter(path -> Files.isRegularFile(path.resolve("topologyzoo").resolve("index.csv")))
                .findFirst();
        if (found.isEmpty()) {
            System.getLogger(RealFiles.class.getName())
                    .log(
                            Level.WARNING,
                            "skipped: tests on real network files, which are not in "
                                    + (given.isEmpty() ? "shared/instances above " + start : given));
        }
        return found;
    }
}
