package io.fogatlas.inventory;

import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.model.occupancy.Occupancy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journal in memory that several inventories share, and that can say once that it keeps none of the events any more. */
public class LossyJournal implements Journal {
    private final List<InventoryEvent> kept = new ArrayList<>();
    private boolean lost;

    /** The next who asks for events has to load everything. */
    public synchronized void lose() {
        lost = true;
    }

    @Override
    public synchronized InventoryState load() {
        return InventoryState.of(Site.INFRASTRUCTURE, Occupancy.NONE).after(kept);
    }

    @Override
    public Turn begin(long generation) {
        return new Turn(since(generation), Instant.now());
    }

    @Override
    public synchronized void commit(List<InventoryEvent> events, View after) {
        kept.addAll(events);
    }

    @Override
    public void abandon() {
        // The tests let nobody else wait for the turn.
    }

    @Override
    public synchronized Optional<List<InventoryEvent>> since(long generation) {
        if (lost) {
            lost = false;
            return Optional.empty();
        }
        return Optional.of(
                kept.stream().filter(event -> event.generation() > generation).toList());
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
