package io.fogatlas.inventory.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.fogatlas.inventory.EndedReservation;
import io.fogatlas.inventory.Ending;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.ReservationKey;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A state as it is in JSON, where the endings are a list in their order: a map in JSON has names for keys, and no order.
 *
 * @param generation how many changes it has seen
 * @param infrastructure what exists
 * @param others what others take
 * @param reservations the reservations
 * @param endings how reservations ended, the earliest first
 */
record StateForm(
        long generation,
        Infrastructure infrastructure,
        Holding others,
        List<Reservation> reservations,
        List<EndedReservation> endings) {
    static StateForm of(InventoryState state) {
        List<EndedReservation> endings = new ArrayList<>();
        state.endings().forEach((key, ending) -> endings.add(new EndedReservation(key, ending)));
        return new StateForm(state.generation(), state.infrastructure(), state.others(), state.reservations(), endings);
    }

    InventoryState state() {
        Map<ReservationKey, Ending> byKey = new LinkedHashMap<>();
        for (EndedReservation ended : endings) {
            if (byKey.put(ended.key(), ended.ending()) != null) {
                throw new IllegalArgumentException("The reservation of " + ended.key() + " has ended twice");
            }
        }
        return new InventoryState(generation, infrastructure, others, reservations, byKey);
    }

    /** Writes a state. */
    static final class Writer extends StdSerializer<InventoryState> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(InventoryState.class);
        }

        @Override
        public void serialize(InventoryState value, JsonGenerator json, SerializerProvider context) throws IOException {
            context.defaultSerializeValue(of(value), json);
        }
    }

    /** Reads a state. */
    static final class Reader extends StdDeserializer<InventoryState> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(InventoryState.class);
        }

        @Override
        public InventoryState deserialize(JsonParser json, DeserializationContext context) throws IOException {
            StateForm form = context.readValue(json, StateForm.class);
            try {
                return form.state();
            } catch (IllegalArgumentException refused) {
                return (InventoryState)
                        context.handleInstantiationProblem(InventoryState.class, form.endings(), refused);
            }
        }
    }
}
