package io.fogatlas.model.arbitraries;

import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A latency chain before the flows are known.
 *
 * @param turns which flow it takes first, and which of those that go on from there after that
 * @param processing the processing time at every other vertex, in ms
 * @param bound its bound in units of 5 ms, besides the processing
 */
record ChainShape(List<Integer> turns, int processing, int bound) {
    static Arbitrary<ChainShape> arbitrary() {
        return Combinators.combine(Draw.list(Draw.upTo(59), 1, 3), Draw.upTo(5), Draw.between(1, 20))
                .as(ChainShape::new);
    }

    /** A walk along flows, of which there must be one at least. */
    LatencyChain chain(int number, List<DataFlow> flows, Tightness tightness) {
        DataFlow first = Among.pick(flows, turns.get(0));
        List<LatencyChain.Step> steps = new ArrayList<>();
        steps.add(new LatencyChain.Step(first.source(), 0));
        steps.add(new LatencyChain.Step(first.destination(), 1000L * processing));
        String at = first.destination();
        for (int turn : turns.subList(1, turns.size())) {
            String from = at;
            List<DataFlow> on =
                    flows.stream().filter(flow -> flow.source().equals(from)).toList();
            if (!on.isEmpty()) {
                at = Among.pick(on, turn).destination();
                steps.add(new LatencyChain.Step(at, steps.size() % 2 == 0 ? 0 : 1000L * processing));
            }
        }
        return new LatencyChain("c" + number, steps, tightness.bound(5000L * bound));
    }
}
