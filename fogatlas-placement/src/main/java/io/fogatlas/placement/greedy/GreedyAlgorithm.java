package io.fogatlas.placement.greedy;

import io.fogatlas.placement.Answer;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.List;
import java.util.Optional;

/**
 * Greedy construction with bounded look-ahead, repair and descent.
 *
 * <p>Slots are placed one after the other, the difficult ones first, each in the region that costs least given what is placed: searches
 * for routes go outward from its placed neighbours, under bandwidth and latency, no further than the best region known. A slot that finds
 * no region makes others leave ({@link Repair}). This is done in three orders ({@link SlotOrder}), on large problems in fewer; the
 * cheapest draft is improved while moving a slot, two neighbours, a neighbourhood or a route makes it cheaper ({@link Improvement}), or
 * gathering all that exchange data in one region ({@link Gathering}). An application that runs already, with an objective that weighs
 * migration, starts from where it runs instead ({@link StayingPut}): only what does not keep the rules any more is placed again, and only
 * what pays is moved.
 *
 * <p>For s slots, l legs and searches that settle b regions, construction is O(s² + l b log b); b is small where there is room near the
 * neighbours, and at most the number of regions. It may miss a placement, so it never proves that there is none. Deterministic: what is
 * given in another order gives the same answer, ties go to the lower id, and only a deadline that strikes makes answers depend on the
 * clock.
 */
public final class GreedyAlgorithm implements PlacementAlgorithm {
    /** How many labels route searches may expand before no further order is tried. */
    private static final long MOST_STEPS_BEFORE_ANOTHER_ORDER = 60_000;

    /** If route searches expanded more labels than that, the placement is offered before it is improved. */
    private static final long MOST_STEPS_BEFORE_TELLING = 10_000;

    /** How many labels route searches may expand in all before the draft is taken as it is. */
    private static final long MOST_STEPS = 300_000;

    /** Made by {@link java.util.ServiceLoader}. */
    public GreedyAlgorithm() {}

    @Override
    public String name() {
        return "greedy";
    }

    @Override
    public List<String> aliases() {
        return List.of("ResourceBased");
    }

    @Override
    public String description() {
        return "builds a placement step by step with look-ahead, repairs and improves it; milliseconds";
    }

    @Override
    public Answer solve(PlacementProblem problem, Search search) {
        Optional<Construction> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        List<Reason> reasons = List.of();
        long steps = 0;
        Optional<Construction> staying = staying(problem, search);
        if (staying.isPresent()) {
            return improved(problem, staying.get(), search);
        }
        for (SlotOrder order : SlotOrder.values()) {
            if (steps > MOST_STEPS_BEFORE_ANOTHER_ORDER || search.isOver()) {
                break;
            }
            Construction construction = new Construction(problem, search);
            if (construction.build(order)) {
                double cost = construction.draft().cost();
                if (cost < least) {
                    least = cost;
                    best = Optional.of(construction);
                }
            } else if (reasons.isEmpty()) {
                reasons = construction.reasons();
            }
            steps += construction.steps();
        }
        if (best.isEmpty()) {
            return Answer.nothing(reasons);
        }
        if (steps > MOST_STEPS_BEFORE_TELLING) {
            search.offer(best.get().draft().toPlacement());
        }
        return improved(problem, best.get(), search);
    }

    private static Answer improved(PlacementProblem problem, Construction construction, Search search) {
        new Improvement(problem, construction, search, MOST_STEPS).run();
        return Answer.placed(construction.draft().toPlacement());
    }

    private static Optional<Construction> staying(PlacementProblem problem, Search search) {
        boolean counts = problem.request().objective().weight(Term.MIGRATION) > 0;
        return problem.request().current().filter(current -> counts).flatMap(current -> {
            Construction construction = new Construction(problem, search);
            return construction.buildFrom(current) ? Optional.of(construction) : Optional.empty();
        });
    }
}
