package io.fogatlas.inventory;

import static io.fogatlas.inventory.testkit.Site.ACROSS;
import static io.fogatlas.inventory.testkit.Site.application;
import static io.fogatlas.inventory.testkit.Site.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.inventory.testkit.SettableClock;
import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.model.occupancy.Occupancy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens if the clock is set while reservations wait to be confirmed. */
final class ClockTest {
    private final SettableClock clock = new SettableClock();
    private final Inventory inventory = Inventory.inMemory(Site.INFRASTRUCTURE, Occupancy.NONE, clock);
    private final Claim shop = claim(inventory, application("shop", 300, 60), ACROSS, "first");
    private final Claim bank = claim(inventory, application("bank", 300, 60), ACROSS, "first");

    @AfterEach
    void close() {
        inventory.close();
    }

    @Test
    void whatWasToBeConfirmedEndsIfTheClockIsSetForwardAndIsNeverGivenOutTwice() {
        inventory.reserve(shop);

        clock.pass(Duration.ofDays(365));
        inventory.reserve(bank);

        assertThatThrownBy(() -> inventory.confirm(shop.key()))
                .isInstanceOf(NoSuchReservationException.class)
                .hasMessageContaining("expired");
        assertThat(inventory.confirm(bank.key()).isConfirmed()).isTrue();
    }

    @Test
    void whatWasReservedStaysIfTheClockIsSetBack() {
        inventory.reserve(shop);

        clock.pass(Duration.ofDays(-365));

        assertThatThrownBy(() -> inventory.reserve(bank)).isInstanceOf(ShortageException.class);
        assertThat(inventory.confirm(shop.key()).isConfirmed()).isTrue();
    }

    @Test
    void confirmingInTheVeryMomentItExpiresIsTooLate() {
        inventory.reserve(shop);

        clock.pass(Claim.DEFAULT_TIME_TO_LIVE);

        assertThatThrownBy(() -> inventory.confirm(shop.key())).isInstanceOf(NoSuchReservationException.class);
        assertThat(inventory.snapshot().occupancy()).isEqualTo(Occupancy.NONE);
    }

    @Test
    void confirmingAMomentBeforeIsInTime() {
        inventory.reserve(shop);

        clock.pass(Claim.DEFAULT_TIME_TO_LIVE.minusNanos(1));

        assertThat(inventory.confirm(shop.key()).isConfirmed()).isTrue();
    }
}
