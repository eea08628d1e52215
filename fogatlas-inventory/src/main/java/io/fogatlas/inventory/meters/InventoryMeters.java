package io.fogatlas.inventory.meters;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryListener;
import io.fogatlas.inventory.Usage;
import io.fogatlas.inventory.Utilisation;
import io.fogatlas.model.occupancy.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Shows an inventory as gauges, which are worked out when they are read:
 *
 * <ul>
 *   <li>{@code fogatlas.inventory.generation}: how many changes it has seen
 *   <li>{@code fogatlas.inventory.reservations}, tag {@code state}: how many reservations are {@code held} or {@code confirmed}
 *   <li>{@code fogatlas.inventory.overcommitments}: of how many links and resources of nodes more is taken than there is
 *   <li>{@code fogatlas.inventory.taken} and {@code fogatlas.inventory.capacity}, tags {@code holder} ({@code link} or {@code region}),
 *       {@code name}, and {@code resource}: bit/s, millicores, bytes, or counts
 * </ul>
 *
 * <p>There is a gauge for each resource of each link and region: on a large infrastructure, let the registry deny those that nobody looks at.
 */
public final class InventoryMeters implements MeterBinder, AutoCloseable {
    private static final String PREFIX = "fogatlas.inventory.";

    private final Inventory inventory;
    private final AtomicReference<Reading> latest;
    private final List<Inventory.Subscription> subscriptions = new ArrayList<>();

    /**
     * Watches an inventory.
     *
     * @param inventory the inventory
     */
    public InventoryMeters(Inventory inventory) {
        this.inventory = Objects.requireNonNull(inventory, "inventory");
        latest = new AtomicReference<>(Reading.of(inventory.snapshot()));
    }

    /** What is shown of one generation, by holder, name and resource. */
    private record Reading(long generation, Map<List<String>, Usage> usages, int overCommitments) {
        static Reading of(Snapshot snapshot) {
            Utilisation utilisation = Utilisation.of(snapshot);
            Map<List<String>, Usage> usages = new HashMap<>();
            utilisation.links().forEach(usage -> usages.put(List.of("link", usage.name(), usage.resource()), usage));
            utilisation
                    .regions()
                    .forEach(usage -> usages.put(List.of("region", usage.name(), usage.resource()), usage));
            return new Reading(
                    snapshot.generation(), usages, utilisation.overCommitments().size());
        }

        Usage usage(List<String> key) {
            return usages.getOrDefault(key, new Usage(key.get(1), key.get(2), 0, 0));
        }
    }

    private Reading reading() {
        Snapshot snapshot = inventory.snapshot();
        return latest.updateAndGet(known -> known.generation == snapshot.generation() ? known : Reading.of(snapshot));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(PREFIX + "generation", this, meters -> meters.reading().generation)
                .description("Changes the inventory has seen")
                .register(registry);
        Gauge.builder(PREFIX + "overcommitments", this, meters -> meters.reading().overCommitments)
                .description("Links and resources of nodes of which more is taken than there is")
                .register(registry);
        reservations(registry, "confirmed", true);
        reservations(registry, "held", false);
        MultiGauge taken = MultiGauge.builder(PREFIX + "taken")
                .description("How much is taken")
                .register(registry);
        MultiGauge capacity = MultiGauge.builder(PREFIX + "capacity")
                .description("How much there is")
                .register(registry);
        subscriptions.add(inventory.addListener(new InventoryListener() {
            @Override
            public void happened(InventoryEvent event) {
                if (event instanceof InventoryEvent.Updated) {
                    rows(taken, capacity);
                }
            }

            @Override
            public void missed() {
                rows(taken, capacity);
            }
        }));
        rows(taken, capacity);
    }

    private void reservations(MeterRegistry registry, String state, boolean confirmed) {
        Gauge.builder(
                        PREFIX + "reservations",
                        inventory,
                        watched -> watched.reservations().stream()
                                .filter(reservation -> reservation.isConfirmed() == confirmed)
                                .count())
                .description("Reservations")
                .tag("state", state)
                .register(registry);
    }

    private synchronized void rows(MultiGauge taken, MultiGauge capacity) {
        List<MultiGauge.Row<?>> takenRows = new ArrayList<>();
        List<MultiGauge.Row<?>> capacityRows = new ArrayList<>();
        for (List<String> key : reading().usages.keySet()) {
            Tags tags =
                    Tags.of(Tag.of("holder", key.get(0)), Tag.of("name", key.get(1)), Tag.of("resource", key.get(2)));
            takenRows.add(MultiGauge.Row.of(
                    tags, this, meters -> meters.reading().usage(key).taken()));
            capacityRows.add(MultiGauge.Row.of(
                    tags, this, meters -> meters.reading().usage(key).capacity()));
        }
        taken.register(takenRows, true);
        capacity.register(capacityRows, true);
    }

    /** Stops following what exists; the gauges stay as they are in their registry. */
    @Override
    public void close() {
        subscriptions.forEach(Inventory.Subscription::close);
    }
}
