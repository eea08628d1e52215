package io.fogatlas.placement;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.Snapshot;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.problem.StartOrder;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks for a placement of one application.
 *
 * @param infrastructure what exists
 * @param application what is to be placed
 * @param occupancy what is taken; what the application itself holds in it is available to it
 * @param objective what makes one placement better than another
 * @param current where the application runs now, if it does
 * @param limits how long and how to search
 */
public record PlacementRequest(
        Infrastructure infrastructure,
        Application application,
        Occupancy occupancy,
        Objective objective,
        Optional<Placement> current,
        SearchLimits limits) {
    /**
     * Checks that the application fits the infrastructure.
     *
     * @param infrastructure what exists
     * @param application what is to be placed
     * @param occupancy what is taken
     * @param objective what is better
     * @param current where it runs now
     * @param limits how to search
     * @throws InvalidModelException with every region and endpoint that is named but not there, and every group of microservices
     *     that wait for each other by their affinities
     */
    public PlacementRequest {
        Objects.requireNonNull(objective, "objective");
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(limits, "limits");
        Problems problems = new Problems();
        for (String endpoint : application.endpoints()) {
            requireEndpoint(
                    problems, infrastructure, "Application", application.id().toString(), endpoint);
        }
        for (Microservice microservice : application.microservices()) {
            String name = microservice.name();
            microservice.demands().stream()
                    .flatMap(demand -> demand.region().stream())
                    .forEach(region -> requireRegion(problems, infrastructure, name, region));
            for (RegionConstraint constraint : microservice.regionConstraints()) {
                if (constraint instanceof RegionConstraint.AllowedRegions allowed) {
                    allowed.regionIds().forEach(region -> requireRegion(problems, infrastructure, name, region));
                } else if (constraint instanceof RegionConstraint.ForbiddenRegions forbidden) {
                    forbidden.regionIds().forEach(region -> requireRegion(problems, infrastructure, name, region));
                } else if (constraint instanceof RegionConstraint.WithinOfEndpoint within) {
                    requireEndpoint(problems, infrastructure, "Microservice", name, within.endpointId());
                }
            }
        }
        String waiting = waitingForEachOther(application, occupancy);
        problems.require(
                waiting.isEmpty(),
                "Application",
                application.id().toString(),
                () -> "the microservices " + waiting
                        + " wait for each other by their required pod affinities, so none of them can start;"
                        + " drop one of the affinities");
        problems.throwIfAny();
    }

    private static String waitingForEachOther(Application application, Occupancy occupancy) {
        if (application.microservices().stream()
                .allMatch(each -> each.affinities().isEmpty())) {
            return "";
        }
        Set<String> starting = StartOrder.of(application, occupancy).keySet();
        return application.microservices().stream()
                .filter(each -> !starting.contains(each.name()))
                .map(each -> "'" + each.name() + "'")
                .collect(Collectors.joining(", "));
    }

    private static void requireRegion(Problems problems, Infrastructure infrastructure, String name, String region) {
        problems.require(
                infrastructure.region(region).isPresent(),
                "Microservice",
                name,
                () -> "names region '" + region + "', but there is no such Region");
    }

    private static void requireEndpoint(
            Problems problems, Infrastructure infrastructure, String kind, String name, String endpoint) {
        problems.require(
                infrastructure.endpoint(endpoint).isPresent(),
                kind,
                name,
                () -> "names external endpoint '" + endpoint + "', but there is no such ExternalEndpoint");
    }

    /**
     * Asks for a placement on an infrastructure of which nothing is taken, by the default objective and limits.
     *
     * @param infrastructure what exists
     * @param application what is to be placed
     * @return the request
     * @throws InvalidModelException if they do not fit together
     */
    public static PlacementRequest of(Infrastructure infrastructure, Application application) {
        return builder(infrastructure, application).build();
    }

    /**
     * Starts building a request; nothing taken, default objective and limits, not placed yet.
     *
     * @param infrastructure what exists
     * @param application what is to be placed
     * @return a builder
     */
    public static Builder builder(Infrastructure infrastructure, Application application) {
        return new Builder(infrastructure, application);
    }

    /**
     * Starts building a request on what exists and what is taken at one moment; default objective and limits, not placed yet.
     *
     * @param snapshot what exists and what is taken, such as an inventory's; what the application itself holds in it is available to it
     * @param application what is to be placed
     * @return a builder
     */
    public static Builder builder(Snapshot snapshot, Application application) {
        return builder(snapshot.infrastructure(), application).occupancy(snapshot.occupancy());
    }

    /**
     * Starts building a request that differs from this one in occupancy, objective, current placement or limits.
     *
     * @return a builder with everything of this request
     */
    public Builder toBuilder() {
        Builder builder = builder(infrastructure, application)
                .occupancy(occupancy)
                .objective(objective)
                .limits(limits);
        builder.current = current;
        return builder;
    }

    /** Builds a {@link PlacementRequest}; reusable, not thread-safe. */
    public static final class Builder {
        private final Infrastructure infrastructure;
        private final Application application;
        private Occupancy occupancy = Occupancy.NONE;
        private Objective objective = Objective.DEFAULT;
        private Optional<Placement> current = Optional.empty();
        private SearchLimits limits = SearchLimits.DEFAULT;

        private Builder(Infrastructure infrastructure, Application application) {
            this.infrastructure = Objects.requireNonNull(infrastructure, "infrastructure");
            this.application = Objects.requireNonNull(application, "application");
        }

        /**
         * Sets what is taken.
         *
         * @param value the occupancy; what the application itself holds in it is available to it
         * @return this builder
         */
        public Builder occupancy(Occupancy value) {
            occupancy = value;
            return this;
        }

        /**
         * Sets what is better.
         *
         * @param value the objective
         * @return this builder
         */
        public Builder objective(Objective value) {
            objective = value;
            return this;
        }

        /**
         * Sets where the application runs now.
         *
         * @param value its current placement
         * @return this builder
         */
        public Builder current(Placement value) {
            current = Optional.of(value);
            return this;
        }

        /**
         * Sets how long and how to search.
         *
         * @param value the limits
         * @return this builder
         */
        public Builder limits(SearchLimits value) {
            limits = value;
            return this;
        }

        /**
         * Builds the request.
         *
         * @return the request
         * @throws InvalidModelException if application and infrastructure do not fit together
         */
        public PlacementRequest build() {
            return new PlacementRequest(infrastructure, application, occupancy, objective, current, limits);
        }
    }
}
