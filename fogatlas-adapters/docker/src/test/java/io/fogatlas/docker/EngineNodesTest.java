package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.infrastructure.ComputeNode;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EngineNodesTest {
    private final TwoEngines engines = new TwoEngines();

    @Test
    void offersWhatIsLeftOfAMachine() {
        engines.cloud
                .on(new EngineFacts("big", 8, 16L << 30, "aarch64", "linux", Map.of("rack", "7")))
                .foreign("somebody");
        Shop shop = new Shop("shop")
                .sleeping("web", "resources: {limits: {cpu: 500m, memory: 1Gi}}")
                .in("web", "cloud", 2);
        engines.apply(shop);

        ComputeNode cloud =
                EngineNodes.of(engines.fleet(), "zone", Set.of()).nodes().get(0);
        ComputeNode again = EngineNodes.of(engines.fleet(), "zone", Set.of(shop.id()))
                .nodes()
                .get(0);

        assertThat(cloud.name()).isEqualTo("cloud");
        assertThat(cloud.regionId()).isEqualTo("cloud");
        assertThat(cloud.labels())
                .containsEntry("zone", "cloud")
                .containsEntry("rack", "7")
                .containsEntry("kubernetes.io/arch", "arm64")
                .containsEntry("kubernetes.io/os", "linux")
                .containsEntry("kubernetes.io/hostname", "big");
        assertThat(cloud.allocatable().cpuMillis()).isEqualTo(8000 - 250 - 1000);
        assertThat(cloud.allocatable().memoryBytes()).isEqualTo(13L << 30);
        assertThat(cloud.allocatable().podSlots()).isEqualTo(107);
        assertThat(again.allocatable().cpuMillis()).isEqualTo(8000 - 250);
    }

    @Test
    void saysWhatIsNotCounted() {
        engines.apply(new Shop("shop").sleeping("web", "").in("web", "edge", 1));
        engines.cloud.stopAfter(0);
        Fleet one = new Fleet(
                Map.of(
                        "edge", EngineAddress.of(URI.create("unix:///a")),
                        "fog", EngineAddress.of(URI.create("unix:///a")),
                        "lost", EngineAddress.of(URI.create("unix:///b"))),
                (region, address) -> {
                    if (region.equals("lost")) {
                        throw new EngineException(EngineException.Kind.UNREACHABLE, "lost does not answer");
                    }
                    return engines.edge;
                });

        EngineNodes.Found found = EngineNodes.of(one, "region", Set.of());

        assertThat(found.nodes()).extracting(ComputeNode::regionId).containsExactly("edge");
        assertThat(found.warnings())
                .satisfiesExactly(
                        lost -> assertThat(lost).isEqualTo("lost does not answer"),
                        shared -> assertThat(shared)
                                .isEqualTo("The regions [edge, fog] have one engine, which is counted for 'edge'."),
                        unbound -> assertThat(unbound)
                                .startsWith("The container 'default.shop.web.edge-1-")
                                .endsWith(
                                        "' in region 'edge' has no bound of its CPU and memory, so what it takes of it is"
                                                + " not counted."));
    }
}
