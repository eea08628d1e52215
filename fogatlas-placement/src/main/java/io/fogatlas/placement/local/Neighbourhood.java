package io.fogatlas.placement.local;

/** One way to change a draft a little. */
@FunctionalInterface
interface Neighbourhood {
    /**
     * Changes the draft of a walk.
     *
     * @param limit what it may cost then, with what the absence of slots costs
     * @return whether it is changed so; if not, whoever asked takes back what was done
     */
    boolean change(double limit);
}
