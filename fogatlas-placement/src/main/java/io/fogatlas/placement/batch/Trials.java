package io.fogatlas.placement.batch;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.verification.NecessaryConditions;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tries which sets of the applications of a batch can run together. The applications are numbered in the order of their ids. */
final class Trials {
    /** The gap that any placement closes: a search for whether there is one ends at the first. */
    static final double ANY = 1;

    private final PlacementEngine engine;
    private final BatchRequest request;
    private final PlacementAlgorithm algorithm;
    private final List<BatchRequest.Entry> entries;
    private final Namespaces namespaces;
    private final ApplicationId jointId;
    private final Map<BitSet, Trial> known = new HashMap<>();

    Trials(PlacementEngine engine, BatchRequest request, PlacementAlgorithm algorithm) {
        this.engine = engine;
        this.request = request;
        this.algorithm = algorithm;
        entries = request.entries().stream()
                .sorted(Comparator.comparing(BatchRequest.Entry::id))
                .toList();
        namespaces = Namespaces.of(entries, request.occupancy());
        String name = "batch";
        while (request.occupancy().byApplication().containsKey(new ApplicationId(namespaces.common(), name))) {
            name += "'";
        }
        jointId = new ApplicationId(namespaces.common(), name);
    }

    BatchRequest request() {
        return request;
    }

    PlacementAlgorithm algorithm() {
        return algorithm;
    }

    List<BatchRequest.Entry> entries() {
        return entries;
    }

    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, entries.size());
        return all;
    }

    long value(BitSet set) {
        return set.stream().mapToLong(entry -> entries.get(entry).value()).sum();
    }

    /** What is taken if the applications of a set are nowhere and all others where they were. */
    Occupancy without(BitSet set) {
        Occupancy taken = request.occupancy();
        for (int entry = set.nextSetBit(0); entry >= 0; entry = set.nextSetBit(entry + 1)) {
            taken = taken.without(entries.get(entry).id());
        }
        return taken;
    }

    /** Says whether a set can run together, as far as can be found out within limits; asks nothing twice that is known. */
    Trial isPossible(BitSet set, SearchLimits limits) {
        Trial before = known.get(set);
        return before != null && before.outcome() != Outcome.UNKNOWN ? before : best(set, limits, SearchListener.NONE);
    }

    /** Searches for the best placement of a set within limits; the best that is known counts as found. */
    Trial best(BitSet set, SearchLimits limits, SearchListener listener) {
        Trial found = search((BitSet) set.clone(), limits, listener);
        return known.merge(found.set(), found, Trials::better);
    }

    private static Trial better(Trial before, Trial now) {
        if (!before.isPlaced() || !now.isPlaced()) {
            return before.isPlaced() || before.outcome() == Outcome.INFEASIBLE ? before : now;
        }
        Trial better = now.value() < before.value() || now.outcome() == Outcome.OPTIMAL ? now : before;
        double bound = Math.min(better.value(), Math.max(before.bound(), now.bound()));
        return new Trial(better.set(), better.outcome(), better.placements(), better.score(), bound);
    }

    private Trial search(BitSet set, SearchLimits limits, SearchListener listener) {
        if (set.isEmpty()) {
            return Trial.without(set, Outcome.OPTIMAL);
        }
        JointApplication joint = joint(set);
        PlacementRequest together;
        try {
            together = request(joint, set, limits);
        } catch (InvalidModelException waitingForEachOther) {
            // Each fits the infrastructure by itself, so what is wrong with them together is a circle of affinities:
            // none can start.
            return Trial.without(set, Outcome.INFEASIBLE);
        }
        if (!NecessaryConditions.broken(together).isEmpty()) {
            return Trial.without(set, Outcome.INFEASIBLE);
        }
        Decision decision = engine.place(together, algorithm, listener);
        return decision.placement().isEmpty()
                ? Trial.without(set, decision.outcome())
                : new Trial(
                        set,
                        decision.outcome(),
                        joint.split(decision.placement().get()),
                        decision.score(),
                        decision.bound().orElse(0));
    }

    private JointApplication joint(BitSet set) {
        return JointApplication.of(set.stream().mapToObj(entries::get).toList(), namespaces, jointId);
    }

    private PlacementRequest request(JointApplication joint, BitSet set, SearchLimits limits) {
        Map<ApplicationId, Placement> current = new TreeMap<>();
        set.stream()
                .mapToObj(entries::get)
                .forEach(entry -> entry.current().ifPresent(now -> current.put(entry.id(), now)));
        return new PlacementRequest(
                request.infrastructure(),
                joint.application(),
                namespaces.occupancy(without(set)),
                request.objective(),
                current.isEmpty() ? Optional.empty() : Optional.of(joint.join(current)),
                limits);
    }

    /** Takes placements that were found one by one, if they keep the rules together. */
    Optional<Trial> joined(BitSet set, Map<ApplicationId, Placement> placements) {
        JointApplication joint = joint(set);
        try {
            Verification verification =
                    PlacementVerifier.verify(request(joint, set, request.limits()), joint.join(placements));
            Optional<Trial> trial = verification
                    .score()
                    .map(score -> new Trial(
                            (BitSet) set.clone(), Outcome.FEASIBLE, Map.copyOf(placements), Optional.of(score), 0));
            return trial.map(found -> known.merge(found.set(), found, Trials::better));
        } catch (InvalidModelException waitingForEachOther) {
            return Optional.empty();
        }
    }

    Decision alone(BatchRequest.Entry entry, Occupancy taken, SearchLimits limits) {
        PlacementRequest alone = new PlacementRequest(
                request.infrastructure(), entry.application(), taken, request.objective(), entry.current(), limits);
        return engine.place(alone, algorithm);
    }
}
