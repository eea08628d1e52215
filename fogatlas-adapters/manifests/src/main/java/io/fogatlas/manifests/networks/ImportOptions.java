package io.fogatlas.manifests.networks;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import io.fogatlas.model.infrastructure.Region;
import java.util.Objects;

/**
 * What to assume where a network file says nothing, and which of its readings to take.
 *
 * @param defaultBandwidthBps bandwidth of a link of which the file gives none, in bit/s; 1 Gbit/s by default
 * @param defaultLatencyMicros latency of a link of which the file gives none and whose ends have no known place, in microseconds; 1,000
 *     by default (200 km of fibre)
 * @param nanosPerKm latency of a kilometre of great circle, in nanoseconds; 5,000 by default, which is light in fibre
 * @param latencyFactor what latencies that the file gives are multiplied by; 1 by default. REPETITA's are a third of those of fibre: 3
 *     mends that
 * @param coordinates how coordinates are read; by default that is detected
 * @param capacityUnitBps what a capacity of 1 means in an SNDlib file that gives no unit, in bit/s; 1 Mbit/s by default
 * @param moduleIndex which of an SNDlib link's capacity modules is installed, from 0; the first by default
 * @param moduleCount how many of them; 1 by default
 * @param mergeDirections whether two opposite directed links that are otherwise equal become one undirected link; true by default
 * @param mergeDependencies whether two opposite dependencies of an AppGroup that are otherwise equal become one data flow, in the
 *     direction named first; false by default
 * @param networkCostAsMillis whether a {@code networkCost} is the latency of a link and a {@code maxNetworkCost} the latency bound of a
 *     data flow, in milliseconds; false by default, since a cost has no unit
 * @param tiers how many tiers the regions are divided into by their number of links, see {@link ImportedNetwork}; 1 by default, which
 *     leaves all in tier 0
 * @param mipsPerCore MIPS of one core of every region; {@value Region#DEFAULT_MIPS_PER_CORE} by default
 * @param endpointPerRegion whether each region gets an External Endpoint, called {@code at-} and the region's id; false by default
 */
