package io.fogatlas.placement.batch;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for placements of several applications at once.
 *
 * @param infrastructure what exists
 * @param entries the applications, each with what it is worth; at least one
 * @param occupancy what is taken; what an admitted application holds in it is available to all of the batch, what one that is left out
 *     holds stays its own
 * @param objective what makes one placement of all admitted applications together better than another
 * @param limits how long and how to search, for the whole batch
 */
public record BatchRequest(
        Infrastructure infrastructure,
        List<Entry> entries,
        Occupancy occupancy,
        Objective objective,
        SearchLimits limits) {
    /** The most that one application may be worth. */
    public static final long MAX_VALUE = 1_000_000_000_000L;

    /** The most applications of one batch. */
    public static final int MAX_ENTRIES = 100_000;

    /**
     * One application of the batch.
     *
     * @param application what is to be placed
     * @param value what it is worth to have it placed, from 0 to {@link BatchRequest#MAX_VALUE}; values of several applications add up
     * @param current where it runs now, if it does
     */
    public record Entry(Application application, long value, Optional<Placement> current) {
        /**
         * Checks the value.
         *
         * @param application what is to be placed
         * @param value what it is worth
         * @param current where it runs now
         * @throws InvalidModelException if the value is out of its range
         */
        public Entry {
            Objects.requireNonNull(current, "current");
            long given = value;
            Problems problems = new Problems();
            problems.require(
                    value >= 0 && value <= MAX_VALUE,
                    "Application",
                    application.id().toString(),
                    () -> "must be worth from 0 to " + MAX_VALUE + ", but is " + given);
            problems.throwIfAny();
        }

        /**
         * Asks for an application that does not run yet.
         *
         * @param application what is to be placed
         * @param value what it is worth
         * @return the entry
         * @throws InvalidModelException if the value is out of its range
         */
        public static Entry of(Application application, long value) {
            return new Entry(application, value, Optional.empty());
        }

        ApplicationId id() {
            return application.id();
        }
    }

    /**
     * Checks that each application fits the infrastructure.
     *
     * @param infrastructure what exists
     * @param entries the applications
     * @param occupancy what is taken
     * @param objective what is better
     * @param limits how to search
     * @throws InvalidModelException if there is no application, too many, or one twice, or if one could not be asked for by itself (see
     *     {@link PlacementRequest}), or if all flows together exceed what one application may have
     */
    public BatchRequest {
        Objects.requireNonNull(infrastructure, "infrastructure");
        Objects.requireNonNull(occupancy, "occupancy");
        entries = List.copyOf(entries);
        int count = entries.size();
        Problems problems = new Problems();
        problems.require(
                count >= 1 && count <= MAX_ENTRIES,
                "Batch",
                "",
                () -> "must have 1 to " + MAX_ENTRIES + " applications, but has " + count);
        Set<ApplicationId> ids = new HashSet<>();
        for (Entry entry : entries) {
            problems.unique("Application", entry.id().toString(), ids.add(entry.id()) ? null : entry.id());
            try {
                new PlacementRequest(
                        infrastructure, entry.application(), occupancy, objective, entry.current(), limits);
            } catch (InvalidModelException refused) {
                problems.addAll(refused);
            }
        }
        problems.throwIfAny();
        JointApplication.of(entries, Namespaces.of(entries, occupancy), ApplicationId.of("batch"));
    }

    /**
     * Asks for one of the applications by itself.
     *
     * @param entry the application
     * @param taken what is taken by the others
     * @return the request
     */
    public PlacementRequest alone(Entry entry, Occupancy taken) {
        return new PlacementRequest(infrastructure, entry.application(), taken, objective, entry.current(), limits);
    }
}
