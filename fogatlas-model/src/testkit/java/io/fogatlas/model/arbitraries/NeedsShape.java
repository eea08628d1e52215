package io.fogatlas.model.arbitraries;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Requirements;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What one replica requires, in small numbers.
 *
 * @param mips in units of 130 MIPS, where it may be given
 * @param cpu in units of 100 millicores
 * @param memory in units of 128 MiB
 * @param storage in units of 256 MiB
 * @param gpus extended resources, where it may require any
 */
record NeedsShape(int mips, int cpu, int memory, int storage, int gpus) {
    static Arbitrary<NeedsShape> arbitrary() {
        return Combinators.combine(
                        Draw.upTo(20),
                        Draw.upTo(20),
                        Draw.upTo(20),
                        Draw.upTo(10),
                        Draw.chance(30).map(yes -> yes ? 1 : 0))
                .as(NeedsShape::new);
    }

    Requirements requirements(Set<ApplicationFeature> features, Tightness tightness) {
        Resources.Builder request = Resources.builder()
                .cpuMillis(tightness.demand(100L * cpu))
                .memoryBytes(tightness.demand((128L << 20) * memory))
                .storageBytes(tightness.demand((256L << 20) * storage));
        if (features.contains(ApplicationFeature.EXTENDED_RESOURCES) && gpus > 0) {
            request.addExtended(NodeShape.GPU, gpus);
        }
        long wanted = features.contains(ApplicationFeature.MIPS) ? tightness.demand(130L * mips) : 0;
        return new Requirements(wanted, request.build());
    }
}
