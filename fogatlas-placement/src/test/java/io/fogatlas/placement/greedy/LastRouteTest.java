package io.fogatlas.placement.greedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The last routes may make a slot leave that was placed already. */
final class LastRouteTest {
    private static final long KBPS = 1000;

    @Test
    void doesNotTakeForCompleteWhatHadToLeaveForTheLastRoute() {
        Infrastructure star = Infrastructure.builder()
                .add(Region.builder("a").build())
                .add(Region.builder("b").build())
                .add(Region.builder("c").build())
                .add(Region.builder("hub").build())
                .add(link("a", "hub", 500))
                .add(link("b", "hub", 500))
                .add(link("c", "hub", 1500))
                .add(ExternalEndpoint.of("sensor", "c"))
                .build();
        Application application = Application.builder(ApplicationId.of("app"))
                .addEndpoint("sensor")
                .add(Microservice.builder("x").replicas(2).spreadOver(2).build())
                .add(Microservice.builder("y")
                        .addRegionConstraint(new RegionConstraint.AllowedRegions(Set.of("hub")))
                        .build())
                .add(Microservice.builder("z").build())
                .add(flow("1", "x", "z", 600))
                .add(flow("2", "sensor", "y", 1200))
                .add(flow("3", "y", "z", 0))
                .build();

        Decision decision =
                PlacementEngine.withInstalledAlgorithms().place(PlacementRequest.of(star, application), "greedy");

        // the second x cannot reach z: beside 1.2 Mbit/s no link has 0.6 Mbit/s left
        assertThat(decision.isPlaced()).isFalse();
    }

    private static Link link(String from, String to, long kbps) {
        return Link.builder(from + to, from, to)
                .bandwidthBps(kbps * KBPS)
                .latencyMicros(1000)
                .build();
    }

    private static DataFlow flow(String name, String from, String to, long kbps) {
        return DataFlow.builder(from, to).name(name).bandwidthBps(kbps * KBPS).build();
    }
}
