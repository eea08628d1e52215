package io.fogatlas.model.infrastructure;

import java.util.Objects;

/**
 * A mark on a Compute Node that keeps replicas away which do not tolerate it, as Kubernetes means it.
 *
 * @param key its key
 * @param value its value; may be empty
 * @param effect what it does
 */
public record Taint(String key, String value, Effect effect) {
    /** What a taint does. */
    public enum Effect {
        /** Nothing new is placed on the node. */
        NO_SCHEDULE,
        /** The node is avoided where that costs nothing; never forbids a placement. */
        PREFER_NO_SCHEDULE,
        /** Nothing new is placed on the node, and what runs there is evicted. */
        NO_EXECUTE
    }

    /**
     * Checks that nothing is missing.
     *
     * @param key its key
     * @param value its value
     * @param effect what it does
     */
    public Taint {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(effect, "effect");
    }

    /**
     * Says whether the taint forbids a placement that does not tolerate it.
     *
     * @return whether it is more than a preference
     */
    public boolean forbids() {
        return effect != Effect.PREFER_NO_SCHEDULE;
    }
}
