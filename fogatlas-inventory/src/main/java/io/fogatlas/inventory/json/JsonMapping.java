package io.fogatlas.inventory.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.time.Instant;
import java.util.List;

/**
 * Says how the values are mapped to JSON: records by their components, an absent {@code Optional} as {@code null}, times in ISO 8601,
 * and sealed types by a name of their kind. No value is made up or converted in reading.
 */
final class JsonMapping {
    static final JsonMapper MAPPER = mapper();

    private JsonMapping() {}

    private static JsonMapper mapper() {
        // Names may be of any length: what could be written can be read.
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNameLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .build();
        // Names may be anything: escaped, they survive whatever encoding the file or database has.
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build();
        JsonMapper.Builder builder = JsonMapper.builder(factory)
                .addModule(new Jdk8Module())
                .addModule(new SimpleModule()
                        .addSerializer(Instant.class, new InstantForm.Writer())
                        .addDeserializer(Instant.class, new InstantForm.Reader())
                        .addSerializer(InventoryState.class, new StateForm.Writer())
                        .addDeserializer(InventoryState.class, new StateForm.Reader()))
                .addMixIn(InventoryEvent.class, EventKinds.class)
                .addMixIn(Change.class, ChangeKinds.class)
                .addMixIn(Infrastructure.class, InfrastructureParts.class)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        builder.withCoercionConfig(
                LogicalType.Textual,
                text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        return builder.build();
    }

    /** The names of the kinds of events. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = InventoryEvent.Reserved.class, name = "reserved"),
        @JsonSubTypes.Type(value = InventoryEvent.Replaced.class, name = "replaced"),
        @JsonSubTypes.Type(value = InventoryEvent.Confirmed.class, name = "confirmed"),
        @JsonSubTypes.Type(value = InventoryEvent.Released.class, name = "released"),
        @JsonSubTypes.Type(value = InventoryEvent.Expired.class, name = "expired"),
        @JsonSubTypes.Type(value = InventoryEvent.Updated.class, name = "updated"),
        @JsonSubTypes.Type(value = InventoryEvent.OverCommitted.class, name = "over-committed")
    })
    private interface EventKinds {}

    /** The names of the kinds of changes. They are not called kind, since some changes have a component of that name. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Change.PutRegion.class, name = "put-region"),
        @JsonSubTypes.Type(value = Change.PutNode.class, name = "put-node"),
        @JsonSubTypes.Type(value = Change.PutLink.class, name = "put-link"),
        @JsonSubTypes.Type(value = Change.PutEndpoint.class, name = "put-endpoint"),
        @JsonSubTypes.Type(value = Change.Remove.class, name = "remove"),
        @JsonSubTypes.Type(value = Change.Mark.class, name = "mark"),
        @JsonSubTypes.Type(value = Change.Measure.class, name = "measure"),
        @JsonSubTypes.Type(value = Change.TakeByOthers.class, name = "take-by-others")
    })
    private interface ChangeKinds {}

    /** The parts of an infrastructure, which is no record. */
    @JsonAutoDetect(
            fieldVisibility = JsonAutoDetect.Visibility.NONE,
            creatorVisibility = JsonAutoDetect.Visibility.NONE)
    private abstract static class InfrastructureParts {
        @JsonCreator
        @SuppressWarnings("UnusedVariable") // Only the annotations of a mix-in are looked at.
        InfrastructureParts(
                @JsonProperty("regions") List<Region> regions,
                @JsonProperty("nodes") List<ComputeNode> nodes,
                @JsonProperty("links") List<Link> links,
                @JsonProperty("endpoints") List<ExternalEndpoint> endpoints) {}

        @JsonProperty("regions")
        abstract List<Region> regions();

        @JsonProperty("nodes")
        abstract List<ComputeNode> nodes();

        @JsonProperty("links")
        abstract List<Link> links();

        @JsonProperty("endpoints")
        abstract List<ExternalEndpoint> endpoints();
    }
}
