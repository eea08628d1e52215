package io.fogatlas.placement.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResettlementTest {
    private static final int SERVICES = 24;
    private static final long MBPS = 1_000_000;

    /**
     * A ring of microservices fills two dear regions beside a camera; two cheap ones are further away. Whoever moves without the others pays more
     * for the ring's flows than is saved, and no region holds all.
     */
    @Test
    void movesARingToWhereOnlyAllOfItIsCheaper() {
        Infrastructure.Builder infrastructure = Infrastructure.builder();
        String[] regions = {"edge-a", "edge-b", "cloud-a", "cloud-b"};
        for (String region : regions) {
            infrastructure
                    .add(Region.builder(region)
                            .priceMicrosPerMips(region.startsWith("edge") ? 40_000 : 10_000)
                            .build())
                    .add(ComputeNode.builder("n-" + region, region)
                            .allocatable(Resources.builder()
                                    .cpuMillis(SERVICES / 2 * 1_000L)
                                    .podSlots(100)
                                    .build())
                            .build());
        }
        link(infrastructure, "edge-a", "edge-b");
        link(infrastructure, "edge-b", "far");
        infrastructure.add(Region.builder("far").build());
        link(infrastructure, "far", "cloud-a");
        link(infrastructure, "cloud-a", "cloud-b");
        infrastructure.add(ExternalEndpoint.of("camera", "edge-a"));
        Application.Builder ring = Application.builder(ApplicationId.of("ring")).addEndpoint("camera");
        for (int service = 0; service < SERVICES; service++) {
            ring.add(Microservice.builder("m" + service)
                            .requirements(new Requirements(1_000, Resources.NONE))
                            .build())
                    .add(DataFlow.builder("m" + service, "m" + (service + 1) % SERVICES)
                            .bandwidthBps(1_000 * MBPS)
                            .build());
        }
        ring.add(DataFlow.builder("camera", "m0").bandwidthBps(200 * MBPS).build());
        PlacementRequest request = Budget.of(400_000)
                .given(PlacementRequest.builder(infrastructure.build(), ring.build())
                        .objective(Objective.parse("network=1,compute=1"))
                        .build());

        Decision decision = new PlacementEngine(List.of()).place(request, new LocalSearchAlgorithm());

        double cutOnceEachWay = 2 * 1_000;
        double camera = 3 * 200;
        double compute = SERVICES * 1_000 * 0.01;
        assertThat(decision.score().orElseThrow().value()).isCloseTo(cutOnceEachWay + camera + compute, within(1e-6));
    }

    private static void link(Infrastructure.Builder infrastructure, String from, String to) {
        infrastructure.add(Link.builder(from + ":" + to, from, to)
                .bandwidthBps(100_000 * MBPS)
                .latencyMicros(1_000)
                .build());
    }
}
