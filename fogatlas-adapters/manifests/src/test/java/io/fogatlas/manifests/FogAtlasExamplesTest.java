package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Location;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Occupancy;
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
}
