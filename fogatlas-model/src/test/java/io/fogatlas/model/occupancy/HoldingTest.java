package io.fogatlas.model.occupancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class HoldingTest {
    private static final PodAffinity ALONE = PodAffinity.with(LabelSelector.EVERYTHING);
    private final Infrastructure infrastructure = Infrastructure.builder()
            .add(Region.builder("slow").mipsPerCore(500).build())
            .add(Region.builder("fast").mipsPerCore(3000).build())
            .add(ComputeNode.builder("n1", "slow").build())
            .add(ComputeNode.builder("n2", "fast").build())
            .add(Link.builder("l1", "slow", "fast").build())
            .build();
    private final Application application = Application.builder(new ApplicationId("shop", "web"))
            .add(Microservice.builder("front")
                    .requirements(new Requirements(
                            1000, Resources.builder().memoryBytes(64).build()))
                    .addDemand(RegionDemand.in("slow", 2))
                    .addDemand(RegionDemand.in("fast", 1))
                    .addLabel("app", "front")
                    .build())
            .add(Microservice.builder("back").addAntiAffinity(ALONE).build())
            .add(DataFlow.builder("front", "back").name("call").bandwidthBps(5).build())
            .add(DataFlow.builder("back", "front").name("reply").bandwidthBps(7).build())
            .build();

    @Test
    void isTheBandwidthOnEveryLinkAndTheReplicasWithWhatEachTakesThere() {
        Placement placement = new Placement(
                Map.of(
                        "front",
                        List.of(new Assignment("slow", 2, Map.of("n1", 2)), new Assignment("fast", 1, Map.of("n2", 1))),
                        "back",
                        List.of(new Assignment("fast", 1, Map.of("n2", 1)))),
                List.of(
                        new Route("call", "slow", "fast", List.of("l1")),
                        new Route("call", "fast", "fast", List.of()),
                        new Route("reply", "fast", "slow", List.of("l1"))));

        Holding holding = Holding.of(infrastructure, application, placement);

        assertThat(holding.bandwidthBpsByLink()).containsExactly(entry("l1", 12L));
        assertThat(holding.replicas())
                .containsExactlyInAnyOrder(
                        front("slow", Map.of("n1", 2), 2000),
                        front("fast", Map.of("n2", 1), 334),
                        new ReplicaGroup(
                                "shop",
                                Map.of(),
                                List.of(ALONE),
                                "fast",
                                Map.of("n2", 1),
                                Resources.builder().podSlots(1).build()));
    }

    @Test
    void goesThroughItsLinksInOrderOfTheirIdsHoweverTheyAreGiven() {
        Map<String, Long> given = new LinkedHashMap<>();
        List.of("b", "a", "d", "c").forEach(link -> given.put(link, 1L));

        assertThat(new Holding(given, List.of()).bandwidthBpsByLink().keySet()).containsExactly("a", "b", "c", "d");
        assertThat(new Holding(new TreeMap<>(given), List.of())
                        .bandwidthBpsByLink()
                        .keySet())
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void isNothingForAnEmptyPlacement() {
        Placement nowhere = new Placement(Map.of(), List.of());

        assertThat(Holding.of(infrastructure, application, nowhere)).isEqualTo(Holding.NONE);
    }

    private static ReplicaGroup front(String region, Map<String, Integer> onNodes, long cpuMillis) {
        Resources each = Resources.builder()
                .cpuMillis(cpuMillis)
                .memoryBytes(64)
                .podSlots(1)
                .build();
        return new ReplicaGroup("shop", Map.of("app", "front"), List.of(), region, onNodes, each);
    }
}
