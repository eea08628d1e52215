package io.fogatlas.inventory.testkit;

import static io.fogatlas.inventory.testkit.Site.ACROSS;
import static io.fogatlas.inventory.testkit.Site.CLOUD;
import static io.fogatlas.inventory.testkit.Site.INFRASTRUCTURE;
import static io.fogatlas.inventory.testkit.Site.LINK;
import static io.fogatlas.inventory.testkit.Site.application;
import static io.fogatlas.inventory.testkit.Site.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.Ending.How;
import io.fogatlas.inventory.InventoryClosedException;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.NoSuchReservationException;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.ReservationConflictException;
import io.fogatlas.inventory.ReservationKey;
import io.fogatlas.inventory.Shortage;
import io.fogatlas.inventory.Shortage.Holder;
import io.fogatlas.inventory.ShortageException;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.model.occupancy.Snapshot;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * What holds of reservations in every inventory. To test one, extend this class and say how it is opened; extend
 * {@link InventoryUpdateContract} and {@link InventoryConcurrencyContract} as well.
 */
public abstract class InventoryContract extends InventoryUnderTest {
    /** For subclasses. */
    protected InventoryContract() {}

    private List<ReservationKey> keys() {
        return inventory.reservations().stream().map(Reservation::key).toList();
    }

    @Test
    final void reservesWhatAPlacementTakes() {
        Application shop = application("shop", 300, 40);
        Claim claim = claim(inventory, shop, ACROSS, "first");

        Reservation reservation = inventory.reserve(claim);

        Snapshot after = inventory.snapshot();
        assertThat(reservation.key()).isEqualTo(claim.key());
        assertThat(reservation.placement()).contains(ACROSS);
        assertThat(reservation.isConfirmed()).isFalse();
        assertThat(after.generation()).isEqualTo(1);
        assertThat(after.occupancy().byApplication())
                .containsOnly(Map.entry(shop.id(), Holding.of(INFRASTRUCTURE, shop, ACROSS)));
        assertThat(inventory.reservation(shop.id())).contains(reservation);
        assertThat(inventory.reservations()).containsExactly(reservation);
    }

    @Test
    final void leavesEarlierSnapshotsAsTheyWere() {
        Snapshot before = inventory.snapshot();

        inventory.reserve(claim(inventory, application("shop", 300, 40), ACROSS, "first"));

        assertThat(before.generation()).isZero();
        assertThat(before.occupancy()).isEqualTo(Occupancy.NONE);
    }

    @Test
    final void saysExactlyWhatIsShortAndChangesNothing() {
        inventory.reserve(claim(inventory, application("shop", 700, 80), ACROSS, "first"));
        Snapshot before = inventory.snapshot();

        ShortageException refused = catchThrowableOfType(
                ShortageException.class,
                () -> inventory.reserve(claim(inventory, application("bank", 400, 21), ACROSS, "first")));

        assertThat(refused.shortages())
                .containsExactly(
                        new Shortage(Holder.LINK, LINK, "bandwidth", 21, 20),
                        new Shortage(Holder.NODE, "cloud-1", "cpu", 400, 300),
                        new Shortage(Holder.NODE, "edge-1", "cpu", 400, 300));
        assertThat(refused.generation()).isEqualTo(before.generation());
        assertThat(inventory.snapshot()).isEqualTo(before);
    }

    @Test
    final void commitsThoughOthersWereFasterIfEnoughIsLeft() {
        Claim early = claim(inventory, application("shop", 300, 40), ACROSS, "first");
        inventory.reserve(claim(inventory, application("bank", 300, 40), ACROSS, "first"));

        inventory.reserve(early);

        assertThat(inventory.snapshot().occupancy().bandwidthBpsByLink()).containsEntry(LINK, 80L);
    }

    @Test
    final void answersARepeatedClaimAsTheFirstTime() {
        Claim claim = claim(inventory, application("shop", 600, 60), ACROSS, "first");
        Reservation reservation = inventory.reserve(claim);

        assertThat(inventory.reserve(claim)).isEqualTo(reservation);
        Reservation confirmed = inventory.confirm(claim.key());
        assertThat(inventory.confirm(claim.key())).isEqualTo(confirmed);
        assertThat(inventory.reserve(claim)).isEqualTo(confirmed);
        assertThat(inventory.snapshot().generation()).isEqualTo(2);
    }

