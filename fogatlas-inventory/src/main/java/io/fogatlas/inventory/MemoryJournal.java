package io.fogatlas.inventory;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Keeps nothing but what an inventory begins with: it lives as long as the inventory itself. */
final class MemoryJournal implements Journal {
    private final InventoryState start;
    private final InstantSource clock;
    private boolean loaded;

    MemoryJournal(InventoryState start, InstantSource clock) {
        this.start = start;
        this.clock = clock;
    }

    @Override
    public InventoryState load() {
        if (loaded) {
            throw new InventoryStorageException(
                    "The inventory in memory failed in the middle of a change and cannot be used any more; start a new one.");
        }
        loaded = true;
        return start;
    }

    @Override
    public Turn begin(long generation) {
        return new Turn(Turn.NONE_MISSED, clock.instant());
    }

    @Override
    public void commit(List<InventoryEvent> events, View after) {
        // The inventory's own memory is all that keeps them.
    }

    @Override
    public void abandon() {
        // Nobody else waits for the turn.
    }

    @Override
    public Optional<List<InventoryEvent>> since(long generation) {
        return Turn.NONE_MISSED;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
