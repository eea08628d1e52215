package io.fogatlas.model.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.Location;
import io.fogatlas.model.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RegionTest {
    @Test
    void isOfTierZeroWithoutPriceUnlessSaidOtherwise() {
        assertThat(Region.builder("r1").build())
                .isEqualTo(new Region("r1", "r1", 0, Optional.empty(), "", Region.DEFAULT_MIPS_PER_CORE, 0));
    }

    @Test
    void keepsWhatTheBuilderWasTold() {
        Region region = Region.builder("r1")
                .name("Trento")
                .tier(2)
                .location(new Location(46, 11))
                .cpuModel("Atom")
                .mipsPerCore(700)
                .priceMicrosPerMips(5)
                .build();

        assertThat(region).isEqualTo(new Region("r1", "Trento", 2, Optional.of(new Location(46, 11)), "Atom", 700, 5));
        assertThat(region.toString()).contains("r1", "Trento", "tier=2", "46.0,11.0", "Atom", "700");
    }

    @Test
    void refusesEverythingThatIsWrongAtOnce() {
        assertThat(Refusal.of(() -> new Region(" ", "", -1, Optional.empty(), "", 0, -1)))
                .containsExactly(
                        "Region ' ': id must not be blank",
                        "Region ' ': tier must be from 0 to 9007199254740992, but is -1",
                        "Region ' ': mipsPerCore must be from 1 to 9007199254740992, but is 0",
                        "Region ' ': priceMicrosPerMips must be from 0 to 9007199254740992, but is -1");
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> new Region(null, "", 0, Optional.empty(), "", 1, 0))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Region("r1", "", 0, null, "", 1, 0)).isInstanceOf(NullPointerException.class);
    }
}
