package io.fogatlas.placement.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SearchZonesTest {
    @Test
    void splitsAZoneAtAPoint() {
        SearchZones zones = new SearchZones(new long[] {100, 100});

        zones.exclude(new long[] {40, 60});

        assertThat(zones.open()).containsExactlyInAnyOrder(new long[] {40, 100}, new long[] {100, 60});
    }

    @Test
    void hasOneZoneMoreThanPointsOfTwoTerms() {
        SearchZones zones = new SearchZones(new long[] {100, 100});

        for (long number = 1; number <= 9; number++) {
            zones.exclude(new long[] {10 * number, 100 - 10 * number});
        }
        zones.exclude(new long[] {50, 50});
        zones.exclude(new long[] {60, 60});

        assertThat(zones.open()).hasSize(10);
    }

    @Test
    void keepsNoZoneThatAnotherCovers() {
        SearchZones zones = new SearchZones(new long[] {10, 10, 10});

        zones.exclude(new long[] {5, 5, 5});
        zones.exclude(new long[] {5, 3, 7});

        assertThat(zones.open())
                .containsExactlyInAnyOrder(
                        new long[] {5, 10, 10}, new long[] {10, 3, 10}, new long[] {10, 10, 5}, new long[] {10, 5, 7});
    }

    @Test
    void closesWhatIsProvedToBeEmpty() {
        SearchZones zones = new SearchZones(new long[] {100, 100});
        zones.exclude(new long[] {40, 60});

        zones.close(new long[] {40, 100});
        zones.raiseLeast(1, 60);

        assertThat(zones.open()).isEmpty();
    }

    @Test
    void opensNoPartOfWhatIsClosed() {
        SearchZones zones = new SearchZones(new long[] {10, 10, 10});
        zones.exclude(new long[] {5, 5, 5});
        zones.close(new long[] {5, 10, 10});

        zones.exclude(new long[] {4, 4, 4});
        zones.exclude(new long[] {4, 2, 6});

        assertThat(zones.open()).noneMatch(zone -> zone[0] <= 5);
    }
}
