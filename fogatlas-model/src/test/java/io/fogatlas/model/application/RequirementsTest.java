package io.fogatlas.model.application;

import static io.fogatlas.model.Problems.MAX_AMOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.Refusal;
import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.Region;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class RequirementsTest {
    private static final Region SLOW = Region.builder("slow").mipsPerCore(700).build();
    private static final Resources REQUEST = new Resources(250, 64, 32, 9, Map.of("gpu", 1L));

    @Test
    void neverRoundsTheCpuForMipsDown() {
        assertThat(new Requirements(700, REQUEST).cpuMillisIn(SLOW)).isEqualTo(1000);
        assertThat(new Requirements(701, REQUEST).cpuMillisIn(SLOW)).isEqualTo(1002);
        assertThat(new Requirements(1, REQUEST).cpuMillisIn(SLOW)).isEqualTo(2);
    }

    @Test
    void mipsWinOverTheCpuRequest() {
        assertThat(new Requirements(7, REQUEST).in(SLOW)).isEqualTo(new Resources(10, 64, 32, 1, Map.of("gpu", 1L)));
        assertThat(new Requirements(7, REQUEST).mipsIn(SLOW)).isEqualTo(7);
    }

    @Test
    void theCpuRequestCountsWhereNoMipsAreRequired() {
        assertThat(new Requirements(0, REQUEST).in(SLOW)).isEqualTo(new Resources(250, 64, 32, 1, Map.of("gpu", 1L)));
        assertThat(new Requirements(0, REQUEST).mipsIn(SLOW)).isEqualTo(175);
    }

    @Test
    void looksForTheRegionOnlyWhereMipsAreRequired() {
        Supplier<Region> nowhere = () -> {
            throw new AssertionError("asked for the region");
        };

        assertThat(new Requirements(7, REQUEST).in(() -> SLOW)).isEqualTo(new Requirements(7, REQUEST).in(SLOW));
        assertThat(new Requirements(0, REQUEST).in(nowhere)).isEqualTo(new Requirements(0, REQUEST).in(SLOW));
    }

    @Test
    void aReplicaAlwaysTakesOnePodSlot() {
        assertThat(Requirements.NONE.in(SLOW))
                .isEqualTo(Resources.builder().podSlots(1).build());
    }

    @Test
    void stopsAtTheLargestAmountInsteadOfOverflowing() {
        Region slowest = Region.builder("slowest").mipsPerCore(1).build();
        Region fastest = Region.builder("fastest").mipsPerCore(MAX_AMOUNT).build();
        Resources most = Resources.builder().cpuMillis(MAX_AMOUNT).build();

        assertThat(new Requirements(MAX_AMOUNT, REQUEST).cpuMillisIn(slowest)).isEqualTo(MAX_AMOUNT);
        assertThat(new Requirements(MAX_AMOUNT, REQUEST).cpuMillisIn(fastest)).isEqualTo(1000);
        assertThat(new Requirements(0, most).mipsIn(fastest)).isEqualTo(MAX_AMOUNT);
        assertThat(new Requirements(0, most).mipsIn(slowest)).isEqualTo(MAX_AMOUNT / 1000);
    }

    @Test
    void refusesNegativeMipsAndNull() {
        assertThat(Refusal.of(() -> new Requirements(-1, REQUEST)))
                .containsExactly("Requirements '': mips must be from 0 to 9007199254740992, but is -1");
        assertThatThrownBy(() -> new Requirements(0, null)).isInstanceOf(NullPointerException.class);
    }
}
