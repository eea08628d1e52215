package io.fogatlas.placement.pareto;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.AlgorithmErrorException;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.exact.IlpAlgorithm;
import io.fogatlas.placement.exact.TermLimits;
import io.fogatlas.placement.exact.TermSolution;
import io.fogatlas.placement.exact.TermSolver;
import io.fogatlas.placement.greedy.GreedyAlgorithm;
import io.fogatlas.placement.problem.PlacementProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One search for a front, as {@link ParetoSearch} tells. */
final class FrontSearch {
    /** About how many elementary steps of our own algorithms take as long as one of CP-SAT's deterministic seconds. */
    private static final double STEPS_PER_SECOND = 1e7;

    /** By how many parts a highest utilisation may be off: those of each region and link are rounded down to parts. */
    private static final long BALANCE_ROUNDING = TermSolver.PARTS / 1_000_000;

    /** No zone reaches farther. */
    private static final long FAR = Long.MAX_VALUE / 4;

    private final PlacementEngine engine;
    private final PlacementRequest request;
    private final List<Term> terms;
    private final long startNanos = System.nanoTime();
    private final TermSolver solver;
    private final SearchZones zones;
    private final List<Found> found = new ArrayList<>();
    private final List<long[]> givenUp = new ArrayList<>();
    private double effort;

    FrontSearch(PlacementEngine engine, PlacementRequest request, List<Term> terms) {
        this.engine = engine;
        this.request = request;
        this.terms = terms;
        solver = new TermSolver(PlacementProblem.of(request), terms);
        long[] far = new long[terms.size()];
        Arrays.fill(far, FAR);
        zones = new SearchZones(far);
        effort = request.limits().work().isPresent()
                ? request.limits().work().getAsLong() / STEPS_PER_SECOND
                : Double.POSITIVE_INFINITY;
    }

