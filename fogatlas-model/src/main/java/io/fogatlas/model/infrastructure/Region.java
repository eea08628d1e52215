package io.fogatlas.model.infrastructure;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Location;
import io.fogatlas.model.Problems;
import java.util.Objects;
import java.util.Optional;

/**
 * A site (cloud, fog or edge) that hosts Compute Nodes.
 *
 * @param id what links, endpoints and applications call it by
 * @param name what people call it
 * @param tier 0 for the cloud, growing outward
 * @param location where it lies, if that is known
 * @param cpuModel the model of its CPUs; may be empty
 * @param mipsPerCore million instructions a second of one core (FogAtlas {@code cpu2mips}); at least 1
 * @param priceMicrosPerMips the price of one MIPS, in millionths of a currency unit
 */
public record Region(
        String id,
        String name,
        int tier,
        Optional<Location> location,
        String cpuModel,
        long mipsPerCore,
        long priceMicrosPerMips) {
    /** {@link #mipsPerCore()} of a region of which nothing is said: one MIPS per millicore. */
    public static final long DEFAULT_MIPS_PER_CORE = 1000;

    /**
     * Checks the values.
     *
     * @param id its id
     * @param name its name
     * @param tier its tier
     * @param location its location
     * @param cpuModel its CPU model
     * @param mipsPerCore MIPS of one core
     * @param priceMicrosPerMips price of one MIPS in millionths
     * @throws InvalidModelException if the id is blank, the tier or price negative, or {@code mipsPerCore} less than 1
     */
    public Region {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(cpuModel, "cpuModel");
        Problems problems = new Problems();
        problems.text("Region", id, "id", id);
        problems.amount("Region", id, "tier", tier, 0);
        problems.amount("Region", id, "mipsPerCore", mipsPerCore, 1);
        problems.amount("Region", id, "priceMicrosPerMips", priceMicrosPerMips, 0);
        problems.throwIfAny();
    }

    /**
     * Starts building a region of tier 0 without location, named like its id, with {@link #DEFAULT_MIPS_PER_CORE} and no price.
     *
     * @param id its id
     * @return a builder
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** Builds a {@link Region}; reusable, not thread-safe. */
    public static final class Builder {
        private final String id;
        private String name;
        private int tier;
        private Optional<Location> location = Optional.empty();
        private String cpuModel = "";
        private long mipsPerCore = DEFAULT_MIPS_PER_CORE;
        private long priceMicrosPerMips;

        private Builder(String id) {
            this.id = id;
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
         * Sets the tier.
         *
         * @param value 0 for the cloud, growing outward
         * @return this builder
         */
        public Builder tier(int value) {
            tier = value;
            return this;
        }

        /**
         * Sets the location.
         *
         * @param value where it lies
         * @return this builder
         */
        public Builder location(Location value) {
            location = Optional.of(value);
            return this;
        }

        /**
         * Sets the CPU model.
         *
         * @param value the model
         * @return this builder
         */
        public Builder cpuModel(String value) {
            cpuModel = value;
            return this;
        }

        /**
         * Sets the speed of one core.
         *
         * @param value MIPS of one core
         * @return this builder
         */
        public Builder mipsPerCore(long value) {
            mipsPerCore = value;
            return this;
        }

        /**
         * Sets the price.
         *
         * @param value price of one MIPS in millionths of a currency unit
         * @return this builder
         */
        public Builder priceMicrosPerMips(long value) {
            priceMicrosPerMips = value;
            return this;
        }

        /**
         * Builds the region.
         *
         * @return the region
         * @throws InvalidModelException if a value is out of its range
         */
        public Region build() {
            return new Region(id, name, tier, location, cpuModel, mipsPerCore, priceMicrosPerMips);
        }
    }
}
