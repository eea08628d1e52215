package io.fogatlas.inventory.jdbc;

import io.fogatlas.inventory.EndedReservation;
import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.Journal;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.json.JsonForm;
import io.fogatlas.model.application.ApplicationId;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

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

    void change(List<InventoryEvent> events, Journal.View after) {
        Map<ApplicationId, Boolean> wasThere = new LinkedHashMap<>();
        for (InventoryEvent event : events) {
            EventTable.key(event)
                    .ifPresent(key ->
                            wasThere.putIfAbsent(key.application(), !(event instanceof InventoryEvent.Reserved)));
        }
        List<ApplicationId> gone = new ArrayList<>();
        List<Reservation> there = new ArrayList<>();
        wasThere.forEach((application, before) -> {
            if (before) {
                gone.add(application);
            }
            after.reservation(application).ifPresent(there::add);
        });
        remove(gone);
        put(there);
        addEnded(after.ended());
        long last = events.get(events.size() - 1).generation();
        if (EventTable.isTimeToPrune(last, events.size())) {
            handle.createUpdate("delete from ending where ordinal <= (select ordinal from ending"
                            + " order by ordinal desc offset :most rows fetch first 1 row only)")
                    .bind("most", InventoryState.REMEMBERED_ENDINGS)
                    .execute();
        }
    }

    private void remove(List<ApplicationId> applications) {
        if (applications.isEmpty()) {
            return;
        }
        try (PreparedBatch batch =
                handle.prepareBatch("delete from reservation where namespace = ? and application = ?")) {
            for (ApplicationId application : applications) {
                batch.bind(0, KeyText.of(application.namespace()))
                        .bind(1, KeyText.of(application.name()))
                        .add();
            }
            batch.execute();
        }
    }

    void put(List<Reservation> reservations) {
        if (reservations.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("insert into reservation"
                + " (namespace, application, request, status, expires_at, document) values (?, ?, ?, ?, ?, ?)")) {
            for (Reservation reservation : reservations) {
                batch.bind(0, KeyText.of(reservation.key().application().namespace()))
                        .bind(1, KeyText.of(reservation.key().application().name()))
                        .bind(2, KeyText.of(reservation.key().request()))
                        .bind(3, status(reservation))
                        .bind(4, reservation.expires().map(Timestamp::from))
                        .bind(5, JsonForm.RESERVATION.write(reservation))
                        .add();
            }
            batch.execute();
        }
    }

    private static String status(Reservation reservation) {
        if (reservation.isConfirmed()) {
            return "confirmed";
        }
        return reservation.replaces().isPresent() ? "replacing" : "held";
    }

    void addEnded(List<EndedReservation> ended) {
        if (ended.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("insert into ending"
                + " (namespace, application, request, how, ended_at, document) values (?, ?, ?, ?, ?, ?)")) {
            for (EndedReservation each : ended) {
                batch.bind(0, KeyText.of(each.key().application().namespace()))
                        .bind(1, KeyText.of(each.key().application().name()))
                        .bind(2, KeyText.of(each.key().request()))
                        .bind(3, each.ending().how().name())
                        .bind(4, Timestamp.from(each.ending().at()))
                        .bind(5, JsonForm.ENDED.write(each))
                        .add();
            }
            batch.execute();
        }
    }
}