    ParetoFront run() {
        Optional<Decision> refusal = start();
        if (refusal.isPresent()) {
            return new ParetoFront(terms, List.of(), List.of(), refusal, elapsed());
        }
        for (int term = 0; term < terms.size() && !isOver(); term++) {
            least(term);
        }
        while (!isOver()) {
            Optional<long[]> zone = largest();
            if (zone.isEmpty()) {
                break;
            }
            if (isEmpty(zone.get())) {
                zones.close(zone.get());
            } else {
                explore(zone.get());
            }
        }
        return front();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    private boolean isOver() {
        return effort <= 0
                || elapsed().compareTo(request.limits().deadline()) >= 0
                || Thread.currentThread().isInterrupted();
    }

    private Duration remaining() {
        Duration left = request.limits().deadline().minus(elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Finds first placements, quickly; if there is none, gives what can be said about that. */
    private Optional<Decision> start() {
        Decision quick = placed(request.objective(), new GreedyAlgorithm());
        boolean decided = quick.isPlaced() || quick.outcome() == Outcome.INFEASIBLE;
        Decision first = decided ? quick : placed(request.objective(), new IlpAlgorithm());
        if (!first.isPlaced()) {
            return Optional.of(first);
        }
        offer(first.placement().orElseThrow(), /* proved= */ false);
        for (Term term : terms) {
            if (!isOver()) {
                placed(new Objective(Map.of(term, 1.0)), new GreedyAlgorithm())
                        .placement()
                        .ifPresent(placement -> offer(placement, /* proved= */ false));
            }
        }
        return Optional.empty();
    }

    private Decision placed(Objective objective, PlacementAlgorithm algorithm) {
        SearchLimits limits = request.limits();
        return engine.place(
                request.toBuilder()
                        .objective(objective)
                        .limits(new SearchLimits(remaining(), limits.seed(), /* gap= */ 0, limits.work()))
                        .build(),
                algorithm);
    }

    /** Keeps a placement, and takes what is no better out of the zones. */
    private long[] offer(Placement placement, boolean proved) {
        Decision decision = engine.place(request, new GivenPlacement(placement));
        long[] amounts = new long[terms.size()];
        for (int term = 0; term < amounts.length; term++) {
            double value = decision.score().orElseThrow().terms().getOrDefault(terms.get(term), 0.0);
            amounts[term] = Math.round(value * TermSolver.unitsPerOne(terms.get(term)));
        }
        found.add(new Found(withoutBound(decision), amounts, proved));
        zones.exclude(amounts);
        return amounts;
    }

    /** The sum of the terms is no aim, so a bound on it says nothing. */
    private Decision withoutBound(Decision decision) {
        return new Decision(
                decision.application(),
                decision.algorithm(),
                Outcome.FEASIBLE,
                decision.placement(),
                decision.score(),
                OptionalDouble.empty(),
                List.of(),
                elapsed(),
                decision.plan());
    }

    private TermSolution solve(double[] weights, long[] most) {
        TermSolution solution = solver.solve(
                weights,
                most,
                new TermLimits(
                        remaining(), this::isOver, effort, request.limits().seed()));
        boolean spent = !solution.proved() && effort < Double.POSITIVE_INFINITY;
        effort = spent ? 0 : effort - solution.effort();
        return solution;
    }

    /** Finds the least of a term, and the efficient placement that has no more of it. */
    private void least(int term) {
        double[] alone = new double[terms.size()];
        alone[term] = 1;
        long[] most = new long[terms.size()];
        Arrays.fill(most, TermSolver.UNBOUNDED);
        TermSolution solution = solve(alone, most);
        if (solution.placement().isEmpty()) {
            return;
        }
        long amount = offer(solution.placement().get(), /* proved= */ false)[term];
        if (solution.proved()) {
            zones.raiseLeast(term, amount);
            most[term] = amount;
            if (!isOver()) {
                take(solve(weights(), most), most);
            }
        }
    }

    /** How far amounts in the integer program may be from those of the verifier: rounding to parts, or in double where they are huge. */
    private long slack(int term, long amount) {
        return terms.get(term) == Term.BALANCE ? BALANCE_ROUNDING : amount >> 50;
    }

    /** Keeps what a solve found; it must be within the bounds that were given. */
    private boolean take(TermSolution solution, long[] most) {
        solution.placement().ifPresent(placement -> {
            long[] amounts = offer(placement, solution.proved());
            boolean nearer = false;
            for (int term = 0; term < amounts.length; term++) {
                long above = most[term] == TermSolver.UNBOUNDED ? 0 : amounts[term] - most[term];
                if (above > slack(term, amounts[term])) {
                    throw new AlgorithmErrorException(
                            "pareto",
                            "found a placement with %s %d above its bound of %d"
                                    .formatted(terms.get(term).key(), above, most[term]),
                            List.of());
                }
                nearer |= above > 0;
                amounts[term] -= Math.max(0, above);
            }
            if (nearer) {
                zones.exclude(amounts);
            }
        });
        return solution.placement().isPresent();
    }

    /** Weights that make the terms count alike over the range that is known of them. */
    private double[] weights() {
        double[] weights = new double[terms.size()];
        for (int term = 0; term < weights.length; term++) {
            weights[term] = 1.0 / range(term);
        }
        return weights;
    }

    private long range(int term) {
        return Math.max(1, highest(term) - zones.least()[term]);
    }

    private long highest(int term) {
        return found.stream().mapToLong(each -> each.amount(term)).max().orElse(0);
    }

    /** The zone with the most room, with each term stretched to the same range; of equals the first by its bounds. */
    private Optional<long[]> largest() {
        return zones.open().stream()
                .filter(zone -> givenUp.stream().noneMatch(other -> Arrays.equals(zone, other)))
                .max(Comparator.comparingDouble(this::room).thenComparing((one, other) -> Arrays.compare(other, one)));
    }

    private double room(long[] zone) {
        long[] corner = corner(zone);
        double room = 1;
        for (int term = 0; term < zone.length; term++) {
            room *= Math.max(0, (double) Math.min(zone[term], highest(term) + 1) - corner[term]) / range(term);
        }
        return room;
    }

    /** The least of each term in a zone: what has less would be better than a point that is proved to be efficient. */
    private long[] corner(long[] zone) {
        long[] corner = zones.least().clone();
        for (Found point : found) {
            int beyond = -1;
            int count = 0;
            for (int term = 0; term < zone.length; term++) {
                if (point.amount(term) < zone[term] - 1) {
                    beyond = term;
                    count++;
                }
            }
            if (point.isProved() && count == 1) {
                long more = solver.possible(beyond, point.amount(beyond) + 1) - slack(beyond, 0);
                corner[beyond] = Math.max(corner[beyond], more);
            }
        }
        return corner;
    }

    /** Whether a zone is so narrow that no possible amounts are in it. */
    private boolean isEmpty(long[] zone) {
        long[] corner = corner(zone);
        for (int term = 0; term < zone.length; term++) {
            if (corner[term] >= zone[term]) {
                return true;
            }
        }
        return false;
    }

    private void explore(long[] zone) {
        long[] most = new long[zone.length];
        for (int term = 0; term < zone.length; term++) {
            most[term] = zone[term] == FAR ? TermSolver.UNBOUNDED : zone[term] - 1;
        }
        TermSolution solution = solve(weights(), most);
        if (solution.isNothing()) {
            zones.close(zone);
        } else if (!take(solution, most)) {
            givenUp.add(zone);
        }
    }

    private ParetoFront front() {
        List<Found> best = new ArrayList<>();
        for (Found point : found) {
            if (best.stream().noneMatch(other -> other.covers(point))) {
                best.removeIf(point::covers);
                best.add(point);
            }
        }
        best.sort((one, other) -> Arrays.compare(one.amounts(), other.amounts()));
        return new ParetoFront(
                terms,
                best.stream()
                        .map(point -> new ParetoPoint(point.decision(), point.isProved() || isProved(point)))
                        .toList(),
                zones.open().stream()
                        .sorted(Arrays::compare)
                        .map(this::box)
                        .flatMap(Optional::stream)
                        .toList(),
                Optional.empty(),
                elapsed());
    }

    /** Whether no zone is left that could hold a better placement. */
    private boolean isProved(Found point) {
        for (long[] zone : zones.open()) {
            long[] corner = corner(zone);
            boolean reaches = true;
            for (int term = 0; term < zone.length; term++) {
                reaches &= corner[term] <= Math.min(point.amount(term), zone[term] - 1);
            }
            if (reaches) {
                return false;
            }
        }
        return true;
    }

    private Optional<OpenBox> box(long[] zone) {
        long[] corner = corner(zone);
        List<Double> least = new ArrayList<>();
        List<Double> most = new ArrayList<>();
        for (int term = 0; term < zone.length; term++) {
            double unit = TermSolver.unitsPerOne(terms.get(term));
            if (corner[term] > zone[term] - 1) {
                return Optional.empty();
            }
            least.add(corner[term] / unit);
            most.add(zone[term] == FAR ? Double.POSITIVE_INFINITY : (zone[term] - 1) / unit);
        }
        return Optional.of(new OpenBox(least, most));
    }
}
