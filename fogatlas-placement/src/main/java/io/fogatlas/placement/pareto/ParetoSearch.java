package io.fogatlas.placement.pareto;

import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.exact.MissingSolverException;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Finds the front between two or three terms: all amounts of them of which none can be lowered without another one rising.
 *
 * <p>First the least of each term. Then, again and again, the largest zone that no known placement reaches: the weighted sum of all terms
 * is minimised under upper bounds on each, by the integer program of {@code ilp} (the epsilon constraints of Y. Y. Haimes, L. S. Lasdon,
 * D. A. Wismer, IEEE Transactions on Systems, Man, and Cybernetics 1, 1971; with the weighted sum of all terms in place of a single one,
 * so that no placement is found that another is as good as in all terms and better in one: the hybrid method of M. Ehrgott, Multicriteria
 * Optimization, 2nd edition, Springer 2005, section 4.2). It either gives an efficient placement, which splits the zone, or proves that
 * there is none in it. So each solve gives a point or closes a zone, and when the time is up, the zones that are left say where points may
 * be missing.
 *
 * <p>Terms are counted in whole units (bit/s, µs, …), so that nothing is lost by rounding; only highest utilisations count as equal if they
 * differ by less than a millionth. That a zone is empty, and that a point is efficient, is proved by CP-SAT alone; that a placement keeps
 * all rules and what it has of each term says {@link PlacementVerifier}.
 *
 * <p>Thread-safe. With a work budget in place of a deadline the same request gives the same front on every machine.
 */
public final class ParetoSearch {
    private final PlacementEngine engine;

    /**
     * Takes an engine.
     *
     * @param engine verifies and decides
     */
    public ParetoSearch(PlacementEngine engine) {
        this.engine = Objects.requireNonNull(engine, "engine");
    }

    /**
     * Finds the front.
     *
     * @param request what is to be placed where; of its limits deadline, seed and work count, and its objective does not
     * @param terms what is traded: two or three different terms
     * @return the front, as far as it was found within the limits, or why there is no placement
     * @throws IllegalArgumentException if there are other than two or three terms, or one is given twice
     * @throws MissingSolverException if OR-Tools is not on the class path
     */
    public ParetoFront front(PlacementRequest request, List<Term> terms) {
        if (terms.size() < 2 || terms.size() > 3 || new HashSet<>(terms).size() < terms.size()) {
            throw new IllegalArgumentException("A trade-off is between two or three different terms, but not %s."
                    .formatted(terms.stream().map(Term::key).collect(Collectors.toList())));
        }
        PlacementRequest weighed =
                request.toBuilder().objective(ParetoFront.objective(terms)).build();
        return new FrontSearch(engine.withoutBounds(), weighed, List.copyOf(terms)).run();
    }
}
