package io.fogatlas.inventory.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryStorageException;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.ReservationKey;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Holding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks what the JSON looks like, and that nothing else is read. */
final class JsonFormTest {
    private static final String LINK =
            "{\"version\":1,\"link\":{\"id\":\"l\",\"regionA\":\"a\",\"regionB\":\"b\",\"bandwidthBps\":1000,"
                    + "\"latencyMicros\":20,\"up\":true,\"directed\":false}}";

    private static final String EVENT = "{\"version\":1,\"event\":{\"kind\":\"reserved\",\"generation\":7,"
            + "\"at\":\"2026-01-31T23:59:59.500Z\",\"reservation\":{"
            + "\"key\":{\"application\":{\"namespace\":\"default\",\"name\":\"sh\\u00F6p\"},\"request\":\"r-1\"},"
            + "\"placement\":null,\"holding\":{\"bandwidthBpsByLink\":{\"l\":5},\"replicas\":[]},"
            + "\"expires\":\"2026-02-01T00:05:00Z\",\"replaces\":null}}}";

    @Test
    void writesWhatAPersonCanRead() {
        ReservationKey key = new ReservationKey(ApplicationId.of("shöp"), "r-1");
        Holding holding = new Holding(Map.of("l", 5L), List.of());
        Reservation reservation = new Reservation(
                key, Optional.empty(), holding, Optional.of(Instant.parse("2026-02-01T00:05:00Z")), Optional.empty());
        InventoryEvent event = new InventoryEvent.Reserved(7, Instant.parse("2026-01-31T23:59:59.500Z"), reservation);

        assertThat(JsonForm.EVENT.write(event)).isEqualTo(EVENT);
        assertThat(JsonForm.EVENT.read(EVENT, "a test")).isEqualTo(event);
        assertThat(JsonForm.LINK.read(LINK, "a test"))
                .isEqualTo(Link.builder("l", "a", "b")
                        .bandwidthBps(1000)
                        .latencyMicros(20)
                        .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\":1 | \"version\":2 | version 2 of the format, but only version 1 is known",
                "\"version\":1 | \"version\":99999999999999999999 | version 99999999999999999999 of the format",
                "\"version\":1 | \"version\":\"1\" | VALUE_NUMBER_INT of the field 'version' is missing",
                "\"version\":1, | `` | FIELD_NAME of the field 'version' is missing",
                "\"link\":{ | \"node\":{ | FIELD_NAME of the field 'link' is missing",
                "\"id\":\"l\" | \"id\":5 | link.id: ",
                "\"id\":\"l\" | \"id\":null | link.id: ",
                "\"id\":\"l\" | \"id\":\"\" | id must not be blank",
                "\"id\":\"l\", | `` | Missing creator property 'id'",
                "\"id\":\"l\" | \"id\":\"l\",\"colour\":\"red\" | link.colour: ",
                "\"id\":\"l\" | \"id\":\"l\",\"id\":\"m\" | Duplicate field 'id'",
                "1000 | -1 | bandwidthBps must be from 0 to 9007199254740992, but is -1",
                "1000 | 9007199254740993 | bandwidthBps must be from 0",
                "1000 | 99999999999999999999 | link.bandwidthBps: ",
                "1000 | 10.0 | link.bandwidthBps: ",
                "1000 | 1e3 | link.bandwidthBps: ",
                "1000 | \"1000\" | link.bandwidthBps: ",
                "1000 | null | link.bandwidthBps: ",
                "1000 | NaN | 'NaN'",
                "true | 1 | link.up: ",
                "true | \"true\" | link.up: ",
                "}} | }}} | Unexpected close marker",
                "}} | }} {} | something follows after the end",
                "}} | },\"more\":1} | END_OBJECT is missing",
                "{\"id\" | [{\"id\" | Cannot deserialize",
            })
    void refusesWhatItDidNotWrite(String part, String instead, String reason) {
        refuses(JsonForm.LINK, LINK, part, instead, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"kind\":\"reserved\" | \"kind\":\"borrowed\" | 'borrowed'",
                "\"kind\":\"reserved\", | `` | 'kind'",
                "\"generation\":7, | `` | Missing creator property 'generation'",
                "\"2026-01-31T23:59:59.500Z\" | \"yesterday\" | event.at: ",
                "\"2026-01-31T23:59:59.500Z\" | 1769900000 | event.at: ",
                "\"placement\":null, | `` | Missing creator property 'placement'",
                "\"placement\":null | \"placement\":{} | event.reservation.placement.assignments: ",
                "{\"l\":5} | {\"l\":-5} | event.reservation.holding: Holding '': bandwidth of 'l' must be from 0",
                "{\"l\":5} | {\"l\":null} | event.reservation.holding.bandwidthBpsByLink",
                "{\"l\":5} | [5] | event.reservation.holding.bandwidthBpsByLink: ",
                "\"replicas\":[] | \"replicas\":[null] | event.reservation.holding.replicas",
                "\"request\":\"r-1\" | \"request\":\" \" | event.reservation.key: The request of application",
                "\"replaces\":null | \"replaces\":7 | event.reservation.replaces: ",
            })
    void refusesEventsItDidNotWrite(String part, String instead, String reason) {
        refuses(JsonForm.EVENT, EVENT, part, instead, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"``|missing", "null|missing", "{}|missing", "[]|missing", "{\"version\":1,\"link\":null}|no link"})
    void refusesWhatIsNoLinkAtAll(String json, String reason) {
        refuses(JsonForm.LINK, json, "", "", reason);
    }

    private static void refuses(JsonForm<?> form, String json, String part, String instead, String reason) {
        assertThat(json).contains(part);
        String changed = part.isEmpty() ? json : json.replace(part, instead);

        assertThatThrownBy(() -> form.read(changed, "line 3 of f.log"))
                .isInstanceOf(InventoryStorageException.class)
                .hasMessageContaining(" in line 3 of f.log ")
                .hasMessageContaining(reason);
    }
}