    @Test
    final void refusesASecondRequestOfAnApplicationAndARequestThatIsUsedAgain() {
        Application shop = application("shop", 300, 40);
        Reservation first = inventory.reserve(claim(inventory, shop, ACROSS, "first"));

        refusesUnchanged(
                () -> inventory.reserve(claim(inventory, shop, ACROSS, "second")),
                ReservationConflictException.class,
                "first");
        refusesUnchanged(
                () -> inventory.reserve(claim(inventory, shop, CLOUD, "first")),
                ReservationConflictException.class,
                "another placement");
        assertThat(inventory.reservation(shop.id())).contains(first);
    }

    @Test
    final void givesBackWhatIsReleasedAndSaysSoIfItIsReleasedAgain() {
        Claim claim = claim(inventory, application("shop", 300, 40), ACROSS, "first");
        inventory.confirm(inventory.reserve(claim).key());

        inventory.release(claim.key());

        assertThat(inventory.snapshot().occupancy()).isEqualTo(Occupancy.NONE);
        assertThat(inventory.reservations()).isEmpty();
        for (ThrowingCallable late : List.<ThrowingCallable>of(
                () -> inventory.release(claim.key()),
                () -> inventory.confirm(claim.key()),
                () -> inventory.reserve(claim))) {
            refusesUnchanged(late, NoSuchReservationException.class, "was released");
        }
    }

    @Test
    final void knowsNothingOfWhatWasNeverReserved() {
        ReservationKey key = new ReservationKey(ApplicationId.of("ghost"), "first");

        refusesUnchanged(() -> inventory.release(key), NoSuchReservationException.class, "not there");
        refusesUnchanged(() -> inventory.confirm(key), NoSuchReservationException.class, "not there");
        refusesUnchanged(
                () -> inventory.replace(key, claim(inventory, application("ghost", 1, 1), ACROSS, "second")),
                NoSuchReservationException.class,
                "not there");
    }

    @Test
    final void endsWhatIsNotConfirmedInTime() {
        Application shop = application("shop", 900, 90);
        Claim claim = claim(inventory, shop, ACROSS, "first").timeToLive(Duration.ofSeconds(2));
        inventory.reserve(claim);

        pass(Duration.ofSeconds(2));

        assertThat(keys()).as("what was not confirmed within 2 s").isEmpty();
        assertThat(inventory.snapshot().occupancy()).isEqualTo(Occupancy.NONE);
        NoSuchReservationException late =
                catchThrowableOfType(NoSuchReservationException.class, () -> inventory.confirm(claim.key()));
        assertThat(late).hasMessageContaining("expired");
        assertThat(late.ending().orElseThrow().how()).isEqualTo(How.EXPIRED);
        inventory.reserve(claim(inventory, application("bank", 900, 90), ACROSS, "first"));
    }

    @Test
    final void keepsWhatIsConfirmedInTime() {
        Claim claim =
                claim(inventory, application("shop", 300, 40), ACROSS, "first").timeToLive(Duration.ofSeconds(2));
        inventory.reserve(claim);
        Reservation confirmed = inventory.confirm(claim.key());

        pass(Duration.ofSeconds(3));

        assertThat(confirmed.isConfirmed()).isTrue();
        assertThat(inventory.reservations()).containsExactly(confirmed);
    }

    @Test
    final void replacesInOneStepAndCountsWhatTheApplicationHoldsAsFree() {
        Application shop = application("shop", 500, 90);
        Claim first = claim(inventory, shop, ACROSS, "first");
        inventory.reserve(first);
        Claim second = claim(inventory, shop, CLOUD, "second");

        Reservation replacing = inventory.replace(first.key(), second);

        assertThat(inventory.replace(first.key(), second)).isEqualTo(replacing);
        assertThat(inventory.snapshot().generation()).isEqualTo(2);
        assertThat(inventory.snapshot().occupancy().byApplication())
                .containsOnly(Map.entry(shop.id(), Holding.of(INFRASTRUCTURE, shop, CLOUD)));
        refusesUnchanged(() -> inventory.confirm(first.key()), NoSuchReservationException.class, "was replaced");
    }

    /** Reserves what an application takes across the link, and confirms it. */
    private Reservation running(Application application) {
        Claim first = claim(inventory, application, ACROSS, "first");
        inventory.reserve(first);
        return inventory.confirm(first.key());
    }

