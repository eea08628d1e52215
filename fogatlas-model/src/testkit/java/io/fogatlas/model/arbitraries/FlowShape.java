package io.fogatlas.model.arbitraries;

import io.fogatlas.model.application.DataFlow;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A data flow before the vertices are known.
 *
 * @param from one end, counted modulo the number of vertices it may be at
 * @param to the other end, counted likewise
 * @param bandwidth in units of 250 kbit/s
 * @param bound latency bound in units of 2 ms, where it may have one; every other number means none
 * @param reversed whether it leads from {@code to} to {@code from}, where it may
 */
record FlowShape(int from, int to, int bandwidth, int bound, boolean reversed) {
    static Arbitrary<FlowShape> arbitrary() {
        return Combinators.combine(Draw.upTo(59), Draw.upTo(59), Draw.upTo(16), Draw.upTo(40), Draw.chance(30))
                .as(FlowShape::new);
    }

    /** A flow between two vertices, named {@code f} and its number. */
    DataFlow flow(
            int number, String source, String destination, Set<ApplicationFeature> features, Tightness tightness) {
        boolean bounded = features.contains(ApplicationFeature.LATENCY_BOUNDS) && bound % 2 == 1;
        return DataFlow.builder(source, destination)
                .name("f" + number)
                .bandwidthBps(tightness.demand(250_000L * bandwidth))
                .latencyBoundMicros(bounded ? tightness.bound(2000L * bound) : 0)
                .build();
    }
}
