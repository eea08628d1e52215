package io.fogatlas.model.arbitraries;

import static io.fogatlas.model.arbitraries.InfrastructureFeature.DIRECTED_LINKS;
import static io.fogatlas.model.arbitraries.InfrastructureFeature.DOWN_LINKS;
import static io.fogatlas.model.arbitraries.InfrastructureFeature.ZERO_LINKS;

import io.fogatlas.model.infrastructure.Link;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A link before the regions are known.
 *
 * @param from one end, counted modulo the number of regions
 * @param to the other end, counted likewise
 * @param bandwidth in units of 500 kbit/s
 * @param latency in ms
 * @param down whether it is down, where links may be
 * @param directed whether it is directed, where links may be
 */
record LinkShape(int from, int to, int bandwidth, int latency, boolean down, boolean directed) {
    private static final int BPS = 500_000;
    private static final int MICROS = 1000;

    static Arbitrary<LinkShape> arbitrary() {
        return Combinators.combine(
                        Draw.upTo(59), Draw.upTo(59), Draw.upTo(20), Draw.upTo(20), Draw.chance(25), Draw.chance(25))
                .as(LinkShape::new);
    }

    Link link(String id, String regionA, String regionB, Set<InfrastructureFeature> features) {
        int least = features.contains(ZERO_LINKS) ? 0 : 1;
        return Link.builder(id, regionA, regionB)
                .bandwidthBps((long) Math.max(least, bandwidth) * BPS)
                .latencyMicros((long) Math.max(least, latency) * MICROS)
                .up(!(down && features.contains(DOWN_LINKS)))
                .directed(directed && features.contains(DIRECTED_LINKS))
                .build();
    }
}
