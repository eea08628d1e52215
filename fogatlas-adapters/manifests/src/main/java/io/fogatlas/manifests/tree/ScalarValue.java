package io.fogatlas.manifests.tree;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A text, number, truth value or nothing.
 *
 * @param type which of them
 * @param text the text itself, the number or truth value as it was written, or {@code null}
 * @param line the line it starts at
 */
public record ScalarValue(ScalarType type, String text, int line) implements Value {
    /** How much of a text a message repeats. */
    private static final int SHOWN = 80;

    /**
     * Checks that nothing is missing.
     *
     * @param type which kind of scalar
     * @param text what was written
     * @param line the line it starts at
     */
    public ScalarValue {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
    }

    /**
     * Makes a text.
     *
     * @param text the text
     * @return the value
     */
    public static ScalarValue text(String text) {
        return new ScalarValue(ScalarType.TEXT, text, 0);
    }

    /**
     * Makes a whole number.
     *
     * @param number the number
     * @return the value
     */
    public static ScalarValue number(long number) {
        return new ScalarValue(ScalarType.NUMBER, Long.toString(number), 0);
    }

    /**
     * Makes a number without exponent and without zeros at the end.
     *
     * @param number the number
     * @return the value
     */
    public static ScalarValue number(BigDecimal number) {
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return new ScalarValue(ScalarType.NUMBER, plain, 0);
    }

    /**
     * Makes a truth value.
     *
     * @param truth the truth value
     * @return the value
     */
    public static ScalarValue truth(boolean truth) {
        return new ScalarValue(ScalarType.BOOLEAN, Boolean.toString(truth), 0);
    }

    /**
     * Takes a value for a text. People write ids such as {@code 004} or {@code no} without quotes.
     *
     * @param value any value
     * @return the text, or the number or truth value as it was written; empty if it is something else
     */
    public static Optional<String> textOf(Value value) {
        boolean text = value instanceof ScalarValue scalar && scalar.type != ScalarType.NULL;
        return text ? Optional.of(((ScalarValue) value).text) : Optional.empty();
    }

    static boolean isNull(Value value) {
        return value instanceof ScalarValue scalar && scalar.type == ScalarType.NULL;
    }

    /**
     * Works out a truth value.
     *
     * @return whether it is one, and true
     */
    public boolean isTrue() {
        return type == ScalarType.BOOLEAN && PlainScalars.isTrue(text);
    }

    /**
     * Works out a number.
     *
     * @return its exact value
     * @throws IllegalStateException if it is no number
     */
    public BigDecimal decimal() {
        if (type != ScalarType.NUMBER) {
            throw new IllegalStateException(description() + " is no number");
        }
        return PlainScalars.decimal(text);
    }

    @Override
    public String description() {
        return switch (type) {
            case TEXT -> "the text '" + shown(text) + "'";
            case NUMBER -> "the number " + shown(text);
            case BOOLEAN -> text + ", which is a truth value";
            case NULL -> "null";
        };
    }

    /**
     * Shortens a text for a message.
     *
     * @param text the text
     * @return its start
     */
    public static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
