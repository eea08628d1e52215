package io.fogatlas.placement.verification;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Why an Assignment cannot be in a region.
 *
 * @param rule the rule that is broken there
 * @param kind what is lacking, in a word or two; obstacles of one kind are counted together
 * @param miss says how near the region is to being possible: the part of what is asked that is lacking; {@link #FAR} where no amount
 *     helps
 * @param shortfall says how much is lacking, where that helps
 * @param words says it in full, with what is asked, what there is and what would do; asked only for the few that are told
 */
record Obstacle(
        Supplier<RegionRule> rule,
        String kind,
        DoubleSupplier miss,
        Supplier<Optional<Shortfall>> shortfall,
        Supplier<String> words) {
    static final double FAR = Double.MAX_VALUE;

    static Obstacle rule(RegionRule rule, String kind, String words) {
        return new Obstacle(() -> rule, kind, () -> FAR, Optional::empty, () -> words);
    }

    /** Tells it about a microservice. */
    RegionRejection in(String region, String microservice, int replicas) {
        double near = miss.getAsDouble();
        return new RegionRejection(
                microservice,
                replicas,
                region,
                rule.get(),
                kind,
                shortfall.get(),
                near == FAR ? Double.POSITIVE_INFINITY : near,
                words.get());
    }
}
