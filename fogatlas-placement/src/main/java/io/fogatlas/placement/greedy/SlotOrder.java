package io.fogatlas.placement.greedy;

/** In which order slots are placed: those without a choice first, then by a notion of what is difficult. */
enum SlotOrder {
    /** The one with the widest flows to what is placed already, as in Prim's algorithm. */
    CONNECTED {
        @Override
        int compare(WaitingSlots slots, int a, int b) {
            int pull = Double.compare(slots.pull(b), slots.pull(a));
            int candidates = pull != 0 ? pull : Integer.compare(slots.candidates(a), slots.candidates(b));
            return candidates != 0 ? candidates : Double.compare(slots.share(b), slots.share(a));
        }
    },
    /** The one with the fewest regions to choose from. */
    CONSTRAINED {
        @Override
        int compare(WaitingSlots slots, int a, int b) {
            int candidates = Integer.compare(slots.candidates(a), slots.candidates(b));
            return candidates != 0 ? candidates : LARGEST.compare(slots, a, b);
        }
    },
    /** The one that needs the largest share of the nodes. */
    LARGEST {
        @Override
        int compare(WaitingSlots slots, int a, int b) {
            int share = Double.compare(slots.share(b), slots.share(a));
            return share != 0 ? share : Double.compare(slots.pull(b), slots.pull(a));
        }
    };

    /** Compares two slots of a draft as it is now: negative if the first comes first, 0 if neither does. */
    abstract int compare(WaitingSlots slots, int a, int b);
}
