package io.fogatlas.placement.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Progress;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.greedy.GreedyAlgorithm;
import io.fogatlas.placement.problem.PlacementProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalSearchAlgorithmTest {
    private static final CrowdedTree TREE = new CrowdedTree(20, 14, 1);
    private static final SearchLimits MINUTES = new SearchLimits(Duration.ofMinutes(5), 0);

    private final PlacementEngine engine = new PlacementEngine(List.of());
    private final LocalSearchAlgorithm localSearch = new LocalSearchAlgorithm();

    private double value(Decision decision) {
        return decision.score().orElseThrow().value();
    }

    @Test
    void isBetterThanGreedyWhereGreedyIsNotTheBest() {
        PlacementRequest request = TREE.request(Budget.of(200_000).limits());

        double greedy = value(engine.place(request, new GreedyAlgorithm()));

        assertThat(value(engine.place(request, localSearch))).isLessThan(0.98 * greedy);
    }

    @Test
    void givesTheSameAnswerForTheSameSeedAndWork() {
        PlacementRequest request = TREE.request(Budget.of(50_000).limits());

        Decision decision = engine.place(request, localSearch);

        assertThat(engine.place(request, localSearch).placement()).isEqualTo(decision.placement());
    }

    @Test
    void tellsOfEachBetterPlacementAsItComes() {
        List<Double> scores = new ArrayList<>();
        PlacementRequest request = TREE.request(Budget.of(200_000).limits());

        Decision decision =
                engine.place(request, localSearch, progress -> progress.score().ifPresent(scores::add));

        assertThat(scores).hasSizeGreaterThan(2).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(scores.get(scores.size() - 1)).isEqualTo(value(decision));
    }

    @Test
    void answersAtOnceWhenItIsInterrupted() {
        Thread searching = Thread.currentThread();
        SearchListener interrupting = (Progress progress) -> searching.interrupt();

        Decision decision = engine.place(TREE.request(MINUTES), localSearch, interrupting);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(decision.isPlaced()).isTrue();
        assertThat(decision.wallTime()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void keepsItsDeadline() {
        SearchLimits hundredMillis = new SearchLimits(Duration.ofMillis(100), 0);

        Decision decision = engine.place(TREE.request(hundredMillis), localSearch);

        assertThat(decision.isPlaced()).isTrue();
        assertThat(decision.wallTime()).isBetween(Duration.ofMillis(100), Duration.ofSeconds(10));
    }

    @Test
    void findsAPlacementFromNothing() {
        PlacementRequest request = TREE.request(Budget.of(300_000).limits());
        Search search = new Search(request, "local-search", SearchListener.NONE);
        PlacementProblem problem = PlacementProblem.of(request);

        new LocalSearch(problem, search).run();

        double fromGreedy = value(engine.place(request, localSearch));
        assertThat(search.score()).isLessThan(1.05 * fromGreedy);
    }

    @Test
    void goesOnFromABetterPlacementThatOthersFound() {
        PlacementRequest request = TREE.request(Budget.of(200_000).limits());
        Decision better = engine.place(request, localSearch);
        PlacementRequest brief = TREE.request(Budget.of(500).limits());
        Search search = new Search(brief, "local-search", SearchListener.NONE);
        search.offer(better.placement().orElseThrow());

        new LocalSearch(PlacementProblem.of(brief), search).run();

        assertThat(search.score()).isLessThanOrEqualTo(value(better));
        assertThat(engine.place(brief, localSearch).score().orElseThrow().value())
                .isGreaterThan(value(better));
    }
}
