package io.fogatlas.placement.local;

import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Frees one slot or several and puts them in again one by one, in one of several orders, each where it costs least; now and then the
 * cheapest region is passed over, so that the same slots come out differently next time (J. Christiaens and G. Vanden Berghe, "Slack
 * induction by string removals for vehicle routing problems", 2020). Slots that are absent are put in with them.
 */
final class Recreate implements Neighbourhood {
    /** How many slots are freed at most. */
    private static final int MOST = 8;

    /** One in so many regions is passed over. */
    private static final int ONE_IN = 20;

    private final Walk walk;
    private final Ruin ruin;
    private final CheapestInsertion insertion;
    private final SplittableRandom random;
    private final double[] sizes;
    private final double[] flows;

    Recreate(Walk walk, Ruin ruin, CheapestInsertion insertion) {
        this.walk = walk;
        this.ruin = ruin;
        this.insertion = insertion;
        random = walk.random();
        sizes = new double[walk.problem().slots().size()];
        flows = new double[sizes.length];
        for (Slot slot : walk.problem().slots()) {
            int region = Math.max(0, slot.candidates().nextSetBit(0));
            sizes[slot.index()] = (double) slot.service().demand(Hosts.CPU, region) * slot.replicas();
            for (Leg leg : walk.draft().legsOf(slot.index())) {
                flows[slot.index()] += leg.bandwidthBps();
            }
        }
    }

    @Override
    public boolean change(double limit) {
        List<Slot> slots = ruin.some(MOST);
        for (Slot slot : walk.absent()) {
            if (!slots.contains(slot)) {
                slots.add(slot);
            }
        }
        boolean wasComplete = walk.isComplete();
        walk.remove(slots);
        double others = slots.stream().mapToDouble(insertion::least).sum();
        for (Slot slot : ordered(slots)) {
            others -= insertion.least(slot);
            double left = wasComplete ? limit - walk.draft().cost() - others : Double.POSITIVE_INFINITY;
            boolean in = left > 0 && insertion.insert(slot, left, () -> random.nextInt(ONE_IN) == 0);
            if (!in && wasComplete) {
                return false;
            }
            walk.note(slot);
        }
        return walk.routeRest(slots) && walk.value() <= limit;
    }

    private List<Slot> ordered(List<Slot> slots) {
        List<Slot> order = new ArrayList<>(slots);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        int kind = random.nextInt(4);
        if (kind < 2) {
            double[] first = kind == 0 ? sizes : flows;
            order.sort(Comparator.comparingDouble(slot -> -first[slot.index()]));
        }
        return order;
    }
}
