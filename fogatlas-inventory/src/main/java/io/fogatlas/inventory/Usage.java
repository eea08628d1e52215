package io.fogatlas.inventory;

import java.util.Objects;

/**
 * How much of one resource is taken.
 *
 * @param name the id or name of what has it: a link, a node, or a region
 * @param resource {@code bandwidth} (bit/s), or a resource of nodes by the name Kubernetes gives it, such as {@code cpu} (millicores)
 * @param taken how much is taken
 * @param capacity how much there is; 0 of a link that is down or a node that is not ready or not there
 */
public record Usage(String name, String resource, long taken, long capacity) {
    /**
     * Checks that nothing is missing.
     *
     * @param name what has it
     * @param resource the resource
     * @param taken how much is taken
     * @param capacity how much there is
     */
    public Usage {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(resource, "resource");
    }

    /**
     * Says which share is taken.
     *
     * @return taken by capacity: 0 if nothing is taken, above 1 if too much is, infinite if there is nothing to take
     */
    public double ratio() {
        return taken == 0 ? 0 : (double) taken / capacity;
    }

    /**
     * Says whether more is taken than there is.
     *
     * @return whether it is over-committed
     */
    public boolean isOverCommitted() {
        return taken > capacity;
    }
}
