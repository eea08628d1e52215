package io.fogatlas.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefinitionsIT {
    private static final String NAMESPACE = "fogatlas-crds-it";
    private static final Path EXAMPLES = Path.of("..", "cli", "examples");
    private static final String LINK = """
            {apiVersion: fogatlas.fbk.eu/v1alpha1, kind: Link, metadata: {name: l}, spec: {id: l, endpointa: a, endpointb: b,
             bandwidth: 10M, latency: 5, status: up}}
            """;
    private static final String REGION = """
            {apiVersion: fogatlas.fbk.eu/v1alpha1, kind: Region, metadata: {name: r}, spec: {id: r, name: r, tier: 0,
             location: "46.1,11.0", type: nodes, cpumodel: x, cpu2mips: 1000}}
            """;

    private static Optional<RealCluster> opened = Optional.empty();

    @BeforeAll
    static void open() {
        opened = Optional.of(RealCluster.open(NAMESPACE));
    }

    @AfterAll
    static void close() {
        opened.ifPresent(RealCluster::close);
    }

    private static void apply(String yaml) {
        opened.orElseThrow().apply(yaml.replace("  finalizers:\n  - finalizer.fogatlas.fbk.eu\n", ""));
    }

    @Test
    void acceptTheObjectsOfFogAtlas() throws IOException {
        for (String folder : List.of("fogatlas", "fogatlas-silly")) {
            try (Stream<Path> files = Files.list(EXAMPLES.resolve(folder))) {
                for (Path file : files.sorted().toList()) {
                    apply(Files.readString(file));
                }
            }
        }

        assertThat(opened.orElseThrow()
                        .get(ObjectKind.FADEPL, "simple-app")
                        .at("/spec/microservices/0/deployment/spec/template/spec/containers/0/image")
                        .asText())
                .isEqualTo("nginx:latest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bandwidth: 10M|bandwidth: -10M",
                "bandwidth: 10M|bandwidth: -1",
                "bandwidth: 10M|bandwidth: 10Mbit",
                "latency: 5|latency: 20ms",
                "latency: 5|latency: -5",
                "endpointa: a|endpointa: A_B",
                "id: l,|",
                ", status: up|",
            })
    void refuseLinksThatMakeNoSense(String right, String wrong) {
        assertRefused(LINK, right, wrong);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "location: \"46.1,11.0\"|location: somewhere",
                "location: \"46.1,11.0\"|location: \"91,0\"",
                "tier: 0|tier: -1",
                "cpu2mips: 1000|cpu2mips: 0",
                "cpu2mips: 1000|cpu2mips: -1",
                "id: r|id: \"a b\"",
            })
    void refuseRegionsThatMakeNoSense(String right, String wrong) {
        assertRefused(REGION, right, wrong);
    }

    private static void assertRefused(String object, String right, String wrong) {
        apply(object);
        String changed = object.replace(right, wrong == null ? "" : wrong);
        assertThat(changed).isNotEqualTo(object);

        KubernetesClientException refused = catchThrowableOfType(KubernetesClientException.class, () -> apply(changed));

        assertThat(refused.getCode()).isEqualTo(422);
    }
}
