package io.fogatlas.model.application;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Location;
import io.fogatlas.model.Problems;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says in which regions a microservice may run. */
public sealed interface RegionConstraint {
    /**
     * Says whether a region is permitted.
     *
     * @param region the region
     * @param infrastructure where it and the endpoints are
     * @return whether a replica may run there
     */
    boolean permits(Region region, Infrastructure infrastructure);

    /**
     * Permits the named regions only.
     *
     * @param regionIds their ids; at least one
     */
    record AllowedRegions(Set<String> regionIds) implements RegionConstraint {
        /**
         * Copies and checks the set.
         *
         * @param regionIds the ids
         * @throws InvalidModelException if there is none
         */
        public AllowedRegions {
            regionIds = atLeastOne("AllowedRegions", regionIds);
        }

        @Override
        public boolean permits(Region region, Infrastructure infrastructure) {
            return regionIds.contains(region.id());
        }
    }

    /**
     * Permits all but the named regions.
     *
     * @param regionIds their ids; at least one
     */
    record ForbiddenRegions(Set<String> regionIds) implements RegionConstraint {
        /**
         * Copies and checks the set.
         *
         * @param regionIds the ids
         * @throws InvalidModelException if there is none
         */
        public ForbiddenRegions {
            regionIds = atLeastOne("ForbiddenRegions", regionIds);
        }

        @Override
        public boolean permits(Region region, Infrastructure infrastructure) {
            return !regionIds.contains(region.id());
        }
    }

    /**
     * Permits regions of certain tiers only.
     *
     * @param tiers the tiers; at least one
     */
    record AllowedTiers(Set<Integer> tiers) implements RegionConstraint {
        /**
         * Copies and checks the set.
         *
         * @param tiers the tiers
         * @throws InvalidModelException if there is none
         */
        public AllowedTiers {
            tiers = atLeastOne("AllowedTiers", tiers);
        }

        @Override
        public boolean permits(Region region, Infrastructure infrastructure) {
            return tiers.contains(region.tier());
        }
    }

    /**
     * Permits regions near a point. A region without location is not near.
     *
     * @param center the point
     * @param radiusMeters how far a region may be from it, by the great circle, in metres
     */
    record Within(Location center, long radiusMeters) implements RegionConstraint {
        /**
         * Checks the radius.
         *
         * @param center the point
         * @param radiusMeters the radius in metres
         * @throws InvalidModelException if the radius is negative
         */
        public Within {
            Objects.requireNonNull(center, "center");
            checkRadius("Within", radiusMeters);
        }

        @Override
        public boolean permits(Region region, Infrastructure infrastructure) {
            return near(region, Optional.of(center), radiusMeters);
        }
    }

    /**
     * Permits regions near an External Endpoint. Where the endpoint's or the region's location is not known, only the endpoint's own
     * region is near.
     *
     * @param endpointId the endpoint
     * @param radiusMeters how far a region may be from it, by the great circle, in metres
     */
    record WithinOfEndpoint(String endpointId, long radiusMeters) implements RegionConstraint {
        /**
         * Checks the radius.
         *
         * @param endpointId the endpoint
         * @param radiusMeters the radius in metres
         * @throws InvalidModelException if the radius is negative
         */
        public WithinOfEndpoint {
            Objects.requireNonNull(endpointId, "endpointId");
            checkRadius("WithinOfEndpoint", radiusMeters);
        }

        @Override
        public boolean permits(Region region, Infrastructure infrastructure) {
            boolean same = infrastructure
                    .endpoint(endpointId)
                    .map(endpoint -> endpoint.regionId().equals(region.id()))
                    .orElse(false);
            return same || near(region, infrastructure.locationOfEndpoint(endpointId), radiusMeters);
        }
    }

    private static boolean near(Region region, Optional<Location> center, long radiusMeters) {
        return center.isPresent()
                && region.location().isPresent()
                && region.location().get().metersTo(center.get()) <= radiusMeters;
    }

    private static void checkRadius(String kind, long radiusMeters) {
        Problems problems = new Problems();
        problems.amount(kind, "", "radiusMeters", radiusMeters, 0);
        problems.throwIfAny();
    }

    private static <T extends Comparable<T>> Set<T> atLeastOne(String kind, Collection<T> values) {
        Problems problems = new Problems();
        problems.require(!values.isEmpty(), kind, "", () -> "must name at least one");
        problems.throwIfAny();
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
