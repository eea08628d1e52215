package io.fogatlas.inventory.jdbc;

import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.ReservationKey;
import io.fogatlas.inventory.json.JsonForm;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of what happened. */
final class EventTable {
    private static final long PRUNED_TOGETHER = 1000;

    private final Handle handle;
    private final String place;

    EventTable(Handle handle, String place) {
        this.handle = handle;
        this.place = place;
    }

    /** Reads the events after one that is known; nothing at all if some of them are gone, or that one is not reached. */
    Optional<List<InventoryEvent>> since(long known) {
        long last = handle.createQuery("select generation from inventory where id = 1")
                .mapTo(long.class)
                .one();
        return between(known, last);
    }

    /** Reads the events after one that is known until another; nothing at all if some of them are gone. */
    Optional<List<InventoryEvent>> between(long known, long last) {
        if (known >= last) {
            return known == last ? Optional.of(List.of()) : Optional.empty();
        }
        List<InventoryEvent> events = handle.createQuery("select generation, document from event"
                        + " where generation > :known and generation <= :last order by generation")
                .bind("known", known)
                .bind("last", last)
                .map((row, context) -> JsonForm.EVENT.read(
                        row.getString("document"), "row " + row.getLong("generation") + " of " + place))
                .list();
        return events.size() == last - known ? Optional.of(events) : Optional.empty();
    }

    /** Adds events, and deletes the oldest from time to time. */
    static void add(List<InventoryEvent> events, Writes writes) {
        for (InventoryEvent event : events) {
            Optional<ReservationKey> key = key(event);
            writes.add(
                    "insert into event (generation, happened_at, kind, namespace, application, request, document)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    event.generation(),
                    Timestamp.from(event.at()),
                    event.getClass().getSimpleName(),
                    key.map(each -> KeyText.of(each.application().namespace())),
                    key.map(each -> KeyText.of(each.application().name())),
                    key.map(each -> KeyText.of(each.request())),
                    JsonForm.EVENT.write(event));
        }
        long last = events.get(events.size() - 1).generation();
        if (isTimeToPrune(last, events.size())) {
            writes.add("delete from event where generation <= ?", last - JdbcJournal.KEPT_EVENTS);
        }
    }

    /** Whether the next thousand is full after some events. */
    static boolean isTimeToPrune(long last, int events) {
        return last / PRUNED_TOGETHER != (last - events) / PRUNED_TOGETHER;
    }

    /** The reservation that an event is about. */
    static Optional<ReservationKey> key(InventoryEvent event) {
        if (event instanceof InventoryEvent.Reserved reserved) {
            return Optional.of(reserved.reservation().key());
        } else if (event instanceof InventoryEvent.Replaced replaced) {
            return Optional.of(replaced.reservation().key());
        } else if (event instanceof InventoryEvent.Confirmed confirmed) {
            return Optional.of(confirmed.key());
        } else if (event instanceof InventoryEvent.Released released) {
            return Optional.of(released.key());
        } else if (event instanceof InventoryEvent.Expired expired) {
            return Optional.of(expired.key());
        }
        return Optional.empty();
    }
}
