package io.fogatlas.inventory;

import java.util.Objects;

/**
 * One resource of one link or Compute Node of which more is asked than is left.
 *
 * @param holder what has the resource
 * @param name the link's id or the node's name
 * @param resource {@code bandwidth} (bit/s), or a resource of a node by the name Kubernetes gives it, such as {@code cpu} (millicores)
 * @param asked how much is asked
 * @param available how much is left by all other holders
 */
public record Shortage(Holder holder, String name, String resource, long asked, long available) {
    /** What can have a resource. */
    public enum Holder {
        /** A link. */
        LINK,
        /** A Compute Node. */
        NODE
    }

    /**
     * Checks that nothing is missing.
     *
     * @param holder what has the resource
     * @param name its id or name
     * @param resource the resource
     * @param asked how much is asked
     * @param available how much is left
     */
    public Shortage {
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(resource, "resource");
    }

    @Override
    public String toString() {
        String what = holder == Holder.LINK ? "Link" : "Node";
        return "%s '%s': %d of %s is asked, but %d is left".formatted(what, name, asked, resource, available);
    }
}
