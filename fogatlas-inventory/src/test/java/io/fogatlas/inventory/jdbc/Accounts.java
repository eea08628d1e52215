package io.fogatlas.inventory.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.model.occupancy.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts again, from the events in the database alone, what is taken of the {@link Site} at each generation: bandwidth of the link and
 * millicores of the nodes. Written apart from the inventory's own counting.
 */
final class Accounts {
    private final Map<ApplicationId, Reservation> held = new HashMap<>();
    private long generation;

    long generation() {
        return generation;
    }

    /** Reads the events that came since, and checks the sums after each. */
    void follow(String url) {
        InventoryState none = InventoryState.of(Site.INFRASTRUCTURE, Occupancy.NONE);
        try (JdbcJournal journal = JdbcJournal.open(DatabaseSettings.of(url), () -> none)) {
            for (InventoryEvent event : journal.since(generation).orElseThrow()) {
                assertThat(event.generation()).isEqualTo(generation + 1);
                generation = event.generation();
                apply(event);
                assertThat(taken())
                        .as("taken at generation %d", generation)
                        .allSatisfy((name, amount) -> assertThat(amount)
                                .isBetween(1L, name.equals(Site.LINK) ? Site.LINK_BPS : Site.NODE_MILLIS));
            }
        }
    }

    private void apply(InventoryEvent event) {
        if (event instanceof InventoryEvent.Reserved reserved) {
            assertThat(held.put(reserved.reservation().key().application(), reserved.reservation()))
                    .isNull();
        } else if (event instanceof InventoryEvent.Replaced replaced) {
            Reservation old = held.put(replaced.old().application(), replaced.reservation());
            assertThat(old.key()).isEqualTo(replaced.old());
        } else if (event instanceof InventoryEvent.Confirmed confirmed) {
            Reservation before = held.get(confirmed.key().application());
            assertThat(before.key()).isEqualTo(confirmed.key());
            held.put(
                    confirmed.key().application(),
                    new Reservation(
                            before.key(), before.placement(), before.holding(), Optional.empty(), Optional.empty()));
        } else if (event instanceof InventoryEvent.Released released) {
            Reservation before = held.remove(released.key().application());
            assertThat(before.key()).isEqualTo(released.key());
            before.replaces().ifPresent(old -> held.put(old.key().application(), old));
        } else {
            throw new AssertionError("Nothing expires here, and nobody changes what exists: " + event);
        }
    }

    /** What is taken now, of what something is taken at all. */
    Map<String, Long> taken() {
        Map<String, Long> sums = new TreeMap<>();
        for (Reservation reservation : held.values()) {
            Map<String, Long> both = amounts(reservation.holding());
            reservation
                    .replaces()
                    .ifPresent(old ->
                            amounts(old.holding()).forEach((name, amount) -> both.merge(name, amount, Math::max)));
            both.forEach((name, amount) -> sums.merge(name, amount, Long::sum));
        }
        sums.values().removeIf(amount -> amount == 0);
        return sums;
    }

    /** What a snapshot says is taken. */
    static Map<String, Long> taken(Snapshot snapshot) {
        Map<String, Long> sums = new TreeMap<>();
        List<Holding> all = List.copyOf(snapshot.occupancy().byApplication().values());
        all.forEach(holding -> amounts(holding).forEach((name, amount) -> sums.merge(name, amount, Long::sum)));
        sums.values().removeIf(amount -> amount == 0);
        return sums;
    }

    private static Map<String, Long> amounts(Holding holding) {
        Map<String, Long> amounts = new TreeMap<>(holding.bandwidthBpsByLink());
        for (ReplicaGroup group : holding.replicas()) {
            group.replicasByNode()
                    .forEach((node, count) ->
                            amounts.merge(node, count * group.perReplica().cpuMillis(), Long::sum));
        }
        return amounts;
    }
}
