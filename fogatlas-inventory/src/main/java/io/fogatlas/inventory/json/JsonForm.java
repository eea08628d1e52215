package io.fogatlas.inventory.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.fogatlas.inventory.EndedReservation;
import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.InventoryStorageException;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes values of one type as JSON, and reads them back: {@code {"version":1,"event":{"kind":"confirmed","generation":7,…}}}.
 *
 * <p>What is written is one line of ASCII. Reading is strict: what has a field too many or too few, a value of the wrong type or out of
 * its range, or another version, is refused with the place where that is, and nothing of it is read. Thread-safe.
 *
 * @param <T> what is written
 */
public final class JsonForm<T> {
    /** The version of the form that is written, and the only one that is read. */
    public static final int VERSION = 1;

    /** The form of an event. */
    public static final JsonForm<InventoryEvent> EVENT = new JsonForm<>("event", InventoryEvent.class);

    /** The form of a whole state. */
    public static final JsonForm<InventoryState> STATE = new JsonForm<>("state", InventoryState.class);

    /** The form of a region. */
    public static final JsonForm<Region> REGION = new JsonForm<>("region", Region.class);

    /** The form of a Compute Node. */
    public static final JsonForm<ComputeNode> NODE = new JsonForm<>("node", ComputeNode.class);

    /** The form of a link. */
    public static final JsonForm<Link> LINK = new JsonForm<>("link", Link.class);

    /** The form of an external endpoint. */
    public static final JsonForm<ExternalEndpoint> ENDPOINT = new JsonForm<>("endpoint", ExternalEndpoint.class);

    /** The form of a reservation. */
    public static final JsonForm<Reservation> RESERVATION = new JsonForm<>("reservation", Reservation.class);

    /** The form of a reservation that has ended. */
    public static final JsonForm<EndedReservation> ENDED = new JsonForm<>("ended", EndedReservation.class);

    /** The form of what somebody holds. */
    public static final JsonForm<Holding> HOLDING = new JsonForm<>("holding", Holding.class);

    private static final String VERSION_FIELD = "version";

    private final String name;
    private final Class<T> type;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    private JsonForm(String name, Class<T> type) {
        this.name = name;
        this.type = type;
        writer = JsonMapping.MAPPER.writerFor(type);
        reader = JsonMapping.MAPPER.reader();
    }

    /**
     * Writes a value.
     *
     * @param value the value
     * @return JSON, in one line of ASCII characters
     */
    public String write(T value) {
        Objects.requireNonNull(value, "value");
        StringWriter text = new StringWriter();
        try (JsonGenerator json = writer.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField(VERSION_FIELD, VERSION);
            json.writeFieldName(name);
            writer.writeValue(json, value);
            json.writeEndObject();
        } catch (IOException unexpected) {
            throw new IllegalStateException("A " + name + " cannot be written as JSON: " + value, unexpected);
        }
        return text.toString();
    }

    /**
     * Reads a value.
     *
     * @param json what {@link #write} has written
     * @param place where the JSON is from, for the message if it cannot be read, such as {@code line 7 of inventory.log}
     * @return the value, equal to the one that was written
     * @throws InventoryStorageException if it is not JSON, or not of this form and version
     */
    public T read(String json, String place) {
        Objects.requireNonNull(place, "place");
        try (JsonParser parser = reader.createParser(json)) {
            expect(parser, JsonToken.START_OBJECT, "");
            expect(parser, JsonToken.FIELD_NAME, VERSION_FIELD);
            expect(parser, JsonToken.VALUE_NUMBER_INT, VERSION_FIELD);
            requireKnown(parser.getValueAsString(), place);
            expect(parser, JsonToken.FIELD_NAME, name);
            parser.nextToken();
            T value = reader.readValue(parser, type);
            if (value == null) {
                throw new JsonParseException(parser, "there is no " + name);
            }
            expect(parser, JsonToken.END_OBJECT, "");
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something follows after the end");
            }
            return value;
        } catch (IOException refused) {
            throw new InventoryStorageException(
                    "The " + name + " in " + place + " cannot be read: " + reason(refused)
                            + ". It was changed or cut off, or is not of this program; restore it from a copy.",
                    refused);
        }
    }

    private static void expect(JsonParser parser, JsonToken token, String field) throws IOException {
        JsonToken found = parser.nextToken();
        if (found != token
                || (token == JsonToken.FIELD_NAME && !parser.currentName().equals(field))) {
            String wanted = field.isEmpty() ? "" : " of the field '" + field + "'";
            throw new JsonParseException(parser, token + wanted + " is missing");
        }
    }

    private void requireKnown(String version, String place) {
        if (!version.equals(Integer.toString(VERSION))) {
            throw new InventoryStorageException("The " + name + " in " + place + " is of version " + version
                    + " of the format, but only version " + VERSION
                    + " is known; use the release of FogAtlas that has written it.");
        }
    }

    private String reason(IOException refused) {
        if (!(refused instanceof JsonProcessingException json)) {
            return refused.toString();
        }
        String path = json instanceof JsonMappingException mapping ? path(mapping) : "";
        Throwable cause = json.getCause();
        String text = json instanceof ValueInstantiationException && cause != null
                ? String.valueOf(cause.getMessage())
                : json.getOriginalMessage().split("; `", 2)[0];
        String column = json.getLocation() == null
                ? ""
                : " (column " + json.getLocation().getColumnNr() + ")";
        return path + text + column;
    }

    private String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining("", name, ": "));
    }
}
