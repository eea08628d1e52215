package io.fogatlas.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fogatlas.inventory.Shortage.Holder;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

final class InventoryTest {
    /** Two regions, one node of 1000m each, and a link of 100 bit/s between them. */
    private static final Infrastructure TWO_REGIONS = Infrastructure.builder()
            .add(Region.builder("cloud").build())
            .add(Region.builder("edge").build())
            .add(node("cloud-1", "cloud", true))
            .add(node("edge-1", "edge", true))
            .add(Link.builder("link", "cloud", "edge").bandwidthBps(100).build())
            .build();

    private static ComputeNode node(String name, String region, boolean ready) {
        return ComputeNode.builder(name, region)
                .allocatable(Resources.builder().cpuMillis(1000).podSlots(10).build())
                .ready(ready)
                .build();
    }

    private static Application application(String name, long cpuMillis, long bandwidthBps) {
        Requirements requirements =
                new Requirements(0, Resources.builder().cpuMillis(cpuMillis).build());
        return Application.builder(ApplicationId.of(name))
                .add(Microservice.builder("front").requirements(requirements).build())
                .add(Microservice.builder("back").requirements(requirements).build())
                .add(DataFlow.builder("front", "back")
                        .name("flow")
                        .bandwidthBps(bandwidthBps)
                        .build())
                .build();
    }

    private static final Placement APART = new Placement(
            Map.of(
                    "front", List.of(new Assignment("edge", 1, Map.of("edge-1", 1))),
                    "back", List.of(new Assignment("cloud", 1, Map.of("cloud-1", 1)))),
            List.of(new Route("flow", "edge", "cloud", List.of("link"))));

    private final Inventory inventory = new Inventory(TWO_REGIONS, Occupancy.NONE);

    @Test
    void startsWithWhatItIsGiven() {
        assertThat(inventory.snapshot()).isEqualTo(new Snapshot(TWO_REGIONS, Occupancy.NONE, 0));
    }

    @Test
    void holdsWhatAPlacementTakes() {
        Application application = application("a", 600, 60);

        Snapshot after = inventory.reserve(application, APART);

        assertThat(after).isSameAs(inventory.snapshot());
        assertThat(after.generation()).isEqualTo(1);
        assertThat(after.occupancy().byApplication())
                .containsExactly(Map.entry(application.id(), Holding.of(TWO_REGIONS, application, APART)));
    }

    @Test
    void doesNotChangeASnapshotThatWasTakenBefore() {
        Snapshot before = inventory.snapshot();

        inventory.reserve(application("a", 600, 60), APART);

        assertThat(before.occupancy()).isEqualTo(Occupancy.NONE);
    }

    @Test
    void refusesWhatNoLongerFitsAndSaysAllThatIsShort() {
        inventory.reserve(application("a", 600, 60), APART);
        Snapshot before = inventory.snapshot();

        ShortageException refusal = catchThrowableOfType(
                ShortageException.class, () -> inventory.reserve(application("b", 500, 50), APART));

        assertThat(refusal.shortages())
                .containsExactly(
                        new Shortage(Holder.LINK, "link", "bandwidth", 50, 40),
                        new Shortage(Holder.NODE, "cloud-1", "cpu", 500, 400),
                        new Shortage(Holder.NODE, "edge-1", "cpu", 500, 400));
        assertThat(refusal)
                .hasMessageContaining("'default/b'")
                .hasMessageContaining("Link 'link': 50 of bandwidth is asked, but 40 is left")
                .hasMessageContaining("Node 'edge-1': 500 of cpu is asked, but 400 is left");
        assertThat(inventory.snapshot()).isSameAs(before);
    }

    @Test
    void takesUpToTheLastBitAndMillicore() {
        inventory.reserve(application("a", 600, 60), APART);

        assertThat(inventory.reserve(application("b", 400, 40), APART).generation())
                .isEqualTo(2);
    }

    @Test
    void replacesWhatTheSameApplicationHeld() {
        inventory.reserve(application("a", 600, 60), APART);
        Application larger = application("a", 1000, 100);

        Snapshot after = inventory.reserve(larger, APART);

        assertThat(after.occupancy().byApplication().get(larger.id()))
                .isEqualTo(Holding.of(TWO_REGIONS, larger, APART));
    }

