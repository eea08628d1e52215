package io.fogatlas.placement.local;

import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/** Chooses slots that have something to do with each other, so that freeing them together makes room for something new. */
final class Ruin {
    private final Walk walk;
    private final Draft draft;
    private final SplittableRandom random;
    /** In which round a region was last seen. */
    private final int[] seen;

    private int round;

    Ruin(Walk walk) {
        this.walk = walk;
        draft = walk.draft();
        random = walk.random();
        seen = new int[walk.problem().network().regions()];
    }

    /** Any slot that has a choice; one that is absent, if there are any. */
    Slot any() {
        List<Slot> slots = walk.isComplete() ? walk.movable() : walk.absent();
        return slots.get(random.nextInt(slots.size()));
    }

    /** Some slots, of which there are at least one and at most so many: few more often than many. */
    List<Slot> some(int most) {
        int count = 1 + random.nextInt(1 + random.nextInt(most));
        Slot seed = any();
        int kind = random.nextInt(8);
        if (kind < 4) {
            return connected(seed, count);
        }
        return kind < 7 ? around(seed, count + 1) : scattered(seed, count);
    }

    /** A slot and others that exchange data with it or with each other. */
    List<Slot> connected(Slot seed, int count) {
        List<Slot> chosen = new ArrayList<>(List.of(seed));
        BitSet taken = new BitSet();
        taken.set(seed.index());
        List<Slot> open = new ArrayList<>(walk.neighbours(seed));
        while (chosen.size() < count && !open.isEmpty()) {
            Slot next = open.remove(random.nextInt(open.size()));
            if (!taken.get(next.index())) {
                taken.set(next.index());
                if (next.onlyCandidate() < 0) {
                    chosen.add(next);
                    open.addAll(walk.neighbours(next));
                }
            }
        }
        return chosen;
    }

    /** A slot and others in its region and in those around; those of a slot that is nowhere are around one of its candidates. */
    List<Slot> around(Slot seed, int count) {
        List<Slot> chosen = new ArrayList<>(List.of(seed));
        List<Integer> open = new ArrayList<>(List.of(centre(seed)));
        round++;
        seen[open.get(0)] = round;
        for (int next = 0; next < open.size() && chosen.size() < count; next++) {
            for (Slot slot : draft.slotsIn(open.get(next))) {
                if (slot != seed && slot.onlyCandidate() < 0 && chosen.size() < count && random.nextInt(4) > 0) {
                    chosen.add(slot);
                }
            }
            addNext(open.get(next), open);
        }
        return chosen;
    }

    private int centre(Slot seed) {
        if (walk.isPlaced(seed)) {
            return draft.regionOf(seed.index());
        }
        for (Slot neighbour : walk.neighbours(seed)) {
            if (walk.isPlaced(neighbour) && random.nextInt(2) == 0) {
                return draft.regionOf(neighbour.index());
            }
        }
        int some = random.nextInt(walk.problem().network().regions());
        int candidate = seed.candidates().nextSetBit(some);
        return candidate >= 0 ? candidate : Math.max(0, seed.candidates().nextSetBit(0));
    }

    /** Adds the regions next to one, beginning with any of them. */
    private void addNext(int region, List<Integer> open) {
        Network.Arcs arcs = walk.problem().network().forward();
        int first = arcs.start(region);
        int count = arcs.start(region + 1) - first;
        int from = count == 0 ? 0 : random.nextInt(count);
        for (int i = 0; i < count; i++) {
            int target = arcs.target(first + (from + i) % count);
            if (seen[target] != round) {
                seen[target] = round;
                open.add(target);
            }
        }
    }

    private List<Slot> scattered(Slot seed, int count) {
        List<Slot> chosen = new ArrayList<>(List.of(seed));
        BitSet taken = new BitSet();
        taken.set(seed.index());
        for (int i = 1; i < count && !walk.movable().isEmpty(); i++) {
            Slot other = walk.movable().get(random.nextInt(walk.movable().size()));
            if (!taken.get(other.index())) {
                taken.set(other.index());
                chosen.add(other);
            }
        }
        return chosen;
    }
}
