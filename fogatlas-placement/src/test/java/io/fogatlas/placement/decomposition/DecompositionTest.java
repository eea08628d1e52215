package io.fogatlas.placement.decomposition;

import static io.fogatlas.placement.Fixtures.application;
import static io.fogatlas.placement.Fixtures.flow;
import static io.fogatlas.placement.Fixtures.free;
import static io.fogatlas.placement.Fixtures.line;
import static io.fogatlas.placement.Fixtures.pinned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.problem.PlacementProblem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DecompositionTest {
    private Decomposition.Ending ending = Decomposition.Ending.STOPPED;

    private Search run(PlacementRequest request) {
        Search search = new Search(request, "decomposition", SearchListener.NONE);
        ending = Decomposition.run(PlacementProblem.of(request), search);
        return search;
    }

    @Test
    void provesTheOptimumOfATreeWhereNothingIsShort() {
        Application application = application()
                .add(free("filter", 400))
                .add(free("store", 400))
                .add(flow("cam", "filter", 8))
                .add(flow("filter", "store", 2))
                .build();

        Search search = run(PlacementRequest.builder(line(), application)
                .objective(Objective.parse("network=1"))
                .build());

        assertThat(ending).isEqualTo(Decomposition.Ending.PROVED);
        assertThat(search.score()).isZero();
    }

    /** Alone, all three would be with the camera; two fit there, and the flow to the third is as small as it can be. */
    @Test
    void splitsAClusterThatIsTooLargeForItsRegion() {
        Application application = application()
                .add(free("filter", 400))
                .add(free("count", 400))
                .add(free("store", 400))
                .add(flow("cam", "filter", 8))
                .add(flow("filter", "count", 5))
                .add(flow("count", "store", 3))
                .build();

        Search search = run(PlacementRequest.builder(line(), application)
                .objective(Objective.parse("network=1"))
                .build());

        assertThat(ending).isEqualTo(Decomposition.Ending.PROVED);
        assertThat(search.score()).isCloseTo(3, within(1e-9));
    }

    /** Legs that close a circle are outside the tree: where they end is a rule with a price. */
    @Test
    void provesTheOptimumOfACircle() {
        Application application = application()
                .add(pinned("first", 400, "a"))
                .add(free("second", 800))
                .add(pinned("third", 400, "c"))
                .add(flow("first", "second", 4))
                .add(flow("second", "third", 6))
                .add(flow("third", "first", 1))
                .build();

        Search search = run(PlacementRequest.builder(line(), application)
                .objective(Objective.parse("network=1"))
                .build());

        // second is in b: it fits neither beside first nor beside third
        assertThat(ending).isEqualTo(Decomposition.Ending.PROVED);
        assertThat(search.score()).isCloseTo(4 + 6 + 2, within(1e-9));
    }

    @Test
    void endsWhenEverythingIsFree() {
        Application application = application().add(free("any", 400)).build();

        run(PlacementRequest.builder(line(), application)
                .objective(Objective.parse("network=0"))
                .build());

        assertThat(ending).isEqualTo(Decomposition.Ending.PROVED);
    }

    @Test
    void provesThatThereIsNoPlacementWhenClustersCannotBeSplit() {
        Application application = application()
                .add(pinned("one", 600, "a"))
                .add(pinned("other", 600, "a"))
                .build();

        run(PlacementRequest.of(line(), application));

        assertThat(ending).isEqualTo(Decomposition.Ending.NO_PLACEMENT);
    }

    /** Links side by side cost the same, but only by sharing the flows out among them is the highest utilisation least. */
    @Test
    void listsRoutesOverEveryLinkWhenUtilisationCounts() {
        Infrastructure parallel = Infrastructure.builder()
                .add(Region.builder("a").build())
                .add(Region.builder("b").build())
                .add(link("l1"))
                .add(link("l2"))
                .build();
        Application application = Application.builder(ApplicationId.of("app"))
                .add(pinned("one", 100, "a"))
                .add(pinned("other", 100, "b"))
                .add(flow("one", "other", 4))
                .add(flow("other", "one", 3))
                .build();

        Search search = run(PlacementRequest.builder(parallel, application)
                .objective(Objective.parse("balance=10"))
                .build());

        assertThat(search.bound()).isLessThanOrEqualTo(4 + 1e-9);
        assertThat(search.score()).isCloseTo(4, within(1e-9));
    }

    @Test
    void stopsAtOnceWhenThereIsNoTime() {
        Application application = application().add(free("any", 400)).build();

        Search search = run(PlacementRequest.builder(line(), application)
                .limits(new SearchLimits(Duration.ZERO, 0))
                .build());

        assertThat(ending).isEqualTo(Decomposition.Ending.STOPPED);
        assertThat(search.best()).isEmpty();
    }

    private static Link link(String id) {
        return Link.builder(id, "a", "b")
                .bandwidthBps(10_000_000)
                .latencyMicros(1_000)
                .build();
    }
}
