package io.fogatlas.placement.verification;

/** A rule that a placement breaks. */
public interface Violation {
    /**
     * Says what is broken, with what is asked and what there is.
     *
     * @return one line of text
     */
    String text();
}
