package io.fogatlas.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LocationTest {
    private static final double QUARTER = Location.EARTH_RADIUS_METERS * Math.PI / 2;

    @Test
    void measuresTheGreatCircle() {
        Location berlin = new Location(52.5200, 13.4050);
        Location paris = new Location(48.8566, 2.3522);

        // 877.46 km by the haversine formula on a sphere of 6,371 km
        assertThat(berlin.metersTo(paris)).isCloseTo(877_460, within(100.0));
        assertThat(paris.metersTo(berlin)).isEqualTo(berlin.metersTo(paris));
    }

    @Test
    void measuresAQuarterAndAHalfOfTheGlobe() {
        Location origin = new Location(0, 0);

        assertThat(origin.metersTo(new Location(90, 0))).isCloseTo(QUARTER, within(1e-6));
        assertThat(origin.metersTo(new Location(0, -90))).isCloseTo(QUARTER, within(1e-6));
        assertThat(origin.metersTo(new Location(0, 180))).isCloseTo(2 * QUARTER, within(1e-6));
        assertThat(new Location(90, 7).metersTo(new Location(-90, -130))).isCloseTo(2 * QUARTER, within(1e-6));
    }

    @Test
    void crossesTheDateLineTheShortWay() {
        double metersOfADegree = QUARTER / 90;

        assertThat(new Location(0, 179.5).metersTo(new Location(0, -179.5))).isCloseTo(metersOfADegree, within(1e-3));
    }

    @Test
    void refusesBothCoordinatesAtOnce() {
        assertThat(Refusal.of(() -> new Location(90.1, -181)))
                .containsExactly(
                        "Location '90.1,-181.0': latitude must be from -90 to 90 degrees",
                        "Location '90.1,-181.0': longitude must be from -180 to 180 degrees");
        assertThat(Refusal.of(() -> new Location(Double.NaN, Double.NaN))).hasSize(2);
        assertThat(Refusal.of(() -> new Location(Double.NEGATIVE_INFINITY, 0))).hasSize(1);
    }

    @Test
    void isWrittenAsFogAtlasWritesIt() {
        assertThat(new Location(46.1, -11)).hasToString("46.1,-11.0").isEqualTo(new Location(46.1, -11));
    }
}
