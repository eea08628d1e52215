package io.fogatlas.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fogatlas.manifests.tree.JsonText;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.TreeException;
import io.fogatlas.manifests.tree.TreeHandler;
import io.fogatlas.manifests.tree.TreeReader;
import io.fogatlas.manifests.tree.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Compares texts by what they mean: as trees of JSON, whose numbers are equal if their values are. */
final class SameMeaning {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private SameMeaning() {}

    /** The only document of a text. */
    static JsonNode json(String text) {
        List<Value> documents = new ArrayList<>();
        TreeHandler handler = new TreeHandler() {
            @Override
            public void item(ObjectValue object) {
                documents.add(object);
            }

            @Override
            public void document(Value document, int items) {
                documents.add(document);
            }

            @Override
            public void problem(int line, String what) {
                throw new AssertionError(line + ": " + what);
            }
        };
        try {
            TreeReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false, handler);
            if (documents.size() != 1) {
                throw new AssertionError("There are " + documents.size() + " documents");
            }
            return MAPPER.readTree(JsonText.of(documents.get(0)));
        } catch (TreeException unreadable) {
            throw new AssertionError("line " + unreadable.line() + " of:\n" + text, unreadable);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError("The JSON that was written is none", noJson);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The keys of an inner object, in order. */
    static List<String> keys(String text, String pointer) {
        List<String> keys = new ArrayList<>();
        json(text).at(pointer).fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
