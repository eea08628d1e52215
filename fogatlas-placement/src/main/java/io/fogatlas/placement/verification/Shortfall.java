package io.fogatlas.placement.verification;

import java.util.Objects;

/**
 * How much is lacking of something that is measured.
 *
 * @param of what is lacking: a resource by the name Kubernetes gives it, or the name of a data flow
 * @param at the node it is lacking at; empty if it is not a node's
 * @param unit {@code millicores}, {@code bytes}, {@code count}, {@code bit/s} or {@code us}
 * @param asked what is asked; of a latency, its bound
 * @param available what there is; of a latency, the least that can be had
 */
public record Shortfall(String of, String at, String unit, long asked, long available) {
    /**
     * Checks that nothing is missing.
     *
     * @param of what is lacking
     * @param at the node
     * @param unit the unit of both amounts
     * @param asked what is asked
     * @param available what there is
     */
    public Shortfall {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(unit, "unit");
    }

    /**
     * Says how much is lacking.
     *
     * @return the difference of what is asked and what there is; never negative
     */
    public long missing() {
        return Math.abs(asked - available);
    }

    /**
     * Says in which unit a resource is counted.
     *
     * @param resource its name in Kubernetes
     * @return the unit
     */
    public static String unitOf(String resource) {
        return switch (resource) {
            case "cpu" -> "millicores";
            case "memory", "ephemeral-storage" -> "bytes";
            default -> "count";
        };
    }
}
