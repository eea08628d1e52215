package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class HostingTreeTest {
    private static Resources resources(long cpuMillis, long mebibytes) {
        return Resources.builder()
                .cpuMillis(cpuMillis)
                .memoryBytes(mebibytes << 20)
                .podSlots(100)
                .build();
    }

    private static Application application(String microservice) {
        return Application.builder(ApplicationId.of("shop"))
                .addEndpoint("camera")
                .add(Microservice.builder(microservice)
                        .requirements(new Requirements(0, resources(500, 256)))
                        .build())
                .build();
    }

    private static Placement in(String microservice, String region, String node) {
        return new Placement(Map.of(microservice, List.of(new Assignment(region, 1, Map.of(node, 1)))), List.of());
    }

    private static List<String> lines(
            Infrastructure infrastructure, Application application, Placement placement, Occupancy after) {
        return HostingTree.lines(infrastructure, application, placement, after, UnaryOperator.identity());
    }

    private static Infrastructure.Builder cloudAndFog() {
        return Infrastructure.builder()
                .add(Region.builder("cloud").build())
                .add(Region.builder("far").tier(1).build())
                .add(Region.builder("near").tier(1).build())
                .add(Region.builder("edge").tier(2).build())
                .add(Link.builder("a", "edge", "cloud").latencyMicros(1).build())
                .add(Link.builder("b", "edge", "far").latencyMicros(9).build())
                .add(Link.builder("c", "near", "edge").latencyMicros(5).build())
                .add(Link.builder("d", "far", "cloud").build())
                .add(Link.builder("e", "cloud", "near").build())
                .add(ExternalEndpoint.of("camera", "edge"));
    }

    @Test
    void hangsRegionsOnTheNearestOfTheNextTier() {
        Infrastructure infrastructure = cloudAndFog()
                .add(ComputeNode.builder("edge-1", "edge")
                        .allocatable(resources(1000, 1024))
                        .build())
                .add(ComputeNode.builder("near-1", "near")
                        .allocatable(resources(1000, 1024))
                        .ready(false)
                        .build())
                .build();
        Occupancy others = new Occupancy(
                Map.of(),
                new Holding(
                        Map.of(),
                        List.of(new ReplicaGroup(
                                "default", Map.of(), List.of(), "edge", Map.of("edge-1", 2), resources(100, 256)))));

        assertThat(lines(infrastructure, application("detector"), in("detector", "edge", "edge-1"), others))
                .containsExactly(
                        "REGION             REPLICAS  EACH CPU  MIPS  MEMORY  NODES",
                        "cloud              tier 0  no ready node",
                        "├─ far             tier 1  no ready node",
                        "└─ near            tier 1  no ready node",
                        "   └─ edge         tier 2  CPU █████▒▒░░░  70 %  memory ███▒▒▒▒▒░░  75 %",
                        "      ├─ detector         1      500m   500   256Mi  edge-1",
                        "      └─ camera    endpoint",
                        "█ this application  ▒ others  ░ free");
    }

    @Test
    void showsOfManyRegionsThoseThatHostSomething() {
        Infrastructure.Builder builder = cloudAndFog();
        for (int number = 0; number < 300; number++) {
            builder.add(Region.builder("empty-" + number).tier(1).build());
        }

        assertThat(lines(builder.build(), application("detector"), in("detector", "cloud", "node"), Occupancy.NONE))
                .containsExactly(
                        "REGION        REPLICAS  EACH CPU  MIPS  MEMORY",
                        "cloud         tier 0",
                        "├─ detector          1      500m   500   256Mi  node",
                        "└─ edge       tier 2",
                        "   └─ camera  endpoint",
                        "compute is unlimited, since there is no Node",
                        "not shown: 302 regions that host nothing of it");
    }

    @Test
    void keepsWithinEightyColumnsWhateverTheNames() {
        String name = "東京".repeat(30) + "\u001B[31m" + "e\u0301".repeat(40);
        Infrastructure.Builder builder = Infrastructure.builder()
                .add(Region.builder("r0").name(name).build())
                .add(ComputeNode.builder(name, "r7")
                        .allocatable(resources(1000, 1024))
                        .build())
                .add(ExternalEndpoint.of("camera", "r5"));
        for (int tier = 1; tier < 8; tier++) {
            builder.add(Region.builder("r" + tier)
                            .name(name)
                            .tier(tier == 7 ? Integer.MAX_VALUE : tier)
                            .build())
                    .add(Link.builder("l" + tier, "r" + tier, "r" + (tier - 1)).build());
        }

        List<String> lines = lines(builder.build(), application(name), in(name, "r7", name), Occupancy.NONE);

        assertThat(lines)
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(80))
                .noneMatch(line -> line.contains("\u001B"));
    }
}
