package io.fogatlas.inventory.testkit;

import static io.fogatlas.inventory.testkit.Site.ACROSS;
import static io.fogatlas.inventory.testkit.Site.INFRASTRUCTURE;
import static io.fogatlas.inventory.testkit.Site.LINK;
import static io.fogatlas.inventory.testkit.Site.application;
import static io.fogatlas.inventory.testkit.Site.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.Change.Kind;
import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.OverCommitment;
import io.fogatlas.inventory.Shortage.Holder;
import io.fogatlas.inventory.ShortageException;
import io.fogatlas.inventory.Usage;
import io.fogatlas.inventory.Utilisation;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What holds in every inventory when what exists changes, and of its events. */
public abstract class InventoryUpdateContract extends InventoryUnderTest {
    /** For subclasses. */
    protected InventoryUpdateContract() {}

    @Test
    final void addsChangesAndRemovesWhatExists() {
        Snapshot before = inventory.snapshot();

        Snapshot added = inventory.update(List.of(
                new Change.PutRegion(Region.builder("fog").tier(1).build()),
                new Change.PutNode(Site.node("fog")),
                new Change.PutLink(
                        Link.builder("far", "fog", "cloud").bandwidthBps(5).build()),
                new Change.PutEndpoint(ExternalEndpoint.of("camera", "fog"))));

        assertThat(added.generation()).isEqualTo(1);
        assertThat(added).isEqualTo(inventory.snapshot());
        assertThat(added.infrastructure().nodesIn("fog")).containsExactly(Site.node("fog"));
        Snapshot removed = inventory.update(List.of(
                new Change.Remove(Kind.ENDPOINT, "camera"),
                new Change.Remove(Kind.LINK, "far"),
                new Change.Remove(Kind.NODE, "fog-1"),
                new Change.Remove(Kind.REGION, "fog")));
        assertThat(removed.infrastructure()).isEqualTo(before.infrastructure());
        assertThat(added.infrastructure().region("fog")).isPresent();
    }

    @Test
    final void doesNothingIfNothingChanges() {
        Snapshot after = inventory.update(List.of(
                new Change.PutNode(Site.node("edge")),
                new Change.PutLink(Site.link(Site.LINK_BPS, true)),
                new Change.Mark(Kind.LINK, LINK, true),
                new Change.Mark(Kind.NODE, "edge-1", true),
                new Change.Mark(Kind.REGION, "edge", true),
                new Change.TakeByOthers(Holding.NONE)));

        assertThat(after.generation()).isZero();
    }

    @Test
    final void refusesAllChangesIfOneCannotBe() {
        Snapshot before = inventory.snapshot();
        Change good = new Change.PutRegion(Region.builder("fog").build());

        for (Change bad : List.of(
                new Change.Remove(Kind.REGION, "edge"),
                new Change.Remove(Kind.REGION, "moon"),
                new Change.Remove(Kind.NODE, "moon-1"),
                new Change.Remove(Kind.LINK, "moon"),
                new Change.Remove(Kind.ENDPOINT, "moon"),
                new Change.Mark(Kind.REGION, "moon", false),
                new Change.Mark(Kind.NODE, "moon-1", false),
                new Change.Mark(Kind.LINK, "moon", false),
                new Change.Measure("moon", 1, 1),
                new Change.Measure(LINK, -1, 1),
                new Change.PutNode(Site.node("moon")))) {
            assertThatThrownBy(() -> inventory.update(List.of(good, bad)))
                    .as("%s", bad)
                    .isInstanceOf(InvalidModelException.class);
        }

        assertThat(inventory.snapshot()).isEqualTo(before);
    }

    @Test
    final void keepsTheLastNodeSinceWithoutAnyComputeWouldBeUnlimited() {
        inventory.update(List.of(new Change.Remove(Kind.NODE, "edge-1")));

        assertThatThrownBy(() -> inventory.update(List.of(new Change.Remove(Kind.NODE, "cloud-1"))))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("mark it down");
    }

    @Test
    final void givesNothingOutOfWhatIsDownUntilItIsUpAgain() {
        Application shop = application("shop", 1, 1);
        for (Change.Mark down : List.of(
                new Change.Mark(Kind.LINK, LINK, false),
                new Change.Mark(Kind.NODE, "edge-1", false),
                new Change.Mark(Kind.REGION, "cloud", false))) {
            inventory.update(List.of(down));
            assertThatThrownBy(() -> inventory.reserve(claim(inventory, shop, ACROSS, "while down")))
                    .as("%s", down)
                    .isInstanceOf(ShortageException.class);
            inventory.update(List.of(new Change.Mark(down.kind(), down.id(), true)));
        }

        inventory.reserve(claim(inventory, shop, ACROSS, "up"));
        assertThat(inventory.snapshot().infrastructure()).isEqualTo(INFRASTRUCTURE);
    }

