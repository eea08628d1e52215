package io.fogatlas.model.arbitraries;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** The few ways in which shapes are drawn: evenly, and without edge cases, which only crowd out the rest in small ranges. */
final class Draw {
    private Draw() {}

    /** A whole number from 0 to {@code max}; shrinks to 0. */
    static Arbitrary<Integer> upTo(int max) {
        return between(0, max);
    }

    /** A whole number; shrinks to {@code min}. */
    static Arbitrary<Integer> between(int min, int max) {
        return Arbitraries.integers()
                .between(min, max)
                .withDistribution(RandomDistribution.uniform())
                .shrinkTowards(min)
                .withoutEdgeCases();
    }

    /** True in {@code percent} of a hundred draws; shrinks to false. */
    static Arbitrary<Boolean> chance(int percent) {
        return Arbitraries.frequency(Tuple.of(100 - percent, false), Tuple.of(percent, true));
    }

    static <T> Arbitrary<List<T>> list(Arbitrary<T> of, int min, int max) {
        return of.list()
                .ofMinSize(min)
                .ofMaxSize(max)
                .withSizeDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }

    /** Any subset; shrinks to none. */
    static <T> Arbitrary<Set<T>> subset(Collection<T> of) {
        return of.isEmpty()
                ? Arbitraries.just(Set.of())
                : Arbitraries.of(of).set().withoutEdgeCases();
    }
}
