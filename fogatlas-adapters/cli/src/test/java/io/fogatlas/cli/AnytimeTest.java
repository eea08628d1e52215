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
import io.fogatlas.placement.SearchLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The example in README.md of a search that is watched. */
final class AnytimeTest {
    @Test
    void watchesTheSearch() {
        Infrastructure infrastructure = Infrastructure.builder()
                .add(Region.builder("cloud").build())
                .add(Region.builder("edge").tier(1).build())
                .add(new Link("uplink", "edge", "cloud", 10_000_000, 30_000, true, false))
                .add(ExternalEndpoint.of("camera", "edge"))
                .build();
        Application application = Application.builder(ApplicationId.of("traffic"))
                .addEndpoint("camera")
                .add(Microservice.builder("detector").build())
                .add(new DataFlow("video", "camera", "detector", 5_000_000, 20_000))
                .build();
        // tag::anytime[]
        SearchLimits limits =
                new SearchLimits(Duration.ofSeconds(30), /* seed */ 0, /* gap */ 0.01, /* work */ OptionalLong.empty());
        PlacementRequest request = PlacementRequest.builder(infrastructure, application)
                .limits(limits)
                .build();
        PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();
        List<String> told = new ArrayList<>();
        Decision decision = engine.place(
                request,
                engine.algorithm("portfolio"),
                progress -> told.add("after %d ms: score %.2f, at least %.2f, gap %.1f %%"
                        .formatted(
                                progress.elapsed().toMillis(),
                                progress.score().orElse(Double.POSITIVE_INFINITY),
                                progress.bound(),
                                100 * progress.gap())));
        // end::anytime[]

        assertThat(decision.isPlaced()).isTrue();
        assertThat(told.get(told.size() - 1)).endsWith("score 0.00, at least 0.00, gap 0.0 %");
    }
}
