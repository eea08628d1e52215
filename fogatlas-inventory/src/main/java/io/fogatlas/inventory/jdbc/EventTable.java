package io.fogatlas.inventory.jdbc;

import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.ReservationKey;
import io.fogatlas.inventory.json.JsonForm;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

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
    Optional<List<InventoryEvent>> since(long generation) {
        // One statement sees one moment.
        List<Row> rows = handle.createQuery(
                        "select inventory.generation as head, event.generation, event.document from inventory"
                                + " left join event on event.generation > :known where inventory.id = 1"
                                + " order by event.generation")
                .bind("known", generation)
                .map((row, context) ->
                        new Row(row.getLong("head"), row.getLong("generation"), row.getString("document")))
                .list();
        List<InventoryEvent> events = new ArrayList<>();
        for (Row row : rows) {
            if (row.document() != null) {
                events.add(JsonForm.EVENT.read(row.document(), "row " + row.generation() + " of " + place));
            }
        }
        boolean complete = !rows.isEmpty() && rows.get(0).head() - generation == events.size();
        return complete ? Optional.of(events) : Optional.empty();
    }

    private record Row(long head, long generation, @Nullable String document) {}

    /** Adds events, and deletes the oldest from time to time. */
    void add(List<InventoryEvent> events) {
        try (PreparedBatch batch = handle.prepareBatch("insert into event"
                + " (generation, happened_at, kind, namespace, application, request, document)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
            for (InventoryEvent event : events) {
                Optional<ReservationKey> key = key(event);
                batch.bind(0, event.generation())
                        .bind(1, Timestamp.from(event.at()))
                        .bind(2, event.getClass().getSimpleName())
                        .bind(3, key.map(each -> KeyText.of(each.application().namespace())))
                        .bind(4, key.map(each -> KeyText.of(each.application().name())))
                        .bind(5, key.map(each -> KeyText.of(each.request())))
                        .bind(6, JsonForm.EVENT.write(event))
                        .add();
            }
            batch.execute();
        }
        long last = events.get(events.size() - 1).generation();
        if (isTimeToPrune(last, events.size())) {
            handle.execute("delete from event where generation <= ?", last - JdbcJournal.KEPT_EVENTS);
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
