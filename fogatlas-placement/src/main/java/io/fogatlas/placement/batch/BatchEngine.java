package io.fogatlas.placement.batch;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.AlgorithmErrorException;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.verification.NecessaryConditions;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Places several applications at once by any algorithm: all of them as one problem, or, where not all fit, the most valuable of them.
 *
 * <p>Of two admissions the better one has the higher sum of values; among equals more applications; then the lower score of all together;
 * then the lower ids. An algorithm that proves what it answers makes this exact; otherwise the decision says how much more valuable
 * another admission could still be.
 *
 * <p>Immutable and thread-safe.
 */
public final class BatchEngine {
    private static final double TOLERANCE = 1e-9;
    private static final int MOST_NAMED = 10;

    private final PlacementEngine engine;

    /**
     * Uses the algorithms of an engine.
     *
     * @param engine the engine
     */
    public BatchEngine(PlacementEngine engine) {
        this.engine = Objects.requireNonNull(engine, "engine");
    }

    /**
     * Places a batch by the {@link PlacementEngine#DEFAULT_ALGORITHM}.
     *
     * @param request what to place where
     * @return the verified decisions
     */
    public BatchDecision place(BatchRequest request) {
        return place(request, engine.algorithm(PlacementEngine.DEFAULT_ALGORITHM), SearchListener.NONE);
    }

    /**
     * Places a batch.
     *
     * @param request what to place where
     * @param algorithm the algorithm
     * @param listener is told of each better placement and bound, once it is decided which applications are admitted
     * @return the verified decisions
     * @throws AlgorithmErrorException if an answer of the algorithm is wrong
     */
    public BatchDecision place(BatchRequest request, PlacementAlgorithm algorithm, SearchListener listener) {
        Budget budget = new Budget(request.limits());
        Trials trials = new Trials(engine, request, algorithm);
        AdmissionSearch search = new AdmissionSearch(trials, budget);
        Trial whole = trials.isPossible(trials.all(), budget.slice(0.25, Trials.ANY));
        if (whole.isPlaced()) {
            search.start(whole);
        } else {
            search.start(new Insertion(trials, budget, (1 + AdmissionSearch.RESERVE) / 2)
                    .grown(Trial.without(new BitSet(), Outcome.OPTIMAL)));
        }
        search.run();
        List<Trial> candidates = search.best();
        if (!search.isProved()) {
            Insertion insertion = new Insertion(trials, budget, AdmissionSearch.RESERVE / 2);
            candidates = List.of(insertion.grown(candidates.get(0)));
        }
        return decision(trials, search, best(trials, candidates, budget, listener), budget);
    }

    /** What is decided on, and whether it is proved that no candidate has a better placement. */
    private record Best(Trial trial, boolean proved) {}

    private static Best best(Trials trials, List<Trial> candidates, Budget budget, SearchListener listener) {
        List<Trial> placed = new ArrayList<>();
        for (Trial candidate : candidates) {
            double part = 1.0 / (candidates.size() - placed.size());
            boolean done = candidate.set().isEmpty() || candidate.outcome() == Outcome.OPTIMAL;
            placed.add(
                    done
                            ? candidate
                            : trials.best(
                                    candidate.set(),
                                    budget.slice(part, trials.request().limits().gap()),
                                    listener));
        }
        Trial best = placed.get(0);
        for (Trial other : placed) {
            double slack = TOLERANCE * Math.max(1, Math.abs(best.value()));
            boolean equal = Math.abs(other.value() - best.value()) <= slack;
            if (equal ? hasLowerIds(other.set(), best.set()) : other.value() < best.value()) {
                best = other;
            }
        }
        double needed = best.value() - TOLERANCE * Math.max(1, Math.abs(best.value()));
        return new Best(best, placed.stream().allMatch(each -> each.set().isEmpty() || each.bound() >= needed));
    }

