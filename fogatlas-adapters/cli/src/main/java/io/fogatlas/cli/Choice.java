package io.fogatlas.cli;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the value of an option that must be one of a few names, and lists these names for completion scripts.
 *
 * @param <V> what the names stand for
 */
abstract class Choice<V> implements ITypeConverter<V>, Iterable<String> {
    private final String kind;
    private final Map<String, V> valueByName = new LinkedHashMap<>();

    /** Offers values, each by its name. */
    Choice(String kind, List<V> values, Function<V, String> name) {
        this.kind = kind;
        values.forEach(value -> valueByName.put(name.apply(value), value));
    }

    @Override
    public V convert(String text) {
        V value = valueByName.get(text);
        if (value == null) {
            throw new TypeConversionException("there is no %s '%s'; use one of %s"
                    .formatted(kind, text, String.join(", ", valueByName.keySet())));
        }
        return value;
    }

    @Override
    public Iterator<String> iterator() {
        return valueByName.keySet().iterator();
    }
}
