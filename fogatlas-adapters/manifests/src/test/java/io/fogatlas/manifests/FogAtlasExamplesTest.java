package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Location;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Occupancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FogAtlasExamplesTest {
    @Test
    void readsTheInfrastructure() {
        Infrastructure infrastructure = Texts.examples(
                        "region.yaml", "link.yaml", "externalendpoint.yaml", "fadepl-dag.yaml")
                .infrastructure();

        assertThat(infrastructure.regions())
                .containsExactly(
                        region("001-001", "cloud", 0, new Location(46.1093567, 11.089455), "Intel i7", 50_000),
                        region("002-002", "trento", 1, new Location(46.0706631, 11.1134498), "Intel i5", 30_000),
                        region("003-003", "povo", 2, new Location(46.0656737, 11.1540153), "Intel Atom", 5_000));
        assertThat(infrastructure.links())
                .containsExactly(
                        new Link("link1", "003-003", "001-001", 10_000_000, 100_000, true, false),
                        new Link("link2", "002-002", "001-001", 10_000_000, 100_000, true, false),
                        new Link("link3", "003-003", "002-002", 100_000_000, 10_000, true, false));
        assertThat(infrastructure.endpoints())
                .extracting(ExternalEndpoint::id)
                .containsExactly("cam1", "cam2", "sens1", "broker1");
        assertThat(infrastructure.endpoint("cam2"))
                .contains(new ExternalEndpoint(
                        "cam2", "cam2", "camera", "003-003", Optional.of(new Location(46.0656737, 11.1540153))));
        assertThat(infrastructure.hasNodes()).isFalse();
    }

    private static Region region(String id, String name, int tier, Location location, String cpu, long mips) {
        return Region.builder(id)
                .name(name)
                .tier(tier)
                .location(location)
                .cpuModel(cpu)
                .mipsPerCore(mips)
                .build();
    }

    @Test
    void readsTheDagApplication() {
        Manifests manifests = Texts.examples("region.yaml", "link.yaml", "externalendpoint.yaml", "fadepl-dag.yaml");

        ApplicationManifest manifest = manifests.applications().get(0);
        Application application = manifest.application();
        assertThat(manifest.algorithm()).isEqualTo("DAG");
        assertThat(manifest.current()).isEmpty();
        assertThat(manifest.file()).isEqualTo("fadepl-dag.yaml");
        assertThat(manifest.line()).isEqualTo(1);
        assertThat(application.id()).hasToString("default/simple-app");
        assertThat(application.endpoints()).containsExactly("cam1", "cam2", "broker1", "sens1");
        assertThat(application.microservices())
                .extracting(Microservice::name)
                .containsExactly("processor", "driver1", "driver2", "driver3", "analytics");
        assertThat(application.microservice("driver1").orElseThrow().demands())
                .containsExactly(RegionDemand.in("003-003", 1));
        Microservice processor = application.microservice("processor").orElseThrow();
        assertThat(processor.demands()).containsExactly(RegionDemand.anywhere(1));
        assertThat(processor.labels()).isEqualTo(Map.of("name", "processor"));
        assertThat(processor.requirements().mips()).isZero();
        assertThat(processor.requirements().request())
                .isEqualTo(Resources.builder()
                        .cpuMillis(100)
                        .memoryBytes(400L << 20)
                        .podSlots(1)
                        .build());
        assertThat(application.flows())
                .hasSize(8)
                .startsWith(new DataFlow("cam1->driver1", "cam1", "driver1", 5_000_000, 20_000))
                .endsWith(new DataFlow("analytics->sens1", "analytics", "sens1", 100_000, 500_000));
        assertThat(manifests.occupancy()).isEqualTo(Occupancy.NONE);
        assertThat(manifests.warnings()).isEmpty();
    }

    @Test
    void readsTheSillyApplication() {
        Application application = Texts.examples(
                        "region.yaml", "link.yaml", "externalendpoint.yaml", "fadepl-silly.yaml")
                .applications()
                .get(0)
                .application();

        assertThat(application.microservice("driver").orElseThrow().demands())
                .containsExactly(RegionDemand.in("003-003", 1));
        assertThat(application.microservice("processor").orElseThrow().demands())
                .containsExactly(RegionDemand.in("002-002", 1));
    }

    @Test
    void readsWhatKubectlPrintsOfAClusterInUse() {
        Manifests manifests = new ManifestReader()
                .read(List.of(
                        Texts.example("region.yaml"),
                        Texts.example("link.yaml"),
                        Texts.example("externalendpoint.yaml"),
                        Texts.example("fadepl-dag.yaml"),
                        Source.of("-", Texts.resource("/kubernetes/list.yaml"))));

        ComputeNode node = manifests.infrastructure().node("n1").orElseThrow();
        assertThat(node.allocatable())
                .isEqualTo(new Resources(
                        2000,
                        1_999_668L << 10,
                        94_477_937_300L,
                        110,
                        Map.of("hugepages-1Gi", 0L, "hugepages-2Mi", 0L)));
        assertThat(node.ready()).isTrue();
        assertThat(node.taints()).hasSize(2);
        assertThat(manifests
                        .occupancy()
                        .byApplication()
                        .get(ApplicationId.of("simple-app"))
                        .replicas())
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.replicasByNode()).isEqualTo(Map.of("n1", 1));
                    assertThat(group.perReplica()).isEqualTo(new Resources(100, 100L << 20, 0, 1, Map.of()));
                });
        assertThat(manifests.warnings()).isEmpty();
    }
}
