package io.fogatlas.model.infrastructure;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Location;
import io.fogatlas.model.Problems;
import java.util.Objects;
import java.util.Optional;

/**
 * A sensor, camera or service that is fixed in one region and that data flows start or end at.
 *
 * @param id what applications call it by
 * @param name what people call it
 * @param type what it is, such as {@code camera}; may be empty
 * @param regionId the region it is fixed in
 * @param location where it stands, if that is known apart from its region
 */
public record ExternalEndpoint(String id, String name, String type, String regionId, Optional<Location> location) {
    /**
     * Checks the values.
     *
     * @param id its id
     * @param name its name
     * @param type its type
     * @param regionId its region
     * @param location its location
     * @throws InvalidModelException if the id or the region id is blank
     */
    public ExternalEndpoint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(location, "location");
        Problems problems = new Problems();
        problems.text("ExternalEndpoint", id, "id", id);
        problems.text("ExternalEndpoint", id, "regionId", regionId);
        problems.throwIfAny();
    }

    /**
     * Makes an endpoint of which only the region is known.
     *
     * @param id its id, also its name
     * @param regionId the region it is fixed in
     * @return the endpoint
     * @throws InvalidModelException if an id is blank
     */
    public static ExternalEndpoint of(String id, String regionId) {
        return builder(id, regionId).build();
    }

    /**
     * Starts building an endpoint of no type, named like its id, of which no location is known.
     *
     * @param id its id
     * @param regionId the region it is fixed in
     * @return a builder
     */
    public static Builder builder(String id, String regionId) {
        return new Builder(id, regionId);
    }

    /** Builds an {@link ExternalEndpoint}; reusable, not thread-safe. */
    public static final class Builder {
        private final String id;
        private final String regionId;
        private String name;
        private String type = "";
        private Optional<Location> location = Optional.empty();

        private Builder(String id, String regionId) {
            this.id = id;
            this.regionId = regionId;
            this.name = id;
        }

        /**
         * Sets the name.
         *
         * @param value what people call it
         * @return this builder
         */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /**
         * Sets the type.
         *
         * @param value what it is, such as {@code camera}
         * @return this builder
         */
        public Builder type(String value) {
            type = value;
            return this;
        }

        /**
         * Sets the location.
         *
         * @param value where it stands
         * @return this builder
         */
        public Builder location(Location value) {
            location = Optional.of(value);
            return this;
        }

        /**
         * Builds the endpoint.
         *
         * @return the endpoint
         * @throws InvalidModelException if the id or the region id is blank
         */
        public ExternalEndpoint build() {
            return new ExternalEndpoint(id, name, type, regionId, location);
        }
    }
}
