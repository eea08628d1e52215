package io.fogatlas.orchestration;

import static io.fogatlas.inventory.testkit.Site.INFRASTRUCTURE;
import static io.fogatlas.inventory.testkit.Site.application;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.testkit.SettableClock;
import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.Snapshot;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeployerTest {
    private static final Application SHOP = application("shop", 300, 40);

    private final SettableClock clock = new SettableClock();
    private final Inventory inventory = Inventory.inMemory(INFRASTRUCTURE, Occupancy.NONE, clock);
    private final RecordingTarget target = new RecordingTarget();
    private final Deployer deployer = new Deployer(inventory, target);
    private final PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();

    @AfterEach
    void close() {
        inventory.close();
    }

    private Decision place(Snapshot snapshot, Application application) {
        return engine.place(PlacementRequest.builder(snapshot, application).build(), "greedy");
    }

    private Deployed deploy(Application application) {
        return deployer.deploy(
                application, snapshot -> place(snapshot, application), Duration.ZERO, DeploymentListener.NONE);
    }

    @Test
    void placesReservesAppliesAndConfirms() {
        Deployed deployed = deploy(SHOP);

        assertThat(deployed.isDeployed()).isTrue();
        assertThat(deployed.changes().orElseThrow().steps()).hasSize(1);
        assertThat(inventory.reservations()).singleElement().matches(Reservation::isConfirmed);
        assertThat(inventory.reservations().get(0).placement())
                .contains(target.running().get(SHOP.id()));
    }

    @Test
    void touchesNothingOfWhatHasNoPlacement() {
        Deployed deployed = deploy(application("giant", 5_000, 1));

        assertThat(deployed.isDeployed()).isFalse();
        assertThat(deployed.admitted().decision().isPlaced()).isFalse();
        assertThat(target.running()).isEmpty();
        assertThat(inventory.reservations()).isEmpty();
    }

    @Test
    void givesBackWhatItReservedIfTheTargetFails() {
        target.failWith(new DeploymentException("The engine of region 'edge' does not answer."));

        assertThatThrownBy(() -> deploy(SHOP)).isInstanceOf(DeploymentException.class);

        assertThat(inventory.snapshot().occupancy()).isEqualTo(Occupancy.NONE);
    }

    @Test
    void holdsWhatRanBeforeIfAnUpdateFails() {
        deploy(SHOP);
        Reservation running = inventory.reservations().get(0);
        target.failWith(new DeploymentException("The engine of region 'edge' does not answer."));

        assertThatThrownBy(() -> deploy(SHOP)).isInstanceOf(DeploymentException.class);

        assertThat(inventory.reservations()).containsExactly(running);
        assertThat(inventory.snapshot().occupancy().byApplication())
                .containsOnly(Map.entry(SHOP.id(), running.holding()));
    }

    @Test
    void keepsReservedWhatCouldNotBeTakenBack() {
        target.failWith(new DeploymentException("It failed.", List.of("container 'shop-front' in region 'edge'")));

        assertThatThrownBy(() -> deploy(SHOP)).isInstanceOf(DeploymentException.class);

        assertThat(inventory.reservations()).singleElement().matches(Reservation::isConfirmed);
    }

    @Test
    void saysSoIfTheReservationExpiredMeanwhile() {
        target.meanwhile(() -> clock.pass(Deployer.MARGIN.plusSeconds(1)));

        assertThatThrownBy(() -> deploy(SHOP))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("shop")
                .hasMessageContaining("deploy it again");
    }

    @Test
    void removesFromTargetAndInventory() {
        deploy(SHOP);

        DeploymentPlan removed = deployer.remove(SHOP.id(), DeploymentListener.NONE);

        assertThat(removed.steps()).hasSize(1);
        assertThat(target.running()).isEmpty();
        assertThat(inventory.snapshot().occupancy()).isEqualTo(Occupancy.NONE);
        assertThat(deployer.remove(SHOP.id(), DeploymentListener.NONE).isEmpty())
                .isTrue();
    }

    @Test
    void keepsWhatIsHeldIfItCannotBeRemoved() {
        deploy(SHOP);
        target.failWith(new DeploymentException("The engine of region 'edge' does not answer."));

        assertThatThrownBy(() -> deployer.remove(SHOP.id(), DeploymentListener.NONE))
                .isInstanceOf(DeploymentException.class);

        assertThat(inventory.reservations()).hasSize(1);
    }

    @Test
    void movesWhatRunsOnceWhereItRunsFails() {
        deploy(SHOP);
        inventory.update(List.of(new Change.Mark(Change.Kind.NODE, "cloud-1", false)));

        Deployed moved = deploy(SHOP);

        assertThat(moved.isDeployed()).isTrue();
        assertThat(inventory.snapshot().occupancy().byApplication())
                .containsOnly(Map.entry(SHOP.id(), Holding.of(INFRASTRUCTURE, SHOP, Site.placement("edge", "edge"))));
    }
}
