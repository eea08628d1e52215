package io.fogatlas.placement.batch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The sets of applications that are proved not to run together. */
final class Conflicts {
    private final BitSet helpers;
    private final List<BitSet> found = new ArrayList<>();

    Conflicts(BitSet helpers) {
        this.helpers = helpers;
    }

    void add(BitSet conflict) {
        found.add(conflict);
    }

    /** Finds a conflict that proves that a set cannot run together: one within it, beside which nobody helps. */
    Optional<BitSet> within(BitSet set) {
        return found.stream().filter(conflict -> proves(conflict, set)).findFirst();
    }

    private boolean proves(BitSet conflict, BitSet set) {
        BitSet outside = (BitSet) conflict.clone();
        outside.andNot(set);
        BitSet besides = (BitSet) set.clone();
        besides.andNot(conflict);
        return outside.isEmpty() && !besides.intersects(helpers);
    }

    /** Finds, for an application that is left out, a smallest known conflict with admitted ones only. */
    Optional<BitSet> between(int leftOut, BitSet admitted) {
        BitSet together = (BitSet) admitted.clone();
        together.set(leftOut);
        return found.stream()
                .filter(conflict -> conflict.get(leftOut))
                .filter(conflict -> proves(conflict, together))
                .min((one, other) -> Integer.compare(one.cardinality(), other.cardinality()));
    }
}