    private static boolean hasLowerIds(BitSet one, BitSet other) {
        BitSet different = (BitSet) one.clone();
        different.xor(other);
        return !different.isEmpty() && one.get(different.nextSetBit(0));
    }

    private static BatchDecision decision(Trials trials, AdmissionSearch search, Best best, Budget budget) {
        Trial chosen = best.trial();
        Outcome outcome;
        if (chosen.set().isEmpty()) {
            outcome = search.isProved() ? Outcome.INFEASIBLE : Outcome.UNKNOWN;
        } else {
            outcome = search.isProved() && best.proved() ? Outcome.OPTIMAL : Outcome.FEASIBLE;
        }
        Occupancy after = Insertion.after(trials, chosen);
        List<Decision> decisions = new ArrayList<>();
        for (BatchRequest.Entry entry : trials.request().entries()) {
            PlacementRequest alone = trials.request().alone(entry, after);
            Placement placement = chosen.placements().get(entry.id());
            decisions.add(
                    placement == null
                            ? leftOut(trials, search, entry, chosen.set(), alone, budget)
                            : admitted(trials, outcome, alone, placement, budget));
        }
        long value = trials.value(chosen.set());
        return new BatchDecision(
                decisions,
                outcome,
                value,
                Math.max(value, search.valueBound()),
                chosen.score(),
                bound(chosen, outcome),
                after,
                budget.elapsed());
    }

    private static OptionalDouble bound(Trial chosen, Outcome outcome) {
        if (chosen.set().isEmpty()) {
            return OptionalDouble.empty();
        }
        // What is proved to be the best differs from its bound by rounding only.
        return OptionalDouble.of(outcome == Outcome.OPTIMAL ? chosen.value() : chosen.bound());
    }

    private static Decision admitted(
            Trials trials, Outcome outcome, PlacementRequest alone, Placement placement, Budget budget) {
        Verification verification = PlacementVerifier.verify(alone, placement);
        if (!verification.isValid()) {
            throw new IllegalStateException(
                    "The placement of '%s' is valid together with the batch, but not next to the others: %s"
                            .formatted(alone.application().id(), verification.violations()));
        }
        return new Decision(
                alone.application().id(),
                trials.algorithm().name(),
                outcome,
                Optional.of(placement),
                verification.score(),
                OptionalDouble.empty(),
                List.of(),
                budget.elapsed());
    }

    private static Decision leftOut(
            Trials trials,
            AdmissionSearch search,
            BatchRequest.Entry entry,
            BitSet admitted,
            PlacementRequest alone,
            Budget budget) {
        List<Reason> reasons = new ArrayList<>();
        Optional<BitSet> conflict = search.conflicts().between(trials.entries().indexOf(entry), admitted);
        reasons.add(new Reason(
                "", conflict.map(set -> why(trials, set, entry.id())).orElse(notFound(admitted))));
        List<Reason> proof = NecessaryConditions.broken(alone);
        reasons.addAll(proof);
        return new Decision(
                entry.id(),
                trials.algorithm().name(),
                proof.isEmpty() ? Outcome.UNKNOWN : Outcome.INFEASIBLE,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                reasons,
                budget.elapsed());
    }

    private static String why(Trials trials, BitSet conflict, ApplicationId self) {
        String others = conflict.stream()
                .mapToObj(entry -> trials.entries().get(entry).id())
                .filter(id -> !id.equals(self))
                .limit(MOST_NAMED)
                .map(ApplicationId::toString)
                .collect(Collectors.joining(", "));
        if (others.isEmpty()) {
            return "left out: it cannot run, whatever else of the batch does";
        }
        int more = conflict.cardinality() - 1 - MOST_NAMED;
        return "left out: it cannot run together with " + others + (more > 0 ? " and " + more + " more" : "");
    }

    private static String notFound(BitSet admitted) {
        return admitted.isEmpty()
                ? "left out: no placement of it was found"
                : "left out: no placement of it was found together with those of the admitted applications";
    }
}
