package io.fogatlas.placement.batch;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Decision;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Admits one application after the other, the most valuable first: each where the admitted ones leave room, otherwise by placing all of
 * them anew. Quick, and no more than a start: two that are worth less may be worth more together.
 */
final class Insertion {
    private static final int MOST_ROUNDS = 3;

    private final Trials trials;
    private final Budget budget;
    private final double reserve;

    /**
     * Prepares to admit.
     *
     * @param reserve what part of the budget is to be left for others
     */
    Insertion(Trials trials, Budget budget, double reserve) {
        this.trials = trials;
        this.budget = budget;
        this.reserve = reserve;
    }

    /** Admits more applications next to those of a set that can run together, until none of the others finds room. */
    Trial grown(Trial start) {
        Trial grown = start;
        List<Integer> order = IntStream.range(0, trials.entries().size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer entry) -> trials.entries().get(entry).value(), Comparator.reverseOrder()))
                .toList();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int before = grown.set().cardinality();
            for (int entry : order) {
                if (!grown.set().get(entry) && budget.left() > reserve) {
                    grown = with(entry, grown);
                }
            }
            if (grown.set().cardinality() == before) {
                break;
            }
        }
        return grown;
    }

    private Trial with(int entry, Trial admitted) {
        BitSet set = (BitSet) admitted.set().clone();
        set.set(entry);
        double part = 0.3 / trials.entries().size();
        BatchRequest.Entry one = trials.entries().get(entry);
        Decision alone = trials.alone(one, after(trials, admitted), budget.slice(part, Trials.ANY));
        Optional<Trial> joined = alone.placement().flatMap(placement -> {
            Map<ApplicationId, Placement> placements = new TreeMap<>(admitted.placements());
            placements.put(one.id(), placement);
            return trials.joined(set, placements);
        });
        if (joined.isPresent()) {
            return joined.get();
        }
        Trial anew = trials.isPossible(set, budget.slice(part, Trials.ANY));
        return anew.isPlaced() ? anew : admitted;
    }

    /** What is taken once the applications of a trial are where it puts them, and all others where they were. */
    static Occupancy after(Trials trials, Trial trial) {
        Occupancy taken = trials.without(trial.set());
        for (BatchRequest.Entry entry : trials.entries()) {
            Placement placement = trial.placements().get(entry.id());
            if (placement != null) {
                taken = taken.with(
                        entry.id(), Holding.of(trials.request().infrastructure(), entry.application(), placement));
            }
        }
        return taken;
    }
}
