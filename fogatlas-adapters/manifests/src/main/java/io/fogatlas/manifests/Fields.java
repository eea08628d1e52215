package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ListValue;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarType;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the fields of a part of an object and notes what is wrong with them, at their own line. A field that is wrong is read as if it
 * were not there; whoever must know compares {@link Notes#found()} before and after.
 *
 * @param object the part
 * @param path where it is in the object, such as {@code spec.}; empty for the object itself
 * @param origin where the object was read
 * @param notes takes what is wrong
 */
record Fields(ObjectValue object, String path, Origin origin, Notes notes) {
    /** Where the part was read. */
    Origin here() {
        return origin.at(object.line());
    }

    void problem(String key, String text) {
        int line = object.get(key).map(Value::line).filter(at -> at > 0).orElse(object.line());
        notes.problem(origin.at(line), path + key + " " + text);
    }

    private Optional<Value> fitting(String key, boolean fits, Value value, String wanted) {
        if (!fits) {
            problem(key, "must be " + wanted + ", but is " + value.description());
        }
        return fits ? Optional.of(value) : Optional.empty();
    }

    /** An inner object; empty if it is not there. */
    Fields inner(String key) {
        return optional(key)
                .orElse(new Fields(new ObjectValue(Map.of(), object.line()), path + key + ".", origin, notes));
    }

    Optional<Fields> optional(String key) {
        return object.get(key)
                .flatMap(value -> fitting(key, value instanceof ObjectValue, value, "an object"))
                .map(value -> new Fields((ObjectValue) value, path + key + ".", origin, notes));
    }

    private List<Value> items(String key) {
        return object.get(key)
                .flatMap(value -> fitting(key, value instanceof ListValue, value, "a list"))
                .map(value -> ((ListValue) value).items())
                .orElse(List.of());
    }

    /** The objects of a list; none if it is not there. */
    List<Fields> list(String key) {
        List<Fields> parts = new ArrayList<>();
        List<Value> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            String name = key + "[" + i + "]";
            if (items.get(i) instanceof ObjectValue item) {
                parts.add(new Fields(item, path + name + ".", origin, notes));
            } else {
                notes.problem(
                        origin.at(items.get(i).line()),
                        path + name + " must be an object, but is "
                                + items.get(i).description());
            }
        }
        return parts;
    }

    /** The texts of a list; none if it is not there. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Value item : items(key)) {
            Optional<String> text = ScalarValue.textOf(item);
            text.ifPresent(texts::add);
            if (text.isEmpty()) {
                notes.problem(origin.at(item.line()), path + key + " must list texts, but holds " + quote(item));
            }
            warnOfNoQuotes(item, key);
        }
        return texts;
    }

    /** The whole numbers of a list; none if it is not there. */
    List<Integer> numbers(String key, int least, int most) {
        List<Integer> numbers = new ArrayList<>();
        for (Value item : items(key)) {
            OptionalLong number = whole(item, least, most);
            if (number.isPresent()) {
                numbers.add((int) number.getAsLong());
            } else {
                notes.problem(
                        origin.at(item.line()),
                        path + key + " must list whole numbers from " + least + " to " + most + ", but holds "
                                + item.description());
            }
        }
        return numbers;
    }

    /** A text, or a number or truth value as it was written; empty if it is not there. */
    Optional<String> text(String key) {
        return object.get(key).flatMap(value -> {
            Optional<String> text = ScalarValue.textOf(value);
            if (text.isEmpty()) {
                problem(key, "must be a text, but is " + quote(value));
            }
            warnOfNoQuotes(value, key);
            return text;
        });
    }

    private void warnOfNoQuotes(Value value, String key) {
        boolean read = value instanceof ScalarValue scalar
                && (scalar.type() == ScalarType.NUMBER || scalar.type() == ScalarType.BOOLEAN);
        if (read) {
            notes.count(
                    "no quotes",
                    origin.at(value.line()),
                    count -> path + key + " holds " + value.description()
                            + "; it is read as it is written, but Kubernetes would refuse it; put it in quotes"
                            + Counts.more(count, "value"));
        }
    }

    private static String quote(Value value) {
        return value.description() + (value instanceof ScalarValue ? "; put it in quotes" : "");
    }

    /** A text that must be there; empty if it is not. */
    String requiredText(String key) {
        boolean there = object.get(key).isPresent();
        String text = text(key).orElse("");
        if (!there || (text.isBlank() && object.text(key).isPresent())) {
            problem(key, "is missing; it must be given");
        }
        return text;
    }

    /** A whole number in a range; empty if it is not there. */
    OptionalLong whole(String key, long least, long most) {
        Optional<Value> value = object.get(key);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = whole(value.get(), least, most);
        if (number.isEmpty()) {
            problem(
                    key,
                    "must be a whole number from " + least + " to " + most + ", but is "
                            + value.get().description());
        }
        return number;
    }

    private static OptionalLong whole(Value value, long least, long most) {
        if (!(value instanceof ScalarValue scalar) || scalar.type() != ScalarType.NUMBER) {
            return OptionalLong.empty();
        }
        BigDecimal number = scalar.decimal();
        boolean inside = number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0
                && (number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0);
        return inside ? OptionalLong.of(number.longValueExact()) : OptionalLong.empty();
    }

    /** A Quantity, written as a number or as a text; empty if it is not there. */
    Optional<BigDecimal> quantity(String key) {
        Optional<Value> value = object.get(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof ScalarValue scalar
                && (scalar.type() == ScalarType.TEXT || scalar.type() == ScalarType.NUMBER)) {
            try {
                return Optional.of(Quantities.parse(scalar));
            } catch (UnfitQuantityException wrong) {
                problem(key, wrong.getMessage());
                return Optional.empty();
            }
        }
        problem(key, "must be a Quantity, but is " + value.get().description());
        return Optional.empty();
    }

    /**
     * A Quantity as a whole number of a smaller unit.
     *
     * @param key its key
     * @param thousandfold whether the smaller unit is a thousandth
     * @param rounding which way to round
     * @return the whole number, at least 0; empty if it is not there
     */
    OptionalLong amount(String key, boolean thousandfold, RoundingMode rounding) {
        Optional<BigDecimal> quantity = quantity(key);
        if (quantity.isEmpty()) {
            return OptionalLong.empty();
        }
        BigDecimal amount = thousandfold ? quantity.get().movePointRight(3) : quantity.get();
        try {
            return OptionalLong.of(Quantities.whole(amount, written(key), rounding));
        } catch (UnfitQuantityException wrong) {
            problem(key, wrong.getMessage());
            return OptionalLong.empty();
        }
    }

    /** A truth value; false if it is not there. */
    boolean isTrue(String key) {
        Optional<Value> value = object.get(key);
        boolean fits =
                value.isEmpty() || (value.get() instanceof ScalarValue scalar && scalar.type() == ScalarType.BOOLEAN);
        if (!fits) {
            problem(key, "must be true or false, but is " + value.get().description());
        }
        return fits && value.isPresent() && ((ScalarValue) value.get()).isTrue();
    }

    /** A scalar as it was written. */
    String written(String key) {
        return object.get(key)
                .map(value -> value instanceof ScalarValue scalar ? scalar.text() : value.description())
                .orElse("");
    }
}
