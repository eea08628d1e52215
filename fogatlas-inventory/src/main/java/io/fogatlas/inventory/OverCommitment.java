package io.fogatlas.inventory;

import io.fogatlas.model.application.ApplicationId;
import java.util.List;
import java.util.Objects;

/**
 * More is taken of a link or node than there is.
 *
 * @param holder what it is
 * @param usage how much is taken, and how much there is
 * @param applications those that take of it, and so may suffer, in order of name; empty if only unknown holders do
 */
public record OverCommitment(Shortage.Holder holder, Usage usage, List<ApplicationId> applications) {
    /**
     * Copies the list.
     *
     * @param holder what it is
     * @param usage how much is taken
     * @param applications those that take of it
     */
    public OverCommitment {
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(usage, "usage");
        applications = List.copyOf(applications);
    }
}
