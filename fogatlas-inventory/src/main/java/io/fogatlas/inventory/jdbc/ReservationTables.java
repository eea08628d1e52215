package io.fogatlas.inventory.jdbc;

import io.fogatlas.inventory.EndedReservation;
import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.Journal;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.json.JsonForm;
import io.fogatlas.model.application.ApplicationId;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The tables of the reservations that are there, and of those that ended last. */
final class ReservationTables {
    private final Handle handle;
    private final String place;

    ReservationTables(Handle handle, String place) {
        this.handle = handle;
        this.place = place;
    }

    /** All reservations, in order of their applications. */
    List<Reservation> read() {
        List<Reservation> all = handle.createQuery("select namespace, application, document from reservation")
                .map((row, context) -> JsonForm.RESERVATION.read(
                        row.getString("document"),
                        "reservation " + row.getString("namespace") + "/" + row.getString("application") + " of "
                                + place))
                .list();
        all.sort(Comparator.comparing(each -> each.key().application()));
        return all;
    }

    /** The reservations that ended last, the latest first. */
    List<EndedReservation> ended() {
        return handle.createQuery(
                        "select ordinal, document from ending order by ordinal desc fetch first :most rows only")
                .bind("most", InventoryState.REMEMBERED_ENDINGS)
                .map((row, context) -> JsonForm.ENDED.read(
                        row.getString("document"), "ending " + row.getLong("ordinal") + " of " + place))
                .list();
    }

    static void change(List<InventoryEvent> events, Journal.View after, Writes writes) {
        Map<ApplicationId, Boolean> wasThere = new LinkedHashMap<>();
        for (InventoryEvent event : events) {
            EventTable.key(event)
                    .ifPresent(key ->
                            wasThere.putIfAbsent(key.application(), !(event instanceof InventoryEvent.Reserved)));
        }
        wasThere.forEach((application, before) -> {
            if (before) {
                writes.add(
                        "delete from reservation where namespace = ? and application = ?",
                        KeyText.of(application.namespace()),
                        KeyText.of(application.name()));
            }
        });
        wasThere.keySet().forEach(application -> after.reservation(application).ifPresent(there -> put(there, writes)));
        after.ended().forEach(each -> addEnded(each, writes));
        long last = events.get(events.size() - 1).generation();
        if (EventTable.isTimeToPrune(last, events.size())) {
            writes.add(
                    "delete from ending where ordinal <= (select ordinal from ending"
                            + " order by ordinal desc offset ? rows fetch first 1 row only)",
                    InventoryState.REMEMBERED_ENDINGS);
        }
    }

    static void put(Reservation reservation, Writes writes) {
        writes.add(
                "insert into reservation (namespace, application, request, status, expires_at, document)"
                        + " values (?, ?, ?, ?, ?, ?)",
                KeyText.of(reservation.key().application().namespace()),
                KeyText.of(reservation.key().application().name()),
                KeyText.of(reservation.key().request()),
                status(reservation),
                reservation.expires().map(Timestamp::from),
                JsonForm.RESERVATION.write(reservation));
    }

    private static String status(Reservation reservation) {
        if (reservation.isConfirmed()) {
            return "confirmed";
        }
        return reservation.replaces().isPresent() ? "replacing" : "held";
    }

    static void addEnded(EndedReservation ended, Writes writes) {
        writes.add(
                "insert into ending (namespace, application, request, how, ended_at, document)"
                        + " values (?, ?, ?, ?, ?, ?)",
                KeyText.of(ended.key().application().namespace()),
                KeyText.of(ended.key().application().name()),
                KeyText.of(ended.key().request()),
                ended.ending().how().name(),
                Timestamp.from(ended.ending().at()),
                JsonForm.ENDED.write(ended));
    }
}
