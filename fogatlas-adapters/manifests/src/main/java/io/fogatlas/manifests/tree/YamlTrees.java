package io.fogatlas.manifests.tree;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.reader.UnicodeReader;

/** Reads the YAML documents of one stream; good for one reading. */
final class YamlTrees {
    private static final String STANDARD = "tag:yaml.org,2002:";
    private static final String MERGE = "<<";

    private final Parser parser;
    private final boolean itemsApart;
    private final TreeHandler handler;
    private final Budget budget = new Budget();
    private final Map<String, Value> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int items;

    YamlTrees(InputStream stream, boolean itemsApart, TreeHandler handler) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(new LineLimit(new UnicodeReader(stream))), options);
        this.itemsApart = itemsApart;
        this.handler = handler;
    }

    void read() throws TreeException, IOException {
        Event event = next();
        while (!event.is(Event.ID.StreamEnd)) {
            if (event.is(Event.ID.DocumentStart)) {
                budget.startDocument();
                anchors.clear();
                items = 0;
                Value document = value(next(), 1, itemsApart);
                handler.document(document, items);
            }
            event = next();
        }
    }

    /** The parser is fed with anything: whatever it throws says that the text is not readable, be it foreseen by its authors or not. */
    private Event next() throws TreeException, IOException {
        try {
            return parser.getEvent();
        } catch (MarkedYAMLException wrong) {
            int line =
                    wrong.getProblemMark() == null ? 0 : wrong.getProblemMark().getLine() + 1;
            String context = wrong.getContext() == null ? "" : " " + wrong.getContext();
            throw new TreeException(line, "is not valid YAML: " + wrong.getProblem() + context);
        } catch (YAMLException wrong) {
            if (wrong.getCause() instanceof LineLimit.TooLongException tooLong) {
                throw new TreeException(tooLong.line(), tooLong.text());
            }
            if (wrong.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new TreeException(0, "is not valid YAML: " + firstLine(wrong));
        } catch (RuntimeException wrong) {
            throw new TreeException(0, "is not valid YAML: " + firstLine(wrong));
        }
    }

    private static String firstLine(RuntimeException wrong) {
        return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("it cannot be read");
    }

    private Value value(Event event, int depth, boolean apart) throws TreeException, IOException {
        int line = event.getStartMark().getLine() + 1;
        budget.value(depth, line);
        if (event instanceof AliasEvent alias) {
            return target(alias.getAnchor(), line);
        }
        String anchor = event instanceof NodeEvent node ? node.getAnchor() : null;
        boolean opened = anchor != null && open.add(anchor);
        Value value;
        if (event instanceof ScalarEvent scalar) {
            value = scalar(scalar, line);
        } else if (event instanceof SequenceStartEvent sequence) {
            checkTag(sequence.getTag(), "seq", line);
            value = list(depth, line, apart);
        } else if (event instanceof MappingStartEvent mapping) {
            checkTag(mapping.getTag(), "map", line);
            value = object(depth, line, apart);
        } else {
            throw new TreeException(line, "is not valid YAML: unexpected " + event.getEventId());
        }
        if (anchor != null) {
            keep(anchor, value, opened, line);
        }
        return value;
    }

    private void keep(String anchor, Value value, boolean opened, int line) throws TreeException {
        if (opened) {
            open.remove(anchor);
        }
        anchors.put(anchor, value);
        if (anchors.size() > Budget.MAX_ANCHORS) {
            throw new TreeException(line, "a document has more than " + Budget.MAX_ANCHORS + " anchors");
        }
    }

    private Value target(String anchor, int line) throws TreeException {
        String shown = ScalarValue.shown(anchor);
        if (open.contains(anchor)) {
            throw new TreeException(line, "the alias '*" + shown + "' stands for what it is in itself");
        }
        Value target = anchors.get(anchor);
        if (target == null) {
            throw new TreeException(line, "there is no anchor '&" + shown + "' before the alias '*" + shown + "'");
        }
        budget.alias(target, line);
        return target;
    }

    private Value list(int depth, int line, boolean apart) throws TreeException, IOException {
        List<Value> values = new ArrayList<>();
        for (Event event = next(); !event.is(Event.ID.SequenceEnd); event = next()) {
            Value value = value(event, depth + 1, false);
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

    private Value object(int depth, int line, boolean top) throws TreeException, IOException {
        Map<String, Value> fields = new LinkedHashMap<>();
        Map<String, Value> merged = new LinkedHashMap<>();
        for (Event event = next(); !event.is(Event.ID.MappingEnd); event = next()) {
            int keyLine = event.getStartMark().getLine() + 1;
            String key = key(event, depth);
            boolean merge = key.equals(MERGE) && event instanceof ScalarEvent scalar && isPlain(scalar);
            Value value = value(next(), depth + 1, top && key.equals("items"));
            if (merge) {
                merge(value, merged, keyLine);
            } else if (fields.put(key, value) != null) {
                handler.problem(keyLine, "the key '" + ScalarValue.shown(key) + "' is there twice");
            }
        }
        merged.forEach(fields::putIfAbsent);
        return new ObjectValue(fields, line);
    }

    private String key(Event event, int depth) throws TreeException, IOException {
        int line = event.getStartMark().getLine() + 1;
        if (event instanceof ScalarEvent scalar && scalar.getAnchor() == null) {
            budget.value(depth + 1, line);
            return budget.key(scalar.getValue());
        }
        if (value(event, depth + 1, false) instanceof ScalarValue scalar) {
            return scalar.text();
        }
        throw new TreeException(line, "a key must be a text");
    }

    private void merge(Value value, Map<String, Value> merged, int line) throws TreeException {
        if (value instanceof ObjectValue object) {
            object.fields().forEach(merged::putIfAbsent);
        } else if (value instanceof ListValue list && list.items().stream().allMatch(ObjectValue.class::isInstance)) {
            for (Value item : list.items()) {
                merge(item, merged, line);
            }
        } else {
            throw new TreeException(line, "the merge key '<<' needs an object or a list of objects");
        }
    }

    private static boolean isPlain(ScalarEvent scalar) {
        return scalar.getTag() == null && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    private Value scalar(ScalarEvent event, int line) {
        String text = event.getValue();
        String tag = event.getTag();
        if (tag == null) {
            return isPlain(event) ? resolved(text, line) : new ScalarValue(ScalarType.TEXT, text, line);
        }
        Value resolved = resolved(text, line);
        boolean fits = resolved instanceof ScalarValue scalar
                && switch (tag) {
                    case STANDARD + "int", STANDARD + "float" -> scalar.type() == ScalarType.NUMBER;
                    case STANDARD + "bool" -> scalar.type() == ScalarType.BOOLEAN;
                    case STANDARD + "null" -> scalar.type() == ScalarType.NULL;
                    default -> false;
                };
        if (!fits) {
            checkTag(tag, "str", line);
        }
        return fits ? resolved : new ScalarValue(ScalarType.TEXT, text, line);
    }

    private Value resolved(String text, int line) {
        ScalarType type = PlainScalars.type(text);
        return switch (type) {
            case NULL -> new ScalarValue(type, "null", line);
            case TEXT, NUMBER, BOOLEAN -> new ScalarValue(type, text, line);
        };
    }

    private void checkTag(@Nullable String tag, String standard, int line) {
        if (tag != null && !tag.equals("!") && !tag.equals(STANDARD + standard)) {
            handler.problem(line, "the tag '" + ScalarValue.shown(tag) + "' has no place in a manifest; leave it out");
        }
    }
}
