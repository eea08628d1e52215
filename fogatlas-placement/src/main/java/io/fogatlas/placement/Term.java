package io.fogatlas.placement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A quantity of a placement that an {@link Objective} weighs. Each is never negative, and less of it is better. */
public enum Term {
    /** Bandwidth reserved on links: the sum over routes of bandwidth × links, in Mbit/s. */
    NETWORK,
    /** The sum of the latencies of all routes, in ms. */
    LATENCY,
    /** The sum over replicas of the region's price × MIPS taken, in currency units. */
    COMPUTE,
    /** The number of regions in which the application has a replica. */
    REGIONS,
    /**
     * Replicas moved: for every microservice that the current placement places, the number of its replicas in each region above what
     * it has there now.
     */
    MIGRATION,
    /**
     * The highest utilisation after the placement, as a ratio: of any link that is up, and of any resource of any region summed over
     * its ready nodes. What others hold counts.
     */
    BALANCE;

    /**
     * Says how the term is called in options and output.
     *
     * @return its name in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Says in which unit its amounts are.
     *
     * @return the unit, as it is written behind an amount; empty for plain counts, ratios and currency units
     */
    public String unit() {
        return switch (this) {
            case NETWORK -> "Mbit/s";
            case LATENCY -> "ms";
            case COMPUTE, REGIONS, MIGRATION, BALANCE -> "";
        };
    }

    /**
     * Says what its amounts are, for the heading of a column or an axis.
     *
     * @return such as {@code latency in ms}; the name alone where there is no unit
     */
    public String heading() {
        return unit().isEmpty() ? key() : key() + " in " + unit();
    }

    /**
     * Finds a term.
     *
     * @param key its name in lower case
     * @return the term, if there is one
     */
    public static Optional<Term> ofKey(String key) {
        return Arrays.stream(values()).filter(term -> term.key().equals(key)).findFirst();
    }
}