    @Test
    final void keepsWhatRunsUntilItsReplacementIsConfirmed() {
        Application shop = application("shop", 500, 90);
        Reservation running = running(shop);
        Claim second = claim(inventory, shop, CLOUD, "second");

        inventory.replace(running.key(), second);

        refusesUnchanged(
                () -> inventory.reserve(claim(inventory, application("bank", 1, 11), ACROSS, "first")),
                ShortageException.class,
                "10 is left");
        inventory.confirm(second.key());
        inventory.reserve(claim(inventory, application("tiny", 0, 100), ACROSS, "first"));
        assertThat(inventory.snapshot().occupancy().byApplication())
                .containsEntry(shop.id(), Holding.of(INFRASTRUCTURE, shop, CLOUD));
    }

    @Test
    final void goesBackToWhatRunsIfItsReplacementIsReleasedOrExpires() {
        Application shop = application("shop", 500, 90);
        Reservation running = running(shop);
        Claim second = claim(inventory, shop, CLOUD, "second").timeToLive(Duration.ofSeconds(2));
        Claim third = claim(inventory, shop, CLOUD, "third").timeToLive(Duration.ofSeconds(2));

        inventory.replace(running.key(), second);
        inventory.release(second.key());

        assertThat(inventory.reservations()).containsExactly(running);
        inventory.replace(running.key(), third);
        pass(Duration.ofSeconds(2));
        assertThat(keys())
                .as("what is reserved after a replacement was not confirmed within 2 s")
                .containsExactly(running.key());
        assertThat(inventory.reservations()).containsExactly(running);
        assertThat(inventory.snapshot().occupancy().byApplication())
                .containsOnly(Map.entry(shop.id(), Holding.of(INFRASTRUCTURE, shop, ACROSS)));
    }

    @Test
    final void goesBackToWhatRunsThoughItsReplacementWasReplacedItself() {
        Application shop = application("shop", 200, 40);
        Reservation running = running(shop);
        Claim second = claim(inventory, shop, CLOUD, "second");
        Claim third = claim(inventory, shop, CLOUD, "third");
        inventory.replace(running.key(), second);

        inventory.replace(second.key(), third);

        refusesUnchanged(() -> inventory.confirm(second.key()), NoSuchReservationException.class, "was replaced");
        inventory.release(third.key());
        assertThat(inventory.reservations()).containsExactly(running);
    }

    @Test
    final void givesNoReplacementTheNameOfWhatItIsToReplace() {
        Application shop = application("shop", 200, 40);
        Reservation running = running(shop);
        Claim second = claim(inventory, shop, CLOUD, "second");
        Reservation replacement = inventory.replace(running.key(), second);

        refusesUnchanged(
                () -> inventory.replace(second.key(), claim(inventory, shop, CLOUD, "first")),
                ReservationConflictException.class,
                "release that one to keep it");
        assertThatThrownBy(() -> inventory.replace(second.key(), claim(inventory, shop, CLOUD, "first")))
                .extracting(refused -> ((ReservationConflictException) refused).held())
                .as("what the refusal says that the application holds")
                .isEqualTo(replacement);
        inventory.release(second.key());
        assertThat(inventory.reservations()).containsExactly(running);
    }

    @Test
    final void leavesWhatIsToBeReplacedToItsReplacement() {
        Application shop = application("shop", 200, 40);
        Reservation running = running(shop);
        Claim second = claim(inventory, shop, CLOUD, "second");
        Claim third = claim(inventory, shop, CLOUD, "third");
        inventory.replace(running.key(), second);

        String why = "is to be replaced by";
        refusesUnchanged(() -> inventory.confirm(running.key()), ReservationConflictException.class, why);
        refusesUnchanged(() -> inventory.release(running.key()), ReservationConflictException.class, why);
        refusesUnchanged(() -> inventory.replace(running.key(), third), ReservationConflictException.class, why);
    }

    @Test
    final void replacesWhatIsMoreThanAnyNodeCanHave() {
        Application shop = application("shop", 200, 0);
        Holding enormous = new Holding(
                Map.of(),
                List.of(ReplicaGroup.builder("default", "cloud")
                        .on("cloud-1", 2)
                        .perReplica(Resources.builder()
                                .memoryBytes(Problems.MAX_AMOUNT)
                                .build())
                        .build()));
        inventory.close();
        inventory = open(InventoryState.of(INFRASTRUCTURE, Occupancy.NONE.with(shop.id(), enormous)));
        Claim claim = claim(inventory, shop, CLOUD, "first");

        inventory.replace(new ReservationKey(shop.id(), InventoryState.ADOPTED), claim);

        assertThat(keys()).containsExactly(claim.key());
        inventory.release(claim.key());
        assertThat(inventory.snapshot().occupancy().byApplication()).containsOnly(Map.entry(shop.id(), enormous));
    }