    @Test
    final void reportsWhatIsOverCommittedAndWhoSuffers() {
        Application shop = application("shop", 300, 40);
        Application bank = application("bank", 300, 40);
        inventory.reserve(claim(inventory, shop, ACROSS, "first"));
        inventory.reserve(claim(inventory, bank, ACROSS, "first"));

        Snapshot measured = inventory.update(List.of(new Change.Measure(LINK, 50, 7)));

        assertThat(Utilisation.of(measured).overCommitments())
                .containsExactly(new OverCommitment(
                        Holder.LINK, new Usage(LINK, "bandwidth", 80, 50), List.of(bank.id(), shop.id())));
        Snapshot gone =
                inventory.update(List.of(new Change.Measure(LINK, 80, 7), new Change.Remove(Kind.NODE, "edge-1")));
        assertThat(Utilisation.of(gone).overCommitments())
                .extracting(over -> over.usage().name() + " " + over.usage().resource())
                .containsExactly("edge-1 cpu", "edge-1 pods");
    }

    @Test
    final void countsWhatOthersTake() {
        inventory.update(List.of(new Change.TakeByOthers(new Holding(Map.of(LINK, 70L), List.of()))));

        assertThatThrownBy(() -> inventory.reserve(claim(inventory, application("shop", 1, 31), ACROSS, "first")))
                .isInstanceOf(ShortageException.class)
                .hasMessageContaining("30 is left");
        inventory.update(List.of(new Change.TakeByOthers(new Holding(Map.of(LINK, 60L), List.of()))));
        inventory.reserve(claim(inventory, application("shop", 1, 31), ACROSS, "first"));
        assertThat(inventory.snapshot().occupancy().bandwidthBpsByLink()).containsEntry(LINK, 91L);
    }

    @Test
    final void tellsOfEverythingInOrder() throws InterruptedException {
        BlockingQueue<InventoryEvent> told = new LinkedBlockingQueue<>();
        List<InventoryEvent> heard = new ArrayList<>();
        Inventory.Subscription listening = inventory.addListener(told::add);
        Application shop = application("shop", 300, 40);
        Claim first = claim(inventory, shop, ACROSS, "first");
        Claim second = claim(inventory, shop, ACROSS, "second");
        Claim brief =
                claim(inventory, application("bank", 1, 1), ACROSS, "brief").timeToLive(Duration.ofSeconds(2));
        inventory.reserve(first);
        inventory.replace(first.key(), second);
        inventory.confirm(second.key());
        inventory.reserve(brief);
        inventory.update(List.of(new Change.Measure(LINK, 20, 0)));
        inventory.release(second.key());
        pass(Duration.ofSeconds(2));
        inventory.snapshot();
        for (int expected = 0; expected < 8; expected++) {
            heard.add(told.poll(30, TimeUnit.SECONDS));
        }
        listening.close();
        inventory.reserve(claim(inventory, application("unheard", 1, 1), ACROSS, "first"));

        assertThat(heard)
                .extracting(event -> event.getClass().getSimpleName() + " " + event.generation())
                .containsExactly(
                        "Reserved 1",
                        "Replaced 2",
                        "Confirmed 3",
                        "Reserved 4",
                        "Updated 5",
                        "OverCommitted 5",
                        "Released 6",
                        "Expired 7");
        assertThat(told).isEmpty();
    }

    @Test
    final void replayingTheEventsGivesTheSnapshot() throws InterruptedException {
        BlockingQueue<InventoryEvent> told = new LinkedBlockingQueue<>();
        inventory.addListener(told::add);
        inventory.reserve(claim(inventory, application("shop", 300, 40), ACROSS, "first"));
        inventory.update(List.of(
                new Change.PutRegion(Region.builder("fog").build()), new Change.Mark(Kind.NODE, "edge-1", false)));

        Infrastructure infrastructure = INFRASTRUCTURE;
        for (int expected = 0; expected < 2; expected++) {
            if (told.poll(30, TimeUnit.SECONDS) instanceof InventoryEvent.Updated updated) {
                for (Change change : updated.changes()) {
                    infrastructure = change.applyTo(infrastructure);
                }
            }
        }
        assertThat(inventory.snapshot().infrastructure()).isEqualTo(infrastructure);
    }
}
