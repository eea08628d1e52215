package io.fogatlas.placement.verification;

import static io.fogatlas.placement.verification.ThreeRegions.CLOUD;
import static io.fogatlas.placement.verification.ThreeRegions.EDGE;
import static io.fogatlas.placement.verification.ThreeRegions.FOG;
import static io.fogatlas.placement.verification.ThreeRegions.flow;
import static io.fogatlas.placement.verification.ThreeRegions.link;
import static io.fogatlas.placement.verification.ThreeRegions.mips;
import static io.fogatlas.placement.verification.ThreeRegions.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What vertices ask of each other by data flows. */
final class FlowConditionsTest {
    private static Microservice in(String name, String... regions) {
        return Microservice.builder(name)
                .addRegionConstraint(new RegionConstraint.AllowedRegions(Set.of(regions)))
                .build();
    }

    private static Microservice pinned(String name, String region) {
        return Microservice.builder(name).addDemand(RegionDemand.in(region, 1)).build();
    }

    private static List<String> broken(ThreeRegions built) {
        return broken(built.request().build());
    }

    private static List<String> broken(PlacementRequest request) {
        return NecessaryConditions.broken(request).stream()
                .map(reason -> reason.microservice() + "|" + reason.text())
                .toList();
    }

    @Test
    void tellsTheBestLatencyOfAFlowToAPinnedMicroservice() {
        assertThat(broken(ThreeRegions.withoutNodes()
                        .with(pinned("driver", CLOUD))
                        .with(flow("cam1", "driver", 5_000, 20))))
                .containsExactly("driver|region 001-001: data flow 'cam1->driver' from 'cam1' in region '003-003'"
                        + " takes 100 ms at best, its bound is 20 ms; a latency bound of 100 ms would do");
    }

    @Test
    void takesTheDetourThatIsFasterOrHasMoreBandwidth() {
        // 20 Mbit/s fit on link3 only, which leads to the fog, and no further.
        assertThat(broken(ThreeRegions.withoutNodes()
                        .with(pinned("driver", CLOUD))
                        .with(flow("cam1", "driver", 20_000, 0))))
                .contains("driver|region 001-001: data flow 'cam1->driver' from 'cam1' in region '003-003'"
                        + " finds no path with 20 Mbit/s free; the widest has 10 Mbit/s");
        assertThat(broken(ThreeRegions.withoutNodes()
                        .with(link("bypass", FOG, CLOUD, 1000, 2).build())
                        .with(pinned("driver", CLOUD))
                        .with(flow("cam1", "driver", 20_000, 12))))
                .isEmpty();
    }

    @Test
    void findsARegionThatNoLinkLeadsTo() {
        assertThat(broken(ThreeRegions.withoutNodes()
                        .with(Region.builder("island").build())
                        .with(link("dark", "island", FOG, 10, 1).up(false).build())
                        .with(link("oneWay", "island", FOG, 10, 1)
                                .directed(true)
                                .build())
                        .with(pinned("driver", "island"))
                        .with(flow("driver", "cam2", 1, 0))
                        .with(flow("cam1", "driver", 1, 0))))
                .containsExactly("driver|region island: data flow 'cam1->driver' from 'cam1' in region '003-003'"
                        + " finds no path over links that are up");
    }

    @Test
    void tellsOfEachRegionWhichRuleItBreaks() {
        assertThat(broken(ThreeRegions.withNodes()
                        .with(Microservice.builder("driver")
                                .requirements(mips(20_000))
                                .build())
                        .with(flow("cam1", "driver", 5_000, 20))
                        .with(flow("driver", "sens1", 100, 60))))
                .containsExactly(
                        "driver|no region can take a replica; what is lacking, by regions:"
                                + " data flow 'driver->sens1' in 1, cpu in 1, data flow 'cam1->driver' in 1",
                        "driver|region 002-002: data flow 'driver->sens1' to 'sens1' in region '001-001'"
                                + " takes 100 ms at best, its bound is 60 ms; a latency bound of 100 ms would do",
                        "driver|region 003-003: there is room for 0 of 1 replicas: each needs 20000 MIPS (4000m CPU),"
                                + " the largest free part is 2000m CPU; +10000 MIPS (2000m CPU) on node 'edge' would do",
                        "driver|region 001-001: data flow 'cam1->driver' from 'cam1' in region '003-003'"
                                + " takes 100 ms at best, its bound is 20 ms; a latency bound of 100 ms would do");
    }

    @Test
    void followsFlowsFromOneMicroserviceToTheNext() {
        // driver must stay near the camera, processor near the driver; analytics may only run in the cloud.
        ThreeRegions line = ThreeRegions.withoutNodes()
                .with(in("driver", EDGE, FOG, CLOUD))
                .with(in("processor", EDGE, FOG, CLOUD))
                .with(in("analytics", CLOUD))
                .with(flow("cam1", "driver", 1, 20))
                .with(flow("driver", "processor", 1, 20));

        assertThat(broken(line.with(flow("processor", "analytics", 1, 20)))).hasSize(4);
        assertThat(broken(ThreeRegions.withoutNodes()
                        .with(in("driver", EDGE, FOG, CLOUD))
                        .with(in("processor", EDGE, FOG, CLOUD))
                        .with(in("analytics", CLOUD))
                        .with(flow("cam1", "driver", 1, 20))
                        .with(flow("driver", "processor", 1, 20))
                        .with(flow("processor", "analytics", 1, 100))))
                .isEmpty();
    }

