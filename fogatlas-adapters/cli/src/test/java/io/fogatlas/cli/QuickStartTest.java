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
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the Java of README.md, between the tags, and checks that it does what README.md says. */
final class QuickStartTest {
    @Test
    void placesTheDetectorNextToTheCamera() {
        // tag::quick-start[]
        Infrastructure infrastructure = Infrastructure.builder()
                .add(Region.builder("cloud").build())
                .add(Region.builder("edge").tier(1).build())
                .add(new Link("uplink", "edge", "cloud", /* bit/s */ 10_000_000, /* µs */ 30_000, true, false))
                .add(ExternalEndpoint.of("camera", "edge"))
                .build();
        Application application = Application.builder(ApplicationId.of("traffic"))
                .addEndpoint("camera")
                .add(Microservice.builder("detector").replicas(2).build())
                .add(new DataFlow("video", "camera", "detector", /* bit/s */ 5_000_000, /* µs */ 20_000))
                .build();
        PlacementRequest request = PlacementRequest.of(infrastructure, application);
        Decision decision = PlacementEngine.withInstalledAlgorithms().place(request);
        List<Assignment> detectors = decision.placement().orElseThrow().of("detector");
        // [Assignment[region=edge, replicas=2, replicasByNode={}]]
        // end::quick-start[]

        assertThat(detectors).hasToString("[Assignment[region=edge, replicas=2, replicasByNode={}]]");
    }
}
