package io.fogatlas.model.application;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;

/**
 * Data that flows from one vertex of an application to another.
 *
 * @param name its name, unique in the application
 * @param source the microservice or external endpoint it starts at
 * @param destination the microservice or external endpoint it ends at
 * @param bandwidthBps the bandwidth it takes on every link of its route, in bit/s
 * @param latencyBoundMicros the longest its route may take, in microseconds; 0 means no bound
 */
public record DataFlow(String name, String source, String destination, long bandwidthBps, long latencyBoundMicros) {
    /**
     * Checks the values.
     *
     * @param name its name
     * @param source where it starts
     * @param destination where it ends
     * @param bandwidthBps its bandwidth in bit/s
     * @param latencyBoundMicros its latency bound in microseconds, or 0
     * @throws InvalidModelException if a name is blank, an amount negative or too large, or both ends are the same
     */
    public DataFlow {
        Problems problems = new Problems();
        problems.text("Data flow", name, "name", name);
        problems.text("Data flow", name, "source", source);
        problems.text("Data flow", name, "destination", destination);
        problems.require(
                !source.equals(destination),
                "Data flow",
                name,
                () -> "starts and ends at the same vertex '" + source + "'");
        problems.amount("Data flow", name, "bandwidthBps", bandwidthBps, 0);
        problems.amount("Data flow", name, "latencyBoundMicros", latencyBoundMicros, 0);
        problems.throwIfAny();
    }

    /**
     * Starts building a flow without bandwidth and latency bound, named after its ends.
     *
     * @param source where it starts
     * @param destination where it ends
     * @return a builder
     */
    public static Builder builder(String source, String destination) {
        return new Builder(source, destination);
    }

    /**
     * Says whether the latency of its route is bounded.
     *
     * @return whether there is a bound
     */
    public boolean hasLatencyBound() {
        return latencyBoundMicros > 0;
    }

    /** Builds a {@link DataFlow}; reusable, not thread-safe. */
    public static final class Builder {
        private String name;
        private final String source;
        private final String destination;
        private long bandwidthBps;
        private long latencyBoundMicros;

        private Builder(String source, String destination) {
            this.name = source + "->" + destination;
            this.source = source;
            this.destination = destination;
        }

        /**
         * Sets the name.
         *
         * @param value a name, unique in the application
         * @return this builder
         */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /**
         * Sets the bandwidth.
         *
         * @param value bit/s
         * @return this builder
         */
        public Builder bandwidthBps(long value) {
            bandwidthBps = value;
            return this;
        }

        /**
         * Sets the latency bound.
         *
         * @param value microseconds; 0 means no bound
         * @return this builder
         */
        public Builder latencyBoundMicros(long value) {
            latencyBoundMicros = value;
            return this;
        }

        /**
         * Builds the flow.
         *
         * @return the flow
         * @throws InvalidModelException if a value is out of its range
         */
        public DataFlow build() {
            return new DataFlow(name, source, destination, bandwidthBps, latencyBoundMicros);
        }
    }
}
