package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.manifests.ManifestException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No input makes an importer throw anything but its documented exception, and every refusal names the file. */
final class NetworkImportFuzzProperties {
    private static final List<String> FILES = List.of(
            "valley.graphml",
            "drawing.graphml",
            "triangle.json",
            "ring.graph",
            "appgroup.yaml",
            "topology.yaml",
            "deployments.yaml");

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
            "Trento",
            "- ",
            "{",
            ": ",
            "&a",
            "*a",
            "<<: *a",
            "workload",
            "5Mi",
            "web",
            "apps/v1");

    private static final byte[] GROUP = Imports.resource("appgroup.yaml").getBytes(StandardCharsets.UTF_8);

    /** A place where a file is broken: how much of it is replaced by what. */
    record Break(double at, int length, String replacement) {}

    @Property(tries = 800)
    void brokenFilesAreImportedOrRefused(
            @ForAll("files") String file,
            @ForAll("breaks") List<Break> breaks,
            @ForAll("options") ImportOptions options) {
        StringBuilder text = new StringBuilder(Imports.resource(file));
        for (Break one : breaks) {
            int start = (int) (one.at() * text.length());
            text.replace(start, Math.min(text.length(), start + one.length()), one.replacement());
        }

        NetworkFormat format = NetworkFormat.detect(file, Imports.resource(file).getBytes(StandardCharsets.UTF_8))
                .orElse(NetworkFormat.DIKTYO);
        importsOrRefuses(NetworkFile.of(file, text.toString().getBytes(StandardCharsets.UTF_8)), format, options);
    }

    @Property(tries = 150)
    void truncatedFilesAreImportedOrRefused(@ForAll("files") String file, @ForAll("shares") double share) {
        byte[] bytes = Imports.resource(file).getBytes(StandardCharsets.UTF_8);
        byte[] start = Arrays.copyOf(bytes, (int) (share * bytes.length));

        for (NetworkFormat format : NetworkFormat.values()) {
            importsOrRefuses(NetworkFile.of(file, start), format, ImportOptions.defaults());
        }
    }

    @Property(tries = 150)
    void arbitraryBytesAreImportedOrRefused(@ForAll("files") String file, @ForAll byte[] bytes) {
        for (NetworkFormat format : NetworkFormat.values()) {
            importsOrRefuses(NetworkFile.of(file, bytes), format, ImportOptions.defaults());
        }
    }

    private static void importsOrRefuses(NetworkFile file, NetworkFormat format, ImportOptions options) {
        List<NetworkFile> files =
                format == NetworkFormat.DIKTYO ? List.of(file, NetworkFile.of("group", GROUP)) : List.of(file);
        try {
            ImportedNetwork network = NetworkImport.read(format, files, options);
            assertThat(network.infrastructure().isPresent()
                            || !network.applications().isEmpty())
                    .isTrue();
        } catch (ManifestException refusal) {
            assertThat(refusal.problems())
                    .isNotEmpty()
                    .allMatch(problem -> problem.file().startsWith(file.name())
                            || problem.file().equals("group"))
                    .noneMatch(problem -> problem.toString().contains("\n"));
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
