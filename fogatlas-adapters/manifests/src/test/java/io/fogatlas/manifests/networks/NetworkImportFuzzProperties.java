package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.manifests.ManifestException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No input makes an importer throw anything but its documented exception, and every refusal names the file. */
final class NetworkImportFuzzProperties {
    private static final List<String> FILES =
            List.of("valley.graphml", "drawing.graphml", "triangle.json", "ring.graph");

    /** What files are broken with: numbers at and beyond every edge, and the syntax of every format. */
    private static final List<String> INTERESTING = List.of(
            "",
            "0",
            "-1",
            "999999999",
            "9223372036854775808",
            "1e99",
            "1e-99",
            "NaN",
            "-Infinity",
            "0x1p3",
            "91",
            "null",
            "true",
            "[]",
            "{}",
            "\"",
            "{",
            "[",
            "<",
            ">",
            "</node>",
            "<graph>",
            "&amp;",
            "&x;",
            "<!DOCTYPE a>",
            "]]>",
            "\n",
            " ",
            "\0",
            "\ufeff",
            "NODES",
            "EDGES 1",
            "id",
            "north",
            "d1",
            "source",
            "Trento");

    /** A place where a file is broken: how much of it is replaced by what. */
    record Break(double at, int length, String replacement) {}

    @Property(tries = 2000)
    void brokenFilesAreImportedOrRefused(
            @ForAll("files") String file,
            @ForAll("breaks") List<Break> breaks,
            @ForAll("options") ImportOptions options) {
        StringBuilder text = new StringBuilder(Imports.resource(file));
        for (Break one : breaks) {
            int start = (int) (one.at() * text.length());
            text.replace(start, Math.min(text.length(), start + one.length()), one.replacement());
        }

        importsOrRefuses(NetworkFile.of(file, text.toString().getBytes(StandardCharsets.UTF_8)), options);
    }

    @Property(tries = 500)
    void truncatedFilesAreImportedOrRefused(@ForAll("files") String file, @ForAll("shares") double share) {
        byte[] bytes = Imports.resource(file).getBytes(StandardCharsets.UTF_8);
        byte[] start = java.util.Arrays.copyOf(bytes, (int) (share * bytes.length));

        importsOrRefuses(NetworkFile.of(file, start), ImportOptions.defaults());
    }

    @Property(tries = 500)
    void arbitraryBytesAreImportedOrRefused(@ForAll("files") String file, @ForAll byte[] bytes) {
        importsOrRefuses(NetworkFile.of(file, bytes), ImportOptions.defaults());
    }

    private static void importsOrRefuses(NetworkFile file, ImportOptions options) {
        for (NetworkFormat format : NetworkFormat.values()) {
            try {
                ImportedNetwork network = NetworkImport.read(format, List.of(file), options);
                assertThat(network.infrastructure()).isPresent();
            } catch (ManifestException refusal) {
                assertThat(refusal.problems())
                        .isNotEmpty()
                        .allMatch(problem -> problem.file().equals(file.name()))
                        .noneMatch(problem -> problem.toString().contains("\n"));
            }
        }
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(FILES);
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.doubles().between(0, 1);
    }

    @Provide
    Arbitrary<List<Break>> breaks() {
        Arbitrary<Break> one = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of(INTERESTING))
                .as(Break::new);
        return one.list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<ImportOptions> options() {
        return Arbitraries.of(
                ImportOptions.defaults(),
                ImportOptions.builder()
                        .mergeDirections(false)
                        .tiers(3)
                        .endpointPerRegion(true)
                        .build(),
                ImportOptions.builder()
                        .latencyFactor(1000)
                        .moduleCount(1_000_000)
                        .capacityUnitBps(1L << 53)
                        .build(),
                ImportOptions.builder()
                        .coordinates(CoordinateReading.DEGREES_MINUTES)
                        .nanosPerKm(1_000_000)
                        .build());
    }
}
