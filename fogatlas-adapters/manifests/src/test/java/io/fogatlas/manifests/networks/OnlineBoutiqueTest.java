package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fogatlas.manifests.ManifestException;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.fixtures.RealFiles;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Imports the objects of network-aware scheduling for the Online Boutique, and the other examples of their authors. */
final class OnlineBoutiqueTest {
    private static final String APP_GROUP = "diktyo-onlineBoutique-appGroup-example.yaml";

    @BeforeAll
    static void needsTheRealFiles() {
        RealFiles.needed();
    }

    @Test
    void has11WorkloadsAnd28DependenciesInBothDirectionsOf15Pairs() {
        Application shop = application(read(ImportOptions.defaults(), APP_GROUP));

        assertThat(shop.microservices()).hasSize(11);
        assertThat(shop.flows()).hasSize(28).allMatch(flow -> flow.bandwidthBps() == 100L << 20);
        assertThat(pairs(shop)).hasSize(15);
        assertThat(shop.flows()).noneMatch(DataFlow::hasLatencyBound);
    }

    @Test
    void has15FlowsWhereOppositeDependenciesAreMerged() {
        ImportOptions options = ImportOptions.builder()
                .mergeDependencies(true)
                .networkCostAsMillis(true)
                .build();

        Application shop = application(read(options, APP_GROUP));

        assertThat(shop.flows()).hasSize(15).allMatch(flow -> flow.latencyBoundMicros() == 80_000);
        assertThat(pairs(shop)).hasSize(15);
    }

    @Test
    void takesRequestsFromTheDeploymentsOfTheKubernetesManifest() {
        ImportedNetwork imported = read(ImportOptions.defaults(), APP_GROUP, "kubernetes-manifests.yaml");
        Application shop = application(imported);

        long cpuMillis = shop.microservices().stream()
                .mapToLong(microservice -> microservice.requirements().request().cpuMillis())
                .sum();
        long memoryBytes = shop.microservices().stream()
                .mapToLong(microservice -> microservice.requirements().request().memoryBytes())
                .sum();
        assertThat(shop.microservices()).hasSize(11);
        // All twelve Deployments request 1570m and 1368Mi; the load generator, 300m and 256Mi of it, is no workload.
        assertThat(cpuMillis).isEqualTo(1570 - 300);
        assertThat(memoryBytes).isEqualTo((1368L - 256) << 20);
        assertThat(imported.notes())
                .contains("Deployments that no AppGroup names, left out: 1")
                .noneMatch(note -> note.startsWith("workloads without Deployment"));
    }

    @Test
    void bothFormsOfTheTopologyExampleAreTheSameNetwork() {
        ImportedNetwork fitting = read(ImportOptions.defaults(), "diktyo-networkTopology-example.yaml");
        ImportedNetwork other = read(ImportOptions.defaults(), "networkTopology-example.yaml");

        assertThat(other.infrastructure()).isEqualTo(fitting.infrastructure());
        assertThat(Imports.infrastructure(fitting).regions()).hasSize(6);
        assertThat(Imports.infrastructure(fitting).links()).hasSize(3);
    }

    @Test
    void namesTheLineWhereTheExampleOfSchedulerPluginsIsNoYaml() {
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> read(ImportOptions.defaults(), "onlineBoutique-appGroup-example.yaml"))
                .withMessageMatching(".*onlineBoutique-appGroup-example.yaml:(79|80): .*");
    }

    private static ImportedNetwork read(ImportOptions options, String... names) {
        List<NetworkFile> files = Stream.of(names)
                .map(name -> NetworkFile.of(RealFiles.file("online-boutique/" + name)))
                .toList();
        return NetworkImport.read(files, options);
    }

    private static Application application(ImportedNetwork imported) {
        return imported.applications().get(0).application();
    }

    private static Set<Set<String>> pairs(Application application) {
        return application.flows().stream()
                .map(flow -> Set.of(flow.source(), flow.destination()))
                .collect(Collectors.toSet());
    }
}
