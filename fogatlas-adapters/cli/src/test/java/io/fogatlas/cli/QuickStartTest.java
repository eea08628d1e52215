package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import org.junit.jupiter.api.Test;

/** Holds the Java of README.md, between the tags, and checks that it does what README.md says. */
final class QuickStartTest {
    @Test
    void placesTheDetectorNextToTheCamera() {
        // tag::quick-start[]
        Infrastructure infrastructure = Infrastructure.builder()
                .add(Region.builder("cloud").build())
                .add(Region.builder("edge").tier(1).build())
                .add(Link.builder("uplink", "edge", "cloud")
                        .bandwidthBps(10_000_000)
                        .latencyMicros(30_000)
                        .build())
                .add(ExternalEndpoint.of("camera", "edge"))
                .build();
        Application application = Application.builder(ApplicationId.of("traffic"))
                .addEndpoint("camera")
                .add(Microservice.builder("detector").build())
                .add(DataFlow.builder("camera", "detector")
                        .bandwidthBps(5_000_000)
                        .latencyBoundMicros(20_000)
                        .build())
                .build();
        Decision decision =
                PlacementEngine.withInstalledAlgorithms().place(PlacementRequest.of(infrastructure, application));
        String region = decision.placement().orElseThrow().of("detector").get(0).region();
        // end::quick-start[]

        assertThat(region).isEqualTo("edge");
    }
}
