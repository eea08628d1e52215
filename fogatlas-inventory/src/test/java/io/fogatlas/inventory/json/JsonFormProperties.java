package io.fogatlas.inventory.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.InventoryStorageException;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Link;
import java.util.ArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Checks that what is written as JSON is read back as it was. */
@Domain(DomainContext.Global.class)
@Domain(InventoryValues.class)
final class JsonFormProperties {
    @Property(tries = 60)
    void readsTheEventThatWasWritten(@ForAll InventoryEvent event) {
        String json = JsonForm.EVENT.write(event);

        assertThat(json).matches("[ -~]*");
        assertThat(JsonForm.EVENT.read(json, "a test")).isEqualTo(event);
    }

    @Property(tries = 20)
    void readsTheStateThatWasWritten(@ForAll InventoryState state) {
        InventoryState read = JsonForm.STATE.read(JsonForm.STATE.write(state), "a test");

        assertThat(read).isEqualTo(state);
        assertThat(new ArrayList<>(read.endings().keySet()))
                .isEqualTo(new ArrayList<>(state.endings().keySet()));
    }

    @Property(tries = 20)
    void readsTheElementsAndReservationsThatWereWritten(@ForAll InventoryState state) {
        assertThat(state.infrastructure().regions())
                .allSatisfy(region -> assertThat(JsonForm.REGION.read(JsonForm.REGION.write(region), "a test"))
                        .isEqualTo(region));
        for (ComputeNode node : state.infrastructure().nodes()) {
            assertThat(JsonForm.NODE.read(JsonForm.NODE.write(node), "a test")).isEqualTo(node);
        }
        for (Link link : state.infrastructure().links()) {
            assertThat(JsonForm.LINK.read(JsonForm.LINK.write(link), "a test")).isEqualTo(link);
        }
        for (ExternalEndpoint endpoint : state.infrastructure().endpoints()) {
            assertThat(JsonForm.ENDPOINT.read(JsonForm.ENDPOINT.write(endpoint), "a test"))
                    .isEqualTo(endpoint);
        }
        for (Reservation reservation : state.reservations()) {
            assertThat(JsonForm.RESERVATION.read(JsonForm.RESERVATION.write(reservation), "a test"))
                    .isEqualTo(reservation);
        }
        assertThat(JsonForm.HOLDING.read(JsonForm.HOLDING.write(state.others()), "a test"))
                .isEqualTo(state.others());
    }

    @Property(tries = 60)
    void readsNothingThatWasCutOff(@ForAll InventoryEvent event, @ForAll @IntRange(max = 1_000_000) int cut) {
        String json = JsonForm.EVENT.write(event);
        String part = json.substring(0, cut % json.length());

        assertThatThrownBy(() -> JsonForm.EVENT.read(part, "line 7"))
                .isInstanceOf(InventoryStorageException.class)
                .hasMessageStartingWith("The event in line 7 cannot be read: ");
    }
}
