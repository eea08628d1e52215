package io.fogatlas.placement.verification;

import java.util.Locale;

/** A rule for which replicas of a microservice cannot be in a region. */
public enum RegionRule {
    /** A region constraint of the microservice does not permit it. */
    NOT_PERMITTED,
    /** No nodes are known, and the node selector asks for another label of the region. */
    NODE_SELECTOR,
    /** The region has no node. */
    NO_NODE,
    /** None of its nodes is ready. */
    NOT_READY,
    /** Each of its ready nodes has a taint that is not tolerated. */
    TAINTS,
    /** The node selector matches none of its nodes. */
    NODE_LABELS,
    /** Its nodes have too little of a resource left. */
    RESOURCE,
    /** A required affinity finds no replica there. */
    AFFINITY,
    /** An anti-affinity keeps the microservice apart from replicas that are there, or must be. */
    ANTI_AFFINITY,
    /** Another demand of the same microservice must be there. */
    OTHER_DEMAND,
    /** A data flow takes too long from or to there. */
    LATENCY,
    /** A data flow finds no path with enough bandwidth from or to there. */
    BANDWIDTH,
    /** A data flow finds no path at all from or to there. */
    NO_PATH,
    /** The region can take the replicas, but not together with the rest of the application. */
    TOGETHER;

    /**
     * Says how the rule is called in output.
     *
     * @return its name in lower case with hyphens
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
