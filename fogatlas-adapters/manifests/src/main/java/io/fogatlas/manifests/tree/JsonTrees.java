package io.fogatlas.manifests.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON documents of one stream; good for one reading. */
final class JsonTrees {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Budget.MAX_DEPTH + 1)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final InputStream stream;
    private final boolean itemsApart;
    private final TreeHandler handler;
    private final Budget budget = new Budget();
    private int items;

    JsonTrees(InputStream stream, boolean itemsApart, TreeHandler handler) {
        this.stream = stream;
        this.itemsApart = itemsApart;
        this.handler = handler;
    }

    void read() throws TreeException, IOException {
        try (JsonParser parser = FACTORY.createParser(stream)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            while (parser.nextToken() != null) {
                budget.startDocument();
                items = 0;
                Value document = value(parser, 1);
                handler.document(document, items);
            }
        } catch (JsonProcessingException wrong) {
            int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
            throw new TreeException(line, "is not valid JSON: " + wrong.getOriginalMessage());
        }
    }

    private Value value(JsonParser parser, int depth) throws IOException, TreeException {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        budget.value(depth, line);
        return switch (token) {
            case START_OBJECT -> object(parser, depth, line);
            case START_ARRAY -> list(parser, depth, line, itemsApart && depth == 1);
            case VALUE_STRING -> new ScalarValue(ScalarType.TEXT, parser.getText(), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText(), line);
            case VALUE_TRUE, VALUE_FALSE -> new ScalarValue(ScalarType.BOOLEAN, parser.getText(), line);
            case VALUE_NULL -> new ScalarValue(ScalarType.NULL, "null", line);
            default -> throw new TreeException(line, "is not valid JSON: unexpected " + token);
        };
    }

    private static Value number(String text, int line) throws TreeException {
        if (!PlainScalars.isDecimal(text)) {
            throw new TreeException(line, "the number " + ScalarValue.shown(text) + " is too long or too large");
        }
        return new ScalarValue(ScalarType.NUMBER, text, line);
    }

    private Value object(JsonParser parser, int depth, int line) throws IOException, TreeException {
        Map<String, Value> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = budget.key(parser.currentName());
            int keyLine = parser.currentTokenLocation().getLineNr();
            boolean apart = itemsApart && depth == 1 && key.equals("items");
            Value value = parser.nextToken() == JsonToken.START_ARRAY
                    ? list(parser, depth + 1, parser.currentTokenLocation().getLineNr(), apart)
                    : value(parser, depth + 1);
            if (fields.put(key, value) != null) {
                handler.problem(keyLine, "the key '" + ScalarValue.shown(key) + "' is there twice");
            }
        }
        return new ObjectValue(fields, line);
    }

    private Value list(JsonParser parser, int depth, int line, boolean apart) throws IOException, TreeException {
        budget.value(depth, line);
        List<Value> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Value value = value(parser, depth + 1);
            if (apart && value instanceof ObjectValue object && object.isSelfDescribing()) {
                items++;
                budget.startItem();
                handler.item(object);
            } else {
                values.add(value);
            }
        }
        return new ListValue(values, line);
    }
}
