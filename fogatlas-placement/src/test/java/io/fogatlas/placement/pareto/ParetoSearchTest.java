package io.fogatlas.placement.pareto;

import static io.fogatlas.placement.Fixtures.application;
import static io.fogatlas.placement.Fixtures.flow;
import static io.fogatlas.placement.Fixtures.free;
import static io.fogatlas.placement.Fixtures.line;
import static io.fogatlas.placement.Fixtures.pinned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParetoSearchTest {
    private static final ParetoSearch SEARCH = new ParetoSearch(PlacementEngine.withInstalledAlgorithms());
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int TRIES = 5;

    private static List<List<Double>> values(ParetoFront front) {
        return front.points().stream()
                .map(point -> front.terms().stream().map(point::value).toList())
                .toList();
    }

    /** A camera in the edge region, which is dear, and a cloud, two ways to which differ by as little as can be. */
    private static PlacementRequest twoWays(long mips) {
        Infrastructure infrastructure = Infrastructure.builder()
                .add(Region.builder("edge").priceMicrosPerMips(9).build())
                .add(Region.builder("fog").priceMicrosPerMips(8).build())
                .add(Region.builder("cloud").build())
                .add(Link.builder("direct", "edge", "cloud")
                        .bandwidthBps(1_000_000_000_000_000L)
                        .latencyMicros(1_000_000_001)
                        .build())
                .add(Link.builder("first", "edge", "fog")
                        .bandwidthBps(1_000_000_000_000_000L)
                        .latencyMicros(500_000_000)
                        .build())
                .add(Link.builder("second", "fog", "cloud")
                        .bandwidthBps(1_000_000_000_000_000L)
                        .latencyMicros(500_000_000)
                        .build())
                .add(ExternalEndpoint.of("cam", "edge"))
                .build();
        Application application = Application.builder(ApplicationId.of("app"))
                .addEndpoint("cam")
                .add(Microservice.builder("watch")
                        .requirements(new Requirements(mips, Resources.NONE))
                        .build())
                .add(DataFlow.builder("cam", "watch")
                        .bandwidthBps(100_000_000_000_001L)
                        .build())
                .build();
        return PlacementRequest.of(infrastructure, application);
    }

    @Test
    void losesNoPointByRounding() {
        ParetoFront front = SEARCH.front(twoWays(1_000), List.of(Term.LATENCY, Term.NETWORK, Term.COMPUTE));

        // The two ways to the cloud differ by a microsecond in a thousand seconds, and by a link of 100 Tbit/s.
        assertThat(values(front))
                .containsExactly(
                        List.of(0.0, 0.0, 0.009),
                        List.of(500_000.0, 100_000_000.000001, 0.008),
                        List.of(1_000_000.0, 200_000_000.000002, 0.0),
                        List.of(1_000_000.001, 100_000_000.000001, 0.0));
        assertThat(front.isComplete()).isTrue();
        assertThat(front.points()).allMatch(ParetoPoint::proved);
    }

    @Test
    void keepsOneOfSeveralPlacementsWithEqualAmounts() {
        PlacementRequest request = PlacementRequest.of(
                line(),
                application().add(free("one", 100)).add(free("other", 100)).build());

        ParetoFront front = SEARCH.front(request, List.of(Term.NETWORK, Term.LATENCY));

        assertThat(values(front)).containsExactly(List.of(0.0, 0.0));
        assertThat(front.isComplete()).isTrue();
        assertThat(front.points()).allMatch(ParetoPoint::proved);
    }

    @Test
    void spreadsLoadAgainstOpeningRegions() {
        PlacementRequest request = PlacementRequest.of(
                line(),
                application()
                        .add(free("one", 300))
                        .add(free("two", 300))
                        .add(free("three", 300))
                        .build());

        ParetoFront front = SEARCH.front(request, List.of(Term.REGIONS, Term.BALANCE));

        assertThat(values(front)).containsExactly(List.of(1.0, 0.9), List.of(2.0, 0.6), List.of(3.0, 0.3));
        assertThat(front.isComplete()).isTrue();
    }

    @Test
    void plansTheWayFromWhereTheApplicationRuns() {
        Placement current =
                new Placement(Map.of("one", List.of(new Assignment("c", 1, Map.of("node-c", 1)))), List.of());
        PlacementRequest request = PlacementRequest.builder(
                        line(),
                        application()
                                .add(free("one", 300))
                                .add(flow("cam", "one", 10))
                                .build())
                .current(current)
                .build();

        ParetoFront front = SEARCH.front(request, List.of(Term.MIGRATION, Term.NETWORK));

        assertThat(values(front)).containsExactly(List.of(0.0, 20.0), List.of(1.0, 0.0));
        assertThat(front.points()).allMatch(point -> point.decision().plan().isPresent());
    }

    @Test
    void saysWhyThereIsNoPlacementAsTheEngineDoes() {
        PlacementRequest request = PlacementRequest.of(
                line(), application().add(pinned("large", 5000, "a")).build());

        ParetoFront front = SEARCH.front(request, List.of(Term.NETWORK, Term.LATENCY));

        assertThat(front.points()).isEmpty();
        assertThat(front.isComplete()).isFalse();
        assertThat(front.refusal().orElseThrow().outcome()).isEqualTo(Outcome.INFEASIBLE);
        assertThat(front.refusal().orElseThrow().reasons()).isNotEmpty();
    }

    @Test
    void refusesTermsThatMakeNoTradeOff() {
        PlacementRequest request = twoWays(1);

        assertThatThrownBy(() -> SEARCH.front(request, List.of(Term.NETWORK)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A trade-off is between two or three different terms, but not [network].");
        assertThatThrownBy(() -> SEARCH.front(request, List.of(Term.NETWORK, Term.NETWORK)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SEARCH.front(request, List.of(Term.NETWORK, Term.LATENCY, Term.REGIONS, Term.COMPUTE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysNothingIsProvedOfAmountsTooLargeToCountInStepsOfTheirOwn() {
        ParetoFront front = SEARCH.front(twoWays(999_999_999_999_937L), List.of(Term.COMPUTE, Term.LATENCY));

        assertThat(values(front)).contains(List.of(0.0, 1_000_000.0)).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 50, 1000})
    void keepsDeadlinesWithin100Milliseconds(long millis) {
        PlacementRequest line = TradeOffs.line(new Random(1), 40, 25, true);
        PlacementRequest request = PlacementRequest.builder(line.infrastructure(), line.application())
                .limits(new SearchLimits(Duration.ofMillis(millis), 0))
                .build();
        SEARCH.front(twoWays(1), List.of(Term.COMPUTE, Term.LATENCY));

        Duration least = LONG;
        for (int i = 0; i < TRIES && least.toMillis() > 100; i++) {
            long start = System.nanoTime();
            ParetoFront front = SEARCH.front(request, List.of(Term.COMPUTE, Term.LATENCY, Term.NETWORK));
            Duration overrun = Duration.ofNanos(System.nanoTime() - start).minusMillis(millis);
            assertThat(front.isComplete()).isFalse();
            least = overrun.compareTo(least) < 0 ? overrun : least;
        }
        assertThat(least).isLessThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void stopsAtOnceOnInterruptWithWhatItHas() throws InterruptedException {
        PlacementRequest request = TradeOffs.line(new Random(1), 40, 25, true);
        List<ParetoFront> fronts = new ArrayList<>();
        Thread caller = new Thread(() -> {
            Thread.currentThread().interrupt();
            fronts.add(SEARCH.front(request, List.of(Term.COMPUTE, Term.LATENCY)));
        });

        caller.start();
        caller.join(10_000);

        assertThat(fronts)
                .singleElement()
                .satisfies(front -> assertThat(front.isComplete()).isFalse());
    }

    @Test
    void givesTheSameFrontForTheSameWork() {
        PlacementRequest line = TradeOffs.line(new Random(7), 8, 8, true);
        PlacementRequest request = PlacementRequest.builder(line.infrastructure(), line.application())
                .limits(new SearchLimits(LONG, 3, 0, OptionalLong.of(500_000)))
                .build();
        List<Term> terms = List.of(Term.COMPUTE, Term.LATENCY);

        ParetoFront front = SEARCH.front(request, terms);
        ParetoFront again = SEARCH.front(request, terms);

        assertThat(values(again)).isEqualTo(values(front));
        assertThat(again.open()).isEqualTo(front.open()).isNotEmpty();
    }
}