    @Test
    void findsTwoEndpointsThatAFlowCannotJoin() {
        assertThat(broken(
                        ThreeRegions.withoutNodes().with(pinned("driver", FOG)).with(flow("cam1", "sens1", 1, 50))))
                .containsExactly("|external endpoint 'cam1' in region 003-003: data flow 'cam1->sens1' to 'sens1'"
                        + " in region '001-001' takes 100 ms at best,"
                        + " its bound is 50 ms; a latency bound of 100 ms would do");
    }

    @Test
    void letsTheRoutesEndInOneOfSeveralAssignmentsOfTheDestination() {
        // The camera reaches the edge; nothing need reach the Assignment in the cloud. Its own flow must arrive,
        // though.
        Microservice both = Microservice.builder("driver")
                .addDemand(RegionDemand.in(EDGE, 1))
                .addDemand(RegionDemand.in(CLOUD, 1))
                .build();

        assertThat(broken(ThreeRegions.withoutNodes().with(both).with(flow("cam1", "driver", 1, 20))))
                .isEmpty();
        assertThat(broken(ThreeRegions.withoutNodes().with(both).with(flow("driver", "cam1", 1, 20))))
                .containsExactly("driver|region 001-001: data flow 'driver->cam1' to 'cam1' in region '003-003'"
                        + " takes 100 ms at best, its bound is 20 ms; a latency bound of 100 ms would do");
        assertThat(broken(ThreeRegions.withoutNodes().with(both).with(flow("broker1", "driver", 1, 5))))
                .containsExactly("|external endpoint 'broker1' in region 002-002:"
                        + " data flow 'broker1->driver' to 'driver' in any of 2 regions takes 10 ms at best,"
                        + " its bound is 5 ms; a latency bound of 10 ms would do");
    }

    @Test
    void tellsOfManyRegionsTheCountsAndTheNearest() {
        ThreeRegions many = ThreeRegions.withNodes();
        IntStream.range(0, 100)
                .forEach(number -> many.with(Region.builder("r" + number).build())
                        .with(node("n" + number, "r" + number, 100 + number, 100)
                                .build()));

        List<String> reasons = broken(many.with(Microservice.builder("driver")
                .requirements(
                        new Requirements(0, Resources.builder().cpuMillis(4000).build()))
                .build()));

        assertThat(reasons).hasSize(6);
        assertThat(reasons.get(0))
                .isEqualTo("driver|no region can take a replica; what is lacking, by regions: cpu in 103");
        assertThat(reasons.get(1)).startsWith("driver|region 002-002:");
        assertThat(reasons.get(4)).startsWith("driver|region r99:");
    }

    /** A ring of 10,000 regions with 25,000 links and 100 microservices in a line from one endpoint to another. */
    @Test
    void copesWithTenThousandRegions() {
        ThreeRegions wide = ThreeRegions.withoutNodes();
        int size = 10_000;
        IntStream.range(0, size)
                .forEach(number -> wide.with(Region.builder("r" + number).build())
                        .with(node("n" + number, "r" + number, 4000, 4000).build()));
        wide.with(link("in", EDGE, "r0", 1000, 1).build());
        for (int number = 0; number < size; number++) {
            wide.with(link("a" + number, "r" + number, "r" + (number + 1) % size, 1000, 1)
                    .build());
            wide.with(link("b" + number, "r" + number, "r" + (number + 7) % size, 500, 5)
                    .build());
            if (number % 2 == 0) {
                wide.with(link("c" + number, "r" + number, "r" + (number * 37L + 11) % size, 100, 20)
                        .build());
            }
        }
        List<String> names = new ArrayList<>(List.of("cam1"));
        IntStream.range(0, 100).forEach(number -> {
            wide.with(Microservice.builder("m" + number).requirements(mips(100)).build())
                    .with(flow(names.get(names.size() - 1), "m" + number, 1000, 3));
            names.add("m" + number);
        });

        assertThat(broken(wide.with(flow("m99", "cam2", 1000, 3)))).isEmpty();
        // In 100 steps of 3 ms at most one gets nowhere near half the ring's shortest way back in 1 ms without a node
        // at the edge.
        assertThat(broken(wide.with(pinned("last", "r5000"))
                        .with(flow("m99", "last", 1000, 3))
                        .with(flow("last", "cam2", 1000, 1))))
                .hasSize(1)
                .first()
                .asString()
                .matches("last.region r5000: data flow 'm99->last' from 'm99' in any of . regions"
                        + " takes .. ms at best, its bound is 3 ms; a latency bound of .. ms would do");
    }
}
