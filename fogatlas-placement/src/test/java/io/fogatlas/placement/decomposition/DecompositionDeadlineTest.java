package io.fogatlas.placement.decomposition;

import static io.fogatlas.placement.Fixtures.application;
import static io.fogatlas.placement.Fixtures.flow;
import static io.fogatlas.placement.Fixtures.free;
import static io.fogatlas.placement.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What takes long looks at whether the search is over: with the shops of a whole country it ended half a minute late. */
final class DecompositionDeadlineTest {
    private static final int MOST_STEPS = 1_024;

    private final AtomicBoolean over = new AtomicBoolean();
    private final PlacementProblem problem = PlacementProblem.of(PlacementRequest.builder(
                    line(),
                    application()
                            .add(free("filter", 400))
                            .add(free("count", 400))
                            .add(free("store", 400))
                            .add(flow("cam", "filter", 8))
                            .add(flow("filter", "count", 5))
                            .add(flow("count", "store", 3))
                            .build())
            .objective(Objective.parse("network=1"))
            .build());
    private final Relaxation relaxation = relaxation();

    private Relaxation relaxation() {
        Relaxation solved = new Relaxation(problem, new Prices(problem), over::get);
        solved.solve();
        solved.solveMarginals();
        return solved;
    }

    @Test
    void climbsNoFurtherOnceTheSearchIsOver() {
        Reduced reduced = Reduced.of(problem, relaxation, /* limit= */ 100, new BitSet(), MOST_STEPS)
                .orElseThrow();
        Search search = new Search(problem.request(), "decomposition", SearchListener.NONE);
        Ascent ascent = new Ascent(reduced, new Realisation(problem, search), () -> 100, over::get);
        double[] prices = new double[reduced.rows().count()];

        double before = ascent.climb(Subproblem.all(reduced), prices, 1, 50);
        long work = ascent.takeWork();
        over.set(true);
        double after = ascent.climb(Subproblem.all(reduced), prices, 1, 50);

        assertThat(before).isNotNegative();
        assertThat(work).isPositive();
        assertThat(after).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ascent.takeWork()).isZero();
    }

    @Test
    void listsNoFurtherRoutesOnceTheSearchIsOver() {
        over.set(true);

        assertThat(Reduced.of(problem, relaxation, /* limit= */ 100, new BitSet(), MOST_STEPS))
                .isEmpty();
    }
}
