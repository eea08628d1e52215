package io.fogatlas.manifests.tree;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes everything that is read, for tests to look at. */
final class Reading implements TreeHandler {
    final List<ObjectValue> items = new ArrayList<>();
    final List<Value> documents = new ArrayList<>();
    final List<String> problems = new ArrayList<>();

    static Reading of(String text) throws TreeException {
        return of(text.getBytes(StandardCharsets.UTF_8), false);
    }

    static Reading of(byte[] bytes, boolean itemsApart) throws TreeException {
        Reading reading = new Reading();
        try {
            TreeReader.read(new ByteArrayInputStream(bytes), itemsApart, reading);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return reading;
    }

    /** The only document, as JSON without white space. */
    static String json(String text) throws TreeException {
        Reading reading = of(text);
        if (reading.documents.size() != 1) {
            throw new AssertionError("There are " + reading.documents.size() + " documents");
        }
        return compact(reading.documents.get(0));
    }

    static String compact(Value value) {
        return JsonText.of(value).replaceAll("\n *", "");
    }

    @Override
    public void item(ObjectValue object) {
        items.add(object);
    }

    @Override
    public void document(Value document, int handedOver) {
        documents.add(document);
    }

    @Override
    public void problem(int line, String text) {
        problems.add(line + ": " + text);
    }
}
