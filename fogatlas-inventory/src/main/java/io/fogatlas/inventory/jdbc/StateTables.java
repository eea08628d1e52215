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
    private final ElementTable elements;
    private final ReservationTables reservations;

    StateTables(Handle handle, String place) {
        this.handle = handle;
        this.place = place;
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
        reservations.put(state.reservations());
        List<EndedReservation> ended = new ArrayList<>();
        state.endings().forEach((key, ending) -> ended.add(new EndedReservation(key, ending)));
        reservations.addEnded(ended);
        advance(-1, state.generation());
        take(state.others());
    }

    /** Brings the tables up to date after events. */
    void change(long before, List<InventoryEvent> events, Journal.View after) {
        elements.change(events, after.snapshot().infrastructure());
        reservations.change(events, after);
        advance(before, events.get(events.size() - 1).generation());
        Holding others = after.snapshot().occupancy().others();
        if (ElementTable.changes(events).anyMatch(Change.TakeByOthers.class::isInstance)) {
            take(others);
        }
    }

    private void advance(long before, long generation) {
        int changed = handle.execute(
                "update inventory set generation = ? where id = 1 and generation = ?", generation, before);
        if (changed != 1) {
            throw new InventoryStorageException("The inventory in " + place
                    + " was changed by something that did not take its turn; find out what writes to this database.");
        }
    }

    private void take(Holding others) {
        handle.execute("update inventory set others = ? where id = 1", JsonForm.HOLDING.write(others));
    }
}
