package com.example.broken;

import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.Journal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

// tag::broken-journal[]
/** Keeps nothing, like the journal in memory, and looks at the clock once, to save time. */
public final class HastyJournal implements Journal {
    private final InventoryState start;
    private final InstantSource clock;
    private final Instant now;

    public HastyJournal(InventoryState start, InstantSource clock) {
        this.start = start;
        this.clock = clock;
        this.now = clock.instant();
    }

    @Override
    public Turn begin(long generation) {
        return new Turn(Optional.of(List.of()), now); // clock.instant() would be right
    }
    // end::broken-journal[]

    @Override
    public InventoryState load() {
        return start;
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
        return Optional.of(List.of());
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
