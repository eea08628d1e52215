package io.fogatlas.model.application;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import java.util.List;

/**
 * Bounds the time from end to end along a path of vertices: the latencies of the routes between each vertex and the next, and the
 * processing times at the vertices.
 *
 * <p>Where a vertex has several Assignments, every way along the chosen routes keeps the bound; where two vertices are joined by
 * several flows, the slowest counts.
 *
 * @param name its name, unique in the application
 * @param steps the vertices in the order data passes them; at least two
 * @param boundMicros the longest the whole may take, in microseconds; at least 1
 */
public record LatencyChain(String name, List<Step> steps, long boundMicros) {
    /**
     * A vertex on the way.
     *
     * @param vertex a microservice or external endpoint
     * @param processingMicros how long it works on the data, in microseconds
     */
    public record Step(String vertex, long processingMicros) {
        /**
         * Checks the values.
         *
         * @param vertex a microservice or external endpoint
         * @param processingMicros processing time in microseconds
         * @throws InvalidModelException if the time is negative or too large
         */
        public Step {
            Problems problems = new Problems();
            problems.text("Latency chain step", vertex, "vertex", vertex);
            problems.amount("Latency chain step", vertex, "processingMicros", processingMicros, 0);
            problems.throwIfAny();
        }
    }

    /**
     * Checks the values and copies the list.
     *
     * @param name its name
     * @param steps the vertices in order
     * @param boundMicros the bound in microseconds
     * @throws InvalidModelException if the name is blank, there are fewer than two steps, or the bound is less than 1
     */
    public LatencyChain {
        steps = List.copyOf(steps);
        int length = steps.size();
        Problems problems = new Problems();
        problems.text("Latency chain", name, "name", name);
        problems.require(length >= 2, "Latency chain", name, () -> "needs at least 2 vertices, but has " + length);
        problems.amount("Latency chain", name, "boundMicros", boundMicros, 1);
        problems.throwIfAny();
    }

    /**
     * Adds up the time spent at the vertices.
     *
     * @return the sum of the processing times in microseconds, at most {@link Problems#MAX_AMOUNT}
     */
    public long processingMicros() {
        long sum = 0;
        for (Step step : steps) {
            sum = Math.min(Problems.MAX_AMOUNT, sum + step.processingMicros());
        }
        return sum;
    }
}
