package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    static ImportedNetwork read(String path) {
        return NetworkImport.read(NetworkFile.of(file(path)), ImportOptions.defaults());
    }

    /** Reads a table with a heading: each row by column. */
    static List<Map<String, String>> table(String path) throws IOException {
        List<String> lines = Files.readAllLines(file(path));
        String[] columns = lines.get(0).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> row(columns, line.split(",", -1)))
                .toList();
    }

    private static Map<String, String> row(String[] columns, String[] values) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 0; column < columns.length; column++) {
            row.put(columns[column], values[column]);
        }
        return row;
    }

    private static Optional<Path> find() {
        String given = System.getProperty("fogatlas.instances", "");
        Path start = Path.of("").toAbsolutePath();
        Stream<Path> candidates = given.isEmpty()
                ? Stream.iterate(start, path -> path != null, Path::getParent)
                        .map(path -> path.resolve("shared").resolve("instances"))
                : Stream.of(Path.of(given));
        Optional<Path> found = candidates
                .filter(path -> Files.isRegularFile(path.resolve("repetita").resolve("index.csv")))
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
