package io.fogatlas.placement.verification;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Why an Assignment cannot be in a region.
 *
 * @param kind what is lacking, in a word or two; obstacles of one kind are counted together
 * @param miss says how near the region is to being possible: the part of what is asked that is lacking; {@link #FAR} where no amount
 *     helps
 * @param words says it in full, with what is asked, what there is and what would do; asked only for the few that are told
 */
record Obstacle(String kind, DoubleSupplier miss, Supplier<String> words) {
    static final double FAR = Double.MAX_VALUE;

    static Obstacle rule(String kind, String words) {
        return new Obstacle(kind, () -> FAR, () -> words);
    }
}