    @Test
    final void refusesWhatCannotBeCounted() {
        Application shop = Application.builder(ApplicationId.of("shop"))
                .add(Microservice.builder("m")
                        .requirements(new Requirements(
                                0,
                                Resources.builder()
                                        .memoryBytes(Problems.MAX_AMOUNT)
                                        .build()))
                        .build())
                .build();
        Placement many =
                new Placement(Map.of("m", List.of(new Assignment("cloud", 2000, Map.of("cloud-1", 2000)))), List.of());

        refusesUnchanged(
                () -> inventory.reserve(claim(inventory, shop, many, "first")),
                IllegalArgumentException.class,
                "more than can be counted");
    }

    @Test
    final void worksForAThreadThatIsInterruptedAndLeavesItSo() {
        Claim claim = claim(inventory, application("shop", 200, 40), ACROSS, "first");
        Thread.currentThread().interrupt();
        boolean interrupted;
        try {
            inventory.reserve(claim);
            inventory.confirm(claim.key());
            inventory.snapshot();
        } finally {
            interrupted = Thread.interrupted();
        }

        assertThat(interrupted).isTrue();
        assertThat(keys()).containsExactly(claim.key());
        inventory.release(claim.key());
        assertThat(keys()).isEmpty();
    }

    @Test
    final void replacesNothingByWhatDoesNotFit() {
        Application shop = application("shop", 300, 40);
        Claim first = claim(inventory, shop, ACROSS, "first");
        inventory.reserve(first);
        inventory.reserve(claim(inventory, application("bank", 500, 10), ACROSS, "first"));

        refusesUnchanged(
                () -> inventory.replace(first.key(), claim(inventory, shop, CLOUD, "second")),
                ShortageException.class,
                "cloud-1");
        refusesUnchanged(
                () -> inventory.replace(first.key(), claim(inventory, application("other", 1, 1), CLOUD, "second")),
                IllegalArgumentException.class,
                "other");
    }

    @Test
    final void adoptsWhatIsTakenAtTheStartAndGivesNothingOfItOutTwice() {
        Application shop = application("shop", 700, 150);
        inventory.close();
        inventory = open(InventoryState.of(
                INFRASTRUCTURE, Occupancy.NONE.with(shop.id(), Holding.of(INFRASTRUCTURE, shop, ACROSS))));

        refusesUnchanged(
                () -> inventory.reserve(claim(inventory, application("bank", 1, 1), ACROSS, "first")),
                ShortageException.class,
                "0 is left");
        inventory.release(new ReservationKey(shop.id(), InventoryState.ADOPTED));
        assertThat(inventory.snapshot().occupancy()).isEqualTo(Occupancy.NONE);
    }

    @Test
    final void refusesWhatIsNotThere() {
        Application shop = application("shop", 1, 1);
        Placement nowhere =
                new Placement(Map.of("ghost", List.of(new Assignment("moon", 1, Map.of("moon-1", 1)))), List.of());

        refusesUnchanged(
                () -> inventory.reserve(claim(inventory, shop, nowhere, "first")),
                InvalidModelException.class,
                "ghost");
        refusesUnchanged(
                () -> inventory.reserve(
                        new Claim(new ReservationKey(shop.id(), "first"), shop, ACROSS, 17, Duration.ofSeconds(1))),
                IllegalArgumentException.class,
                "17");
    }

    @Test
    final void takesNoCallOnceItIsClosed() {
        Claim claim = claim(inventory, application("shop", 1, 1), ACROSS, "first");
        inventory.close();
        inventory.close();

        assertThatThrownBy(() -> inventory.reserve(claim)).isInstanceOf(InventoryClosedException.class);
        assertThatThrownBy(() -> inventory.snapshot()).isInstanceOf(InventoryClosedException.class);
        assertThatThrownBy(() -> inventory.reservations()).isInstanceOf(InventoryClosedException.class);
    }

    private void refusesUnchanged(ThrowingCallable call, Class<? extends RuntimeException> type, String message) {
        Snapshot before = inventory.snapshot();
        List<Reservation> reservations = inventory.reservations();

        assertThatThrownBy(call).isInstanceOf(type).hasMessageContaining(message);

        assertThat(inventory.snapshot()).isEqualTo(before);
        assertThat(inventory.reservations()).isEqualTo(reservations);
    }
}