    @Test
    void givesBackWhatIsReleased() {
        Application application = application("a", 1000, 100);
        inventory.reserve(application, APART);

        Snapshot after = inventory.release(application.id());

        assertThat(after).isEqualTo(new Snapshot(TWO_REGIONS, Occupancy.NONE, 2));
        assertThat(inventory.reserve(application("b", 1000, 100), APART).generation())
                .isEqualTo(3);
    }

    @Test
    void refusesToReleaseWhatIsNotHeld() {
        assertThatThrownBy(() -> inventory.release(ApplicationId.of("a")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("'default/a'");
        assertThat(inventory.snapshot().generation()).isZero();
    }

    @Test
    void countsWhatUnknownHoldersTook() {
        Inventory partlyTaken =
                new Inventory(TWO_REGIONS, new Occupancy(Map.of(), new Holding(Map.of("link", 150L), List.of())));

        assertThatThrownBy(() -> partlyTaken.reserve(application("a", 1, 1), APART))
                .isInstanceOf(ShortageException.class)
                .hasMessageContaining("1 of bandwidth is asked, but 0 is left");
    }

    @Test
    void leavesAloneWhatIsOverTakenButNotTouched() {
        Inventory overTaken =
                new Inventory(TWO_REGIONS, new Occupancy(Map.of(), new Holding(Map.of("link", 150L), List.of())));
        Placement together = new Placement(
                Map.of(
                        "front", List.of(new Assignment("edge", 1, Map.of("edge-1", 1))),
                        "back", List.of(new Assignment("edge", 1, Map.of("edge-1", 1)))),
                List.of(new Route("flow", "edge", "edge", List.of())));

        assertThat(overTaken.reserve(application("a", 500, 60), together).generation())
                .isEqualTo(1);
    }

    @Test
    void givesNothingOfALinkThatIsDownOrANodeThatIsNotReady() {
        Inventory broken = new Inventory(
                Infrastructure.builder()
                        .add(Region.builder("cloud").build())
                        .add(Region.builder("edge").build())
                        .add(node("cloud-1", "cloud", true))
                        .add(node("edge-1", "edge", false))
                        .add(Link.builder("link", "cloud", "edge")
                                .bandwidthBps(100)
                                .up(false)
                                .build())
                        .build(),
                Occupancy.NONE);

        ShortageException refusal =
                catchThrowableOfType(ShortageException.class, () -> broken.reserve(application("a", 600, 60), APART));

        assertThat(refusal.shortages())
                .containsExactly(
                        new Shortage(Holder.LINK, "link", "bandwidth", 60, 0),
                        new Shortage(Holder.NODE, "edge-1", "cpu", 600, 0),
                        new Shortage(Holder.NODE, "edge-1", "pods", 1, 0));
    }

    @Test
    void refusesAPlacementOfWhatIsNotThereAndNamesItAll() {
        Placement wrong = new Placement(
                Map.of(
                        "front", List.of(new Assignment("nowhere", 1, Map.of("edge-1", 1))),
                        "back", List.of(new Assignment("cloud", 2, Map.of("cloud-1", 1))),
                        "other", List.of(new Assignment("edge", 1, Map.of("edge-1", 1)))),
                List.of(
                        new Route("flow", "edge", "cloud", List.of("no-link")),
                        new Route("no-flow", "edge", "cloud", List.of("link"))));

        assertThatThrownBy(() -> inventory.reserve(application("a", 1, 1), wrong))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("is placed in region 'nowhere', but there is no such Region")
                .hasMessageContaining("is placed on node 'edge-1', but region 'nowhere' has no such Node")
                .hasMessageContaining("Microservice 'back': has 2 replicas in region 'cloud', but 1 on nodes")
                .hasMessageContaining("Microservice 'other': is not part of the application")
                .hasMessageContaining("passes link 'no-link', but there is no such Link")
                .hasMessageContaining("Data flow 'no-flow': is not part of the application");
        assertThat(inventory.snapshot().generation()).isZero();
    }

    @Test
    void refusesANegativeGeneration() {
        assertThatThrownBy(() -> new Snapshot(TWO_REGIONS, Occupancy.NONE, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }
}
