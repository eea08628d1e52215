package io.fogatlas.inventory.jdbc;

import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.EndedReservation;
import io.fogatlas.inventory.Ending;
import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.InventoryStorageException;
import io.fogatlas.inventory.Journal;
import io.fogatlas.inventory.ReservationKey;
import io.fogatlas.inventory.json.JsonForm;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The tables of the current state: the head, what exists, what is reserved, and what ended. */
final class StateTables {
    private final Handle handle;
    private final String place;
    private final Dialect dialect;
    private final ElementTable elements;
    private final ReservationTables reservations;

    StateTables(Handle handle, Database database) {
        this.handle = handle;
        place = database.place();
        dialect = database.dialect();
        elements = new ElementTable(handle, place);
        reservations = new ReservationTables(handle, place);
    }

    InventoryState read() {
        Head head = handle.createQuery("select generation, others from inventory where id = 1")
                .map((row, context) -> new Head(row.getLong("generation"), row.getString("others")))
                .findOne()
                .orElseThrow(() -> new InventoryStorageException(
                        "The inventory in " + place + " has no row in the table inventory; restore it from a copy."));
        Holding others = JsonForm.HOLDING.read(head.others(), "the column others of " + place);
        requireLastEvent(head.generation());
        try {
            return new InventoryState(
                    head.generation(), elements.read(), others, reservations.read(), endings(reservations.ended()));
        } catch (IllegalArgumentException refused) {
            throw contradiction(String.valueOf(refused.getMessage()));
        }
    }

    private void requireLastEvent(long generation) {
        handle.createQuery("select max(generation) from event")
                .mapTo(Long.class)
                .findOne()
                .filter(last -> last != generation)
                .ifPresent(last -> {
                    throw contradiction("its generation is " + generation + ", but the last event is " + last);
                });
    }

    private InventoryStorageException contradiction(String text) {
        return new InventoryStorageException("The inventory in " + place + " contradicts itself: " + text
                + ". It was changed by something else; restore it from a copy.");
    }

    private record Head(long generation, String others) {}

    private static Map<ReservationKey, Ending> endings(List<EndedReservation> latestFirst) {
        List<EndedReservation> inOrder = new ArrayList<>(latestFirst);
        Collections.reverse(inOrder);
        Map<ReservationKey, Ending> endings = new LinkedHashMap<>();
        for (EndedReservation ended : inOrder) {
            endings.remove(ended.key());
            endings.put(ended.key(), ended.ending());
        }
        return endings;
    }

    /** Writes a first state into empty tables. */
    void fill(InventoryState state) {
        elements.fill(state.infrastructure());
        Writes writes = new Writes();
        advance(-1, state.generation(), writes);
        take(state.others(), writes);
        state.reservations().forEach(each -> ReservationTables.put(each, writes));
        state.endings().forEach((key, ending) -> ReservationTables.addEnded(new EndedReservation(key, ending), writes));
        execute(writes);
    }

    /** Adds events, and brings the tables up to date after them. */
    void change(long before, List<InventoryEvent> events, Journal.View after) {
        Snapshot snapshot = after.snapshot();
        Writes writes = new Writes();
        advance(before, snapshot.generation(), writes);
        EventTable.add(events, writes);
        if (ElementTable.changes(events).anyMatch(Change.TakeByOthers.class::isInstance)) {
            take(snapshot.occupancy().others(), writes);
        }
        ReservationTables.change(events, after, writes);
        execute(writes);
        elements.change(events, snapshot.infrastructure());
    }

    private static void advance(long before, long generation, Writes writes) {
        writes.add("update inventory set generation = ? where id = 1 and generation = ?", generation, before);
    }

    private static void take(Holding others, Writes writes) {
        writes.add("update inventory set others = ? where id = 1", JsonForm.HOLDING.write(others));
    }

    private void execute(Writes writes) {
        if (writes.execute(handle, dialect) != 1) {
            throw new InventoryStorageException("The inventory in " + place
                    + " was changed by something that did not take its turn; find out what writes to this database.");
        }
    }
}
