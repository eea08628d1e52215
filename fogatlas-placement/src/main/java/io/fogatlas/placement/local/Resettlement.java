package io.fogatlas.placement.local;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Moves what belongs together to another place at once: one slot goes to another region, near or far, and those that exchange data with it or
 * with each other follow one by one, those with the most data to what is placed first, each to where it costs least. One by one from where they
 * are, none of them could leave the others.
 */
final class Resettlement implements Neighbourhood {
    /** How many slots move at most. */
    private static final int MOST = 24;

    /** How many links a near region is away at most. */
    private static final int NEAR = 4;

    /** One in so many regions is passed over. */
    private static final int ONE_IN = 20;

    private final Walk walk;
    private final Ruin ruin;
    private final CheapestInsertion insertion;
    private final SplittableRandom random;

    Resettlement(Walk walk, Ruin ruin, CheapestInsertion insertion) {
        this.walk = walk;
        this.ruin = ruin;
        this.insertion = insertion;
        random = walk.random();
    }

    @Override
    public boolean change(double limit) {
        Slot first = ruin.any();
        int target = target(first);
        if (target < 0 || target == walk.draft().regionOf(first.index())) {
            return false;
        }
        List<Slot> slots = ruin.connected(first, 2 + random.nextInt(MOST - 1));
        walk.remove(slots);
        if (!walk.insertion().insertIn(first, target)) {
            return false;
        }
        walk.note(first);
        List<Slot> left = new ArrayList<>(slots.subList(1, slots.size()));
        double others = left.stream().mapToDouble(insertion::least).sum();
        while (!left.isEmpty()) {
            Slot next = left.remove(mostAttached(left));
            others -= insertion.least(next);
            double most = limit - walk.draft().cost() - others;
            if (most <= 0 || !insertion.insert(next, most, () -> random.nextInt(ONE_IN) == 0)) {
                return false;
            }
            walk.note(next);
        }
        return walk.routeRest(slots) && walk.value() <= limit;
    }

    /** A region that a slot may be in: some links from where it is, or any; -1 if it happened to find none. */
    private int target(Slot slot) {
        int region = walk.draft().regionOf(slot.index());
        if (random.nextInt(2) == 0) {
            int some = random.nextInt(walk.problem().network().regions());
            return slot.candidates().nextSetBit(some);
        }
        Network.Arcs arcs = walk.problem().network().forward();
        for (int links = 1 + random.nextInt(NEAR); links > 0; links--) {
            int count = arcs.start(region + 1) - arcs.start(region);
            region = count == 0 ? region : arcs.target(arcs.start(region) + random.nextInt(count));
        }
        return slot.candidates().get(region) ? region : -1;
    }

    /** The position of the slot with the most data to and from slots that are placed; the first of several. */
    private int mostAttached(List<Slot> slots) {
        int most = 0;
        double mostBps = -1;
        for (int i = 0; i < slots.size(); i++) {
            double bps = 0;
            for (Leg leg : walk.draft().legsOf(slots.get(i).index())) {
                bps += isHeld(leg) ? leg.bandwidthBps() : 0;
            }
            if (bps > mostBps) {
                most = i;
                mostBps = bps;
            }
        }
        return most;
    }

    /** Says whether one end of a leg is placed. */
    private boolean isHeld(Leg leg) {
        return walk.draft().regionOf(leg.source()) != Draft.NOWHERE
                || walk.draft().hasPlacedDestination(leg);
    }
}