public record ImportOptions(
        long defaultBandwidthBps,
        long defaultLatencyMicros,
        long nanosPerKm,
        int latencyFactor,
        CoordinateReading coordinates,
        long capacityUnitBps,
        int moduleIndex,
        int moduleCount,
        boolean mergeDirections,
        boolean mergeDependencies,
        boolean networkCostAsMillis,
        int tiers,
        long mipsPerCore,
        boolean endpointPerRegion) {
    /** The most tiers. */
    public static final int MAX_TIERS = 10;

    private static final int MILLION = 1_000_000;

    /**
     * Checks the ranges.
     *
     * @param defaultBandwidthBps bandwidth of a link of which none is given, in bit/s; at least 0
     * @param defaultLatencyMicros latency of a link of which none is known, in microseconds; at least 0
     * @param nanosPerKm latency of a kilometre in nanoseconds; from 0 to 1,000,000
     * @param latencyFactor what given latencies are multiplied by; from 1 to 1,000
     * @param coordinates how coordinates are read
     * @param capacityUnitBps what a capacity of 1 means where no unit is given, in bit/s; at least 1
     * @param moduleIndex which capacity module is installed; at least 0
     * @param moduleCount how many of them; from 1 to 1,000,000
     * @param mergeDirections whether equal opposite links become one
     * @param mergeDependencies whether equal opposite dependencies become one
     * @param networkCostAsMillis whether a cost is a latency in milliseconds
     * @param tiers how many tiers; from 1 to {@value #MAX_TIERS}
     * @param mipsPerCore MIPS of one core; at least 1
     * @param endpointPerRegion whether each region gets an endpoint
     * @throws InvalidModelException if a value is out of its range
     */
    public ImportOptions {
        Objects.requireNonNull(coordinates, "coordinates");
        Problems problems = new Problems();
        check(problems, "defaultBandwidthBps", defaultBandwidthBps, 0, Problems.MAX_AMOUNT);
        check(problems, "defaultLatencyMicros", defaultLatencyMicros, 0, Problems.MAX_AMOUNT);
        check(problems, "nanosPerKm", nanosPerKm, 0, MILLION);
        check(problems, "latencyFactor", latencyFactor, 1, 1000);
        check(problems, "capacityUnitBps", capacityUnitBps, 1, Problems.MAX_AMOUNT);
        check(problems, "moduleIndex", moduleIndex, 0, MILLION);
        check(problems, "moduleCount", moduleCount, 1, MILLION);
        check(problems, "tiers", tiers, 1, MAX_TIERS);
        check(problems, "mipsPerCore", mipsPerCore, 1, Problems.MAX_AMOUNT);
        problems.throwIfAny();
    }

    private static void check(Problems problems, String option, long value, long least, long most) {
        problems.require(
                value >= least && value <= most,
                "Import option",
                option,
                () -> "must be from " + least + " to " + most + ", but is " + value);
    }

    /**
     * Gives the options as they are when nothing is set.
     *
     * @return the defaults
     */
    public static ImportOptions defaults() {
        return builder().build();
    }

    /**
     * Starts with the defaults.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ImportOptions}; reusable, not thread-safe. */
    public static final class Builder {
        private long defaultBandwidthBps = 1_000_000_000;
        private long defaultLatencyMicros = 1000;
        private long nanosPerKm = 5000;
        private int latencyFactor = 1;
        private CoordinateReading coordinates = CoordinateReading.DETECT;
        private long capacityUnitBps = MILLION;
        private int moduleIndex;
        private int moduleCount = 1;
        private boolean mergeDirections = true;
        private boolean mergeDependencies;
        private boolean networkCostAsMillis;
        private int tiers = 1;
        private long mipsPerCore = Region.DEFAULT_MIPS_PER_CORE;
        private boolean endpointPerRegion;

        private Builder() {}

        /**
         * Sets the bandwidth of links of which the file gives none.
         *
         * @param value bit/s
         * @return this builder
         */
        public Builder defaultBandwidthBps(long value) {
            defaultBandwidthBps = value;
            return this;
        }

        /**
         * Sets the latency of links of which nothing tells it.
         *
         * @param value microseconds
         * @return this builder
         */
        public Builder defaultLatencyMicros(long value) {
            defaultLatencyMicros = value;
            return this;
        }

        /**
         * Sets the latency of distance.
         *
         * @param value nanoseconds for a kilometre of great circle
         * @return this builder
         */
        public Builder nanosPerKm(long value) {
            nanosPerKm = value;
            return this;
        }

        /**
         * Sets what latencies that the file gives are multiplied by.
         *
         * @param value the factor
         * @return this builder
         */
        public Builder latencyFactor(int value) {
            latencyFactor = value;
            return this;
        }

        /**
         * Sets how coordinates are read.
         *
         * @param value the reading
         * @return this builder
         */
        public Builder coordinates(CoordinateReading value) {
            coordinates = value;
            return this;
        }

        /**
         * Sets what a capacity of 1 means where an SNDlib file gives no unit.
         *
         * @param value bit/s
         * @return this builder
         */
        public Builder capacityUnitBps(long value) {
            capacityUnitBps = value;
            return this;
        }

        /**
         * Sets which capacity module of an SNDlib link is installed.
         *
         * @param value its index, from 0
         * @return this builder
         */
        public Builder moduleIndex(int value) {
            moduleIndex = value;
            return this;
        }

        /**
         * Sets how many capacity modules of an SNDlib link are installed.
         *
         * @param value the count
         * @return this builder
         */
        public Builder moduleCount(int value) {
            moduleCount = value;
            return this;
        }

        /**
         * Sets whether equal opposite links become one undirected link.
         *
         * @param value whether they do
         * @return this builder
         */
        public Builder mergeDirections(boolean value) {
            mergeDirections = value;
            return this;
        }

        /**
         * Sets whether equal opposite dependencies become one data flow.
         *
         * @param value whether they do
         * @return this builder
         */
        public Builder mergeDependencies(boolean value) {
            mergeDependencies = value;
            return this;
        }

        /**
         * Sets whether costs of network-aware scheduling are latencies.
         *
         * @param value whether they are, in milliseconds
         * @return this builder
         */
        public Builder networkCostAsMillis(boolean value) {
            networkCostAsMillis = value;
            return this;
        }

        /**
         * Sets how many tiers the regions are divided into.
         *
         * @param value number of tiers
         * @return this builder
         */
        public Builder tiers(int value) {
            tiers = value;
            return this;
        }

        /**
         * Sets the speed of the cores.
         *
         * @param value MIPS of one core
         * @return this builder
         */
        public Builder mipsPerCore(long value) {
            mipsPerCore = value;
            return this;
        }

        /**
         * Sets whether each region gets an External Endpoint.
         *
         * @param value whether it does
         * @return this builder
         */
        public Builder endpointPerRegion(boolean value) {
            endpointPerRegion = value;
            return this;
        }

        /**
         * Builds the options.
         *
         * @return the options
         * @throws InvalidModelException if a value is out of its range
         */
        public ImportOptions build() {
            return new ImportOptions(
                    defaultBandwidthBps,
                    defaultLatencyMicros,
                    nanosPerKm,
                    latencyFactor,
                    coordinates,
                    capacityUnitBps,
                    moduleIndex,
                    moduleCount,
                    mergeDirections,
                    mergeDependencies,
                    networkCostAsMillis,
                    tiers,
                    mipsPerCore,
                    endpointPerRegion);
        }
    }
}
