package io.fogatlas.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class LocationProperties {
    /** Rounding near the other side of the globe, where the formula is at its weakest, is below a metre. */
    private static final double ROUNDING = 1;

    @Provide
    Arbitrary<Location> locations() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-90, 90),
                        Arbitraries.doubles().between(-180, 180))
                .as(Location::new);
    }

    @Property
    void distancesAreAMetric(
            @ForAll("locations") Location a, @ForAll("locations") Location b, @ForAll("locations") Location c) {
        assertThat(a.metersTo(a)).isZero();
        assertThat(a.metersTo(b)).isCloseTo(b.metersTo(a), within(ROUNDING));
        assertThat(a.metersTo(b)).isBetween(0.0, Location.EARTH_RADIUS_METERS * Math.PI + ROUNDING);
        assertThat(a.metersTo(c)).isLessThanOrEqualTo(a.metersTo(b) + b.metersTo(c) + ROUNDING);
    }
}
