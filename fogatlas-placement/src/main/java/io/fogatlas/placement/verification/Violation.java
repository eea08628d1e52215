package io.fogatlas.placement.verification;

/** A rule that a placement breaks: one record for each kind of rule, with what is asked and what there is. */
public sealed interface Violation permits DemandViolation, RegionViolation, NodeViolation, RouteViolation {
    /**
     * Says what is broken, with what is asked and what there is.
     *
     * @return one line of text
     */
    String text();
}
