package io.fogatlas.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a value while it is checked, so that all of it can be said at once.
 *
 * <p>Not thread-safe; one instance serves one check.
 */
public final class Problems {
    /**
     * The largest amount of anything, 2<sup>53</sup>: 9 Pbit/s, 9 PB, 285 years of latency. Amounts up to it survive a JSON number
     * and can be multiplied by 1,000 or summed a thousand times without overflow.
     */
    public static final long MAX_AMOUNT = 1L << 53;

    /** Made when the first one is found, since hardly ever any is. */
    private List<Problem> found = List.of();

    /** Starts with nothing found. */
    public Problems() {}

    /**
     * Notes a problem.
     *
     * @param kind the kind of the object
     * @param name its id or name
     * @param text what is wrong
     */
    public void add(String kind, String name, String text) {
        addAll(List.of(new Problem(kind, name, text)));
    }

    /**
     * Notes a problem unless a condition holds.
     *
     * @param holds the condition
     * @param kind the kind of the object
     * @param name its id or name
     * @param text says what is wrong; asked only if the condition does not hold
     */
    public void require(boolean holds, String kind, String name, Supplier<String> text) {
        if (!holds) {
            add(kind, name, text.get());
        }
    }

    /**
     * Notes a problem if a text is blank.
     *
     * @param kind the kind of the object
     * @param name its id or name
     * @param component the component that holds the text
     * @param text the text
     */
    public void text(String kind, String name, String component, String text) {
        Objects.requireNonNull(text, component);
        require(!text.isBlank(), kind, name, () -> component + " must not be blank");
    }

    /**
     * Notes a problem if an amount is outside {@code least} to {@link #MAX_AMOUNT}.
     *
     * @param kind the kind of the object
     * @param name its id or name
     * @param component the component that holds the amount
     * @param amount the amount
     * @param least the least that is allowed
     */
    public void amount(String kind, String name, String component, long amount, long least) {
        require(
                isAmount(amount, least),
                kind,
                name,
                () -> String.format(
                        Locale.ROOT, "%s must be from %d to %d, but is %d", component, least, MAX_AMOUNT, amount));
    }

    private static boolean isAmount(long amount, long least) {
        return amount >= least && amount <= MAX_AMOUNT;
    }

    /**
     * Notes a problem for every negative or too large amount of a map.
     *
     * @param kind the kind of the object
     * @param name its id or name
     * @param component the component that holds the map
     * @param amounts the amounts by what they are of
     */
    public void amounts(String kind, String name, String component, Map<String, Long> amounts) {
        amounts.forEach((key, amount) -> {
            if (!isAmount(amount, 0)) {
                amount(kind, name, component + " of '" + key + "'", amount, 0);
            }
        });
    }

    /**
     * Notes a problem if an id was there before.
     *
     * @param kind the kind of the object
     * @param id its id
     * @param before what had the id before; null if nothing had
     */
    public void unique(String kind, String id, @Nullable Object before) {
        require(before == null, kind, id, () -> "is there more than once; give each " + kind + " an id of its own");
    }

    /**
     * Takes over the problems of a value that was refused.
     *
     * @param refused the refusal
     */
    public void addAll(InvalidModelException refused) {
        addAll(refused.problems());
    }

    private void addAll(List<Problem> more) {
        if (found.isEmpty()) {
            found = new ArrayList<>();
        }
        found.addAll(more);
    }

    /**
     * Says what was found so far.
     *
     * @return the problems in the order they were found
     */
    public List<Problem> found() {
        return List.copyOf(found);
    }

    /**
     * Ends the check.
     *
     * @throws InvalidModelException if anything was found
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidModelException(found);
        }
    }
}
