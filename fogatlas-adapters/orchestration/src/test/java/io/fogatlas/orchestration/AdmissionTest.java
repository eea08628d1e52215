package io.fogatlas.orchestration;

import static io.fogatlas.inventory.testkit.Site.ACROSS;
import static io.fogatlas.inventory.testkit.Site.INFRASTRUCTURE;
import static io.fogatlas.inventory.testkit.Site.LINK;
import static io.fogatlas.inventory.testkit.Site.application;
import static io.fogatlas.inventory.testkit.Site.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.Change.Kind;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.ShortageException;
import io.fogatlas.inventory.Utilisation;
import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.Snapshot;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AdmissionTest {
    private static final Application SHOP = application("shop", 300, 40);
    /** Bears no more than 5 ms between its microservices. */
    private static final Application SWIFT = Application.builder(SHOP.id())
            .add(SHOP.microservices().get(0))
            .add(SHOP.microservices().get(1))
            .add(DataFlow.builder("front", "back")
                    .name("flow")
                    .bandwidthBps(1)
                    .latencyBoundMicros(5_000)
                    .build())
            .build();

    private static final Placement EDGE = Site.placement("edge", "edge");

    private final Inventory inventory = Inventory.inMemory(INFRASTRUCTURE, Occupancy.NONE, InstantSource.system());
    private final PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();
    private final AtomicInteger attempt = new AtomicInteger();

    @AfterEach
    void close() {
        inventory.close();
    }

    private Decision place(Snapshot snapshot) {
        return engine.place(PlacementRequest.builder(snapshot, SHOP).build(), "greedy");
    }

    /** A decision for a given placement, as if an algorithm had found it. */
    private static Decision deciding(Placement placement) {
        return new Decision(
                SHOP.id(),
                "given",
                Outcome.FEASIBLE,
                Optional.of(placement),
                Optional.of(new Score(0, Map.of())),
                OptionalDouble.empty(),
                List.of(),
                Duration.ZERO,
                Optional.empty());
    }

    @Test
    void reservesWhatIsPlaced() {
        Admitted admitted = Admission.to(inventory).admit(engine, SHOP);

        assertThat(admitted.isAdmitted()).isTrue();
        assertThat(admitted.attempts()).isEqualTo(1);
        assertThat(inventory.snapshot().occupancy().byApplication()).containsOnlyKeys(SHOP.id());
    }

    @Test
    void refusesWhatHasNoPlacementWithTheReasons() {
        Admitted admitted = Admission.to(inventory).admit(engine, application("giant", 5_000, 1));

        assertThat(admitted.isAdmitted()).isFalse();
        assertThat(admitted.decision().reasons()).isNotEmpty();
        assertThat(inventory.snapshot().generation()).isZero();
    }

    @Test
    void placesAgainIfOthersWereFaster() {
        Admitted admitted = Admission.to(inventory).admit(SHOP, snapshot -> {
            Decision decision = deciding(attempt.getAndIncrement() == 0 ? ACROSS : EDGE);
            if (attempt.get() == 1) {
                inventory.reserve(claim(inventory, application("fast", 0, 80), ACROSS, "first"));
            }
            return decision;
        });

        assertThat(admitted.isAdmitted()).isTrue();
        assertThat(admitted.attempts()).isEqualTo(2);
        assertThat(admitted.snapshot().generation()).isEqualTo(1);
    }

    @Test
    void givesUpAfterSoManyAttemptsAndSaysWhy() {
        Admitted admitted = Admission.to(inventory).attempts(3).admit(SHOP, snapshot -> {
            inventory.update(List.of(new Change.Measure(LINK, 30 - attempt.getAndIncrement(), 0)));
            return deciding(ACROSS);
        });

        assertThat(admitted.isAdmitted()).isFalse();
        assertThat(admitted.attempts()).isEqualTo(3);
        assertThat(admitted.conflict()).containsInstanceOf(ShortageException.class);
        assertThat(inventory.reservations()).isEmpty();
    }

    @Test
    void placesAgainIfALatencyBoundBrokeMeanwhile() {
        Admitted admitted = Admission.to(inventory).admit(SWIFT, snapshot -> {
            if (attempt.getAndIncrement() == 0) {
                inventory.update(List.of(new Change.Measure(LINK, 100, 9_000)));
                return deciding(ACROSS);
            }
            return deciding(EDGE);
        });

        assertThat(admitted.attempts()).isEqualTo(2);
        assertThat(inventory.reservations())
                .singleElement()
                .satisfies(reservation -> assertThat(reservation.placement()).contains(EDGE));
    }

    @Test
    void keepsWhatIsNotConfirmedYetIfTheNewPlacementBreaksARule() {
        Reservation held = inventory.reserve(claim(inventory, SWIFT, Site.CLOUD, "held"));

        Admitted admitted = Admission.to(inventory).attempts(1).admit(SWIFT, snapshot -> {
            inventory.update(List.of(new Change.Measure(LINK, 100, 9_000)));
            return deciding(ACROSS);
        });

        assertThat(admitted.isAdmitted()).isFalse();
        assertThat(inventory.reservation(SWIFT.id())).contains(held);
    }

    @Test
    void placesAgainIfWhatItUsesIsGone() {
        inventory.update(List.of(new Change.PutLink(
                Link.builder("other", "cloud", "edge").bandwidthBps(100).build())));
        Placement byTheOther =
                new Placement(ACROSS.assignments(), List.of(new Route("flow", "edge", "cloud", List.of("other"))));
        Admitted admitted = Admission.to(inventory).admit(SHOP, snapshot -> {
            if (attempt.getAndIncrement() == 0) {
                inventory.update(List.of(new Change.Remove(Kind.LINK, "other")));
                return deciding(byTheOther);
            }
            return place(snapshot);
        });

        assertThat(admitted.isAdmitted()).isTrue();
        assertThat(admitted.attempts()).isEqualTo(2);
    }

    @Test
    void doesNotRepeatWhatNamesNothingThatWasEverThere() {
        Placement nowhere = new Placement(Map.of("front", List.of(new Assignment("moon", 1, Map.of()))), List.of());

        assertThatThrownBy(() -> Admission.to(inventory).admit(SHOP, snapshot -> deciding(nowhere)))
                .isInstanceOf(InvalidModelException.class);
    }

    @Test
    void replacesWhatTheApplicationHolds() {
        inventory.confirm(Admission.to(inventory)
                .admit(engine, SHOP)
                .reservation()
                .orElseThrow()
                .key());

        Admitted again = Admission.to(inventory).admit(SHOP, snapshot -> deciding(EDGE));
        inventory.confirm(again.reservation().orElseThrow().key());

        assertThat(inventory.snapshot().occupancy().byApplication())
                .containsOnly(Map.entry(SHOP.id(), Holding.of(INFRASTRUCTURE, SHOP, EDGE)));
    }

    @Test
    void neverOverCommitsHoweverManyAdmitAtOnce() throws Exception {
        inventory.update(List.of(new Change.PutEndpoint(ExternalEndpoint.of("camera", "edge"))));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> calls = IntStream.range(0, 20)
                    .<Callable<Boolean>>mapToObj(number -> () -> Admission.to(inventory)
                            .admit(engine, application("app-" + number, 150, 10))
                            .isAdmitted())
                    .toList();
            int admitted = 0;
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                admitted += call.get() ? 1 : 0;
            }

            assertThat(admitted).isBetween(1, 6);
            assertThat(inventory.reservations()).hasSize(admitted);
            assertThat(Utilisation.of(inventory.snapshot()).overCommitments()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refusesLessThanOneAttempt() {
        assertThatThrownBy(() -> Admission.to(inventory).attempts(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }
}
