package io.fogatlas.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.manifests.Manifests;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Snapshot;
import io.fogatlas.orchestration.Deployable;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ClusterSourceIT {
    private static final String NAMESPACE = "fogatlas-source-it";
    private static final Path EXAMPLE = Path.of("..", "cli", "examples", "fogatlas");

    private static Optional<RealCluster> opened = Optional.empty();

    private RealCluster real;

    @BeforeAll
    static void open() {
        opened = Optional.of(RealCluster.open(NAMESPACE));
    }

    @AfterAll
    static void close() {
        opened.ifPresent(RealCluster::close);
    }

    @BeforeEach
    void applyTheExample() throws IOException {
        real = opened.orElseThrow();
        real.clean();
        for (String file : List.of("region.yaml", "link.yaml", "externalendpoint.yaml", "fadepl-dag.yaml")) {
            real.apply(Files.readString(EXAMPLE.resolve(file))
                    .replace("  finalizers:\n  - finalizer.fogatlas.fbk.eu\n", ""));
        }
        real.node("it-source-cloud", "001-001", "8", "16Gi");
        real.node("it-source-trento", "002-002", "4", "8Gi");
        real.node("it-source-povo", "003-003", "4", "8Gi");
    }

    @Test
    void followsTheCluster() {
        try (Cluster cluster = RealCluster.connect();
                ClusterSource source = ClusterSource.watch(cluster, ComputeNode.REGION_LABEL)) {
            Manifests first = source.current();
            assertThat(first.infrastructure().regions())
                    .extracting(Region::id)
                    .containsExactlyInAnyOrder("001-001", "002-002", "003-003");
            assertThat(first.infrastructure().links()).hasSize(3);
            assertThat(first.infrastructure().nodes())
                    .extracting(ComputeNode::name)
                    .contains("it-source-povo");
            assertThat(first.applications()).hasSize(1);

            real.node("it-source-late", "003-003", "1", "1Gi");

            RealCluster.await(
                    "the new node is seen",
                    () -> source.current()
                            .infrastructure()
                            .node("it-source-late")
                            .isPresent());
        }
    }

    @Test
    void fogAtlasExampleGoesFromTheClusterToItsNodes() {
        try (Cluster cluster = RealCluster.connect();
                ClusterSource source = ClusterSource.watch(cluster, ComputeNode.REGION_LABEL)) {
            Manifests manifests = source.current();
            ApplicationManifest manifest = manifests.applications().get(0);
            Deployable deployable = placed(manifests, manifest);

            try (KubernetesTarget target =
                    new KubernetesTarget(RealCluster.connect(), List.of(manifest), ComputeNode.REGION_LABEL)) {
                target.apply(deployable, Duration.ofSeconds(60), DeploymentListener.NONE);
                assertThat(target.plan(deployable).steps()).isEmpty();
            }

            assertThat(regionByMicroservice())
                    .isEqualTo(deployable.placement().assignments().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    each -> each.getValue().get(0).region())));
            RealCluster.await(
                    "the bookings are seen",
                    () -> source.current()
                            .occupancy()
                            .byApplication()
                            .getOrDefault(manifest.application().id(), Holding.NONE)
                            .bandwidthBpsByLink()
                            .equals(Map.of("link1", 100_000L, "link3", 100_000L)));
            RealCluster.await(
                    "the Pods are seen",
                    () -> source.current()
                                    .occupancy()
                                    .byApplication()
                                    .getOrDefault(manifest.application().id(), Holding.NONE)
                                    .replicas()
                                    .size()
                            == 5);
            assertThat(source.current().occupancy().others().bandwidthBpsByLink())
                    .isEmpty();
        }
    }

    private static Deployable placed(Manifests manifests, ApplicationManifest manifest) {
        Decision decision = PlacementEngine.withInstalledAlgorithms()
                .place(PlacementRequest.builder(
                                new Snapshot(manifests.infrastructure(), manifests.occupancy(), 0),
                                manifest.application())
                        .build());
        return new Deployable(
                manifests.infrastructure(),
                manifest.application(),
                decision.placement().orElseThrow());
    }

    private Map<String, String> regionByMicroservice() {
        Map<String, String> regionByNode = real.client().nodes().withLabel("test", NAMESPACE).list().getItems().stream()
                .collect(Collectors.toMap(
                        node -> node.getMetadata().getName(),
                        node -> node.getMetadata().getLabels().get("region")));
        return real.client().pods().inNamespace(NAMESPACE).list().getItems().stream()
                .collect(Collectors.toMap(
                        pod -> WantedDeployment.microserviceOf(
                                pod.getMetadata().getOwnerReferences().get(0).getName()),
                        pod -> regionByNode.getOrDefault(pod.getSpec().getNodeName(), "none")));
    }
}
