package io.fogatlas.placement.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.arbitraries.Applications;
import io.fogatlas.model.arbitraries.Infrastructures;
import io.fogatlas.model.arbitraries.Scenarios;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.greedy.GreedyAlgorithm;
import io.fogatlas.placement.testkit.RequestArbitraries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Searches of problems that are too large for brute force. */
final class PortfolioAlgorithmProperties {
    private static final int THREADS = 8;

    /** How late an answer may be on a machine that is busy with other things; what is promised on a free one is 100 ms. */
    private static final Duration BUSY = Duration.ofSeconds(3);

    private final PlacementEngine engine = new PlacementEngine(List.of(new PortfolioAlgorithm()));

    @Provide
    Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.of(new Scenarios(
                Infrastructures.ANY.regions(10, 25), Applications.ANY.microservices(5, 15), /* occupied= */ true));
    }

    @Provide
    Arbitrary<PlacementRequest> small() {
        return RequestArbitraries.small();
    }

    private static PlacementRequest with(SearchLimits limits, PlacementRequest request) {
        return PlacementRequest.builder(request.infrastructure(), request.application())
                .occupancy(request.occupancy())
                .objective(request.objective())
                .limits(limits)
                .build();
    }

    private static SearchLimits work(long steps, long seed) {
        return new SearchLimits(Duration.ofMinutes(5), seed, 0, OptionalLong.of(steps));
    }

    @Property(tries = 15)
    void theSameWorkAndSeedGiveTheSameDecision(@ForAll("requests") PlacementRequest request, @ForAll long seed) {
        PlacementRequest limited = with(work(20_000, seed), request);

        Decision decision = engine.place(limited);
        Decision again = engine.place(limited);

        assertThat(again.outcome()).isEqualTo(decision.outcome());
        assertThat(again.placement()).isEqualTo(decision.placement());
        assertThat(again.bound()).isEqualTo(decision.bound());
    }

    @Property(tries = 20)
    void isNeverWorseThanGreedy(@ForAll("requests") PlacementRequest request) {
        PlacementRequest limited = with(work(10_000, 0), request);

        Decision greedy = engine.place(limited, new GreedyAlgorithm());
        Decision decision = engine.place(limited);

        assertThat(decision.isPlaced() || !greedy.isPlaced()).isTrue();
        greedy.score()
                .map(Score::value)
                .ifPresent(value ->
                        assertThat(decision.score().orElseThrow().value()).isLessThanOrEqualTo(value));
    }

    @Property(tries = 20)
    void keepsDeadlines(@ForAll("requests") PlacementRequest request, @ForAll("deadlines") Duration deadline) {
        Decision decision = engine.place(with(new SearchLimits(deadline, 0), request));

        assertThat(decision.wallTime()).isLessThan(deadline.plus(BUSY));
    }

    @Provide
    Arbitrary<Duration> deadlines() {
        return Arbitraries.of(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(100));
    }

    @Property(tries = 1)
    void servesEightThreadsAtOnce(@ForAll("batches") List<PlacementRequest> requests)
            throws InterruptedException, ExecutionException {
        SearchLimits limits = new SearchLimits(Duration.ofMinutes(5), 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Decision>> together = new ArrayList<>();
            for (PlacementRequest request : requests) {
                together.add(threads.submit(() -> engine.place(with(limits, request))));
            }
            for (int number = 0; number < requests.size(); number++) {
                Decision alone = engine.place(with(limits, requests.get(number)));
                Decision decision = together.get(number).get();
                assertThat(decision.outcome()).isEqualTo(alone.outcome());
                double value = alone.score().map(Score::value).orElse(0.0);
                assertThat(decision.score().map(Score::value).orElse(0.0))
                        .isCloseTo(value, within(1e-9 * Math.max(1, value)));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Provide
    Arbitrary<List<PlacementRequest>> batches() {
        return small().list().ofSize(2 * THREADS);
    }
}
