package io.fogatlas.placement.baseline;

import static io.fogatlas.placement.Fixtures.application;
import static io.fogatlas.placement.Fixtures.flow;
import static io.fogatlas.placement.Fixtures.free;
import static io.fogatlas.placement.Fixtures.line;
import static io.fogatlas.placement.Fixtures.pinned;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Location;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private final PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();

    @Test
    void firstFitTakesTheFirstRegionWithRoomWhereverItsNeighboursAre() {
        Application application = application()
                .add(pinned("fixed", 600, "a"))
                .add(free("m", 500))
                .add(pinned("sink", 100, "c"))
                .add(flow("m", "sink", 1))
                .build();

        assertThat(regionOf("m", engine.place(PlacementRequest.of(line(), application), "first-fit")))
                .isEqualTo("b");
    }

    @Test
    void nearestGoesByDistanceNotByLinks() {
        Infrastructure infrastructure = Infrastructure.builder()
                .add(Region.builder("home").location(new Location(46, 11)).build())
                .add(Region.builder("joined").location(new Location(50, 20)).build())
                .add(Region.builder("near").location(new Location(46.1, 11)).build())
                .add(Link.builder("l1", "home", "joined")
                        .bandwidthBps(1_000_000)
                        .build())
                .add(Link.builder("l2", "joined", "near")
                        .bandwidthBps(1_000_000)
                        .build())
                .add(ExternalEndpoint.of("cam", "home"))
                .build();
        Application application = application()
                .add(pinned("m", 1, "joined"))
                .add(free("n", 1))
                .add(flow("cam", "n", 1))
                .build();

        assertThat(regionOf("n", engine.place(PlacementRequest.of(infrastructure, application), "nearest")))
                .isEqualTo("home");
    }

    @Test
    void randomIsRepeatableBySeedAndVariesWithIt() {
        Application application = application().add(free("m", 1)).build();
        Set<String> seen = new HashSet<>();
        for (int seed = 0; seed < 30; seed++) {
            PlacementRequest request = PlacementRequest.builder(line(), application)
                    .limits(new SearchLimits(Duration.ofSeconds(1), seed))
                    .build();
            String region = regionOf("m", engine.place(request, "random"));
            assertThat(regionOf("m", engine.place(request, "random"))).isEqualTo(region);
            seen.add(region);
        }

        assertThat(seen).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void baselinesDoNotMoveWhatTheyPlacedAndSayWhoIsLeftOut() {
        Application application = application()
                .add(free("first", 600))
                .add(free("second", 600))
                .add(flow("cam", "second", 101))
                .build();

        Decision decision = engine.place(PlacementRequest.of(line(), application), "first-fit");

        assertThat(decision.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(decision.reasons()).extracting("microservice").containsExactly("second");
        assertThat(engine.place(PlacementRequest.of(line(), application), "greedy")
                        .isPlaced())
                .isTrue();
    }

    @Test
    void pinnedTakesWhatIsAskedForAndFindsRoutes() {
        Application application = application()
                .add(pinned("m", 600, "c"))
                .add(flow("cam", "m", 1))
                .build();

        Decision decision = engine.place(PlacementRequest.of(line(), application), "pinned");

        assertThat(decision.placement().orElseThrow().routes().get(0).links()).containsExactly("ab", "bc");
    }

    @Test
    void pinnedNamesTheMicroservicesThatLeaveARegionOpen() {
        Application application =
                application().add(pinned("m", 600, "c")).add(free("n", 1)).build();

        Decision decision = engine.place(PlacementRequest.of(line(), application), "pinned");

        assertThat(decision.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(decision.reasons()).extracting("microservice").containsExactly("n");
    }

    private static String regionOf(String microservice, Decision decision) {
        return decision.placement().orElseThrow().of(microservice).get(0).region();
    }
}
