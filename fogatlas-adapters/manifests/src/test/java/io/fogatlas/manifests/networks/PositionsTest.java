package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.manifests.networks.NetworkDraft.Node;
import io.fogatlas.manifests.networks.NetworkDraft.Position;
import io.fogatlas.model.Location;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PositionsTest {
    private final NetworkDraft draft = new NetworkDraft(NetworkFormat.SNDLIB, "test");

    @Test
    void readsDegreesAndMinutesWhereNoFractionReaches60() {
        for (int minutes = 10; minutes < 60; minutes += 7) {
            add("52." + minutes, "-4." + (minutes == 10 ? "09" : minutes - 1));
        }

        List<Optional<Location>> locations = read(CoordinateReading.DETECT);

        assertThat(locations.get(0)).contains(new Location(52.166666667, -4.15));
        assertThat(draft.notes().texts())
                .containsExactly(
                        "the coordinates are read as degrees.minutes, since none of 16 different fractions reaches 0.60; if"
                                + " they are decimal degrees, say so");
    }

    @Test
    void readsDecimalDegreesWhereFewFractionsSaySoLittle() {
        add("52.2", "4.51");

        assertThat(read(CoordinateReading.DETECT)).containsExactly(Optional.of(new Location(52.2, 4.51)));
        assertThat(draft.notes().texts()).isEmpty();
    }

    @Test
    void takesOneFractionThatRepeatsForOne() {
        for (int node = 0; node < 100; node++) {
            add("46.25", "11.5");
        }

        assertThat(read(CoordinateReading.DETECT)).containsOnly(Optional.of(new Location(46.25, 11.5)));
    }

    @Test
    void readsWhatItIsToldToRead() {
        add("52.2", "4.51");
        add("52.75", "4.5");
        add("52.123", "4.5");

        assertThat(read(CoordinateReading.DECIMAL_DEGREES).get(1)).contains(new Location(52.75, 4.5));
        assertThat(read(CoordinateReading.NONE)).containsOnly(Optional.empty());
        assertThat(draft.notes().texts()).isEmpty();
        assertThat(read(CoordinateReading.DEGREES_MINUTES))
                .containsExactly(Optional.of(new Location(52.333333333, 4.85)), Optional.empty(), Optional.empty());
        assertThat(draft.notes().texts())
                .containsExactly("nodes with coordinates out of range, so without location: 2 of 3");
    }

    @Test
    void dropsOnlyWhatIsOutOfRangeWhereDecimalDegreesAreAsserted() {
        add("52.2", "4.51");
        add("91", "0");

        assertThat(read(CoordinateReading.DECIMAL_DEGREES))
                .containsExactly(Optional.of(new Location(52.2, 4.51)), Optional.empty());
    }

    private void add(String latitude, String longitude) {
        Position position = new Position(new BigDecimal(latitude), new BigDecimal(longitude));
        draft.nodes().add(new Node("n", Optional.of(position)));
    }

    private List<Optional<Location>> read(CoordinateReading reading) {
        return new Positions(draft, draft.notes()).locations(reading);
    }
}
