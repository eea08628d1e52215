package io.fogatlas.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The options of a benchmark's command line: pairs of a name that begins with two dashes and a value. */
public final class Settings {
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a command line.
     *
     * @param args pairs of an option and its value
     * @param defaults the value of each option that is not given
     * @return the options
     * @throws IllegalArgumentException if an option is unknown or lacks its value
     */
    public static Settings read(String[] args, Map<String, String> defaults) {
        Map<String, String> values = new TreeMap<>(defaults);
        for (int index = 0; index < args.length; index += 2) {
            String name = args[index].startsWith("--") ? args[index].substring(2) : "";
            if (!defaults.containsKey(name) || index + 1 == args.length) {
                throw new IllegalArgumentException("Cannot use '" + args[index] + "'. Give options as --name value; "
                        + "the names and default values are " + new TreeMap<>(defaults) + ".");
            }
            values.put(name, args[index + 1]);
        }
        return new Settings(values);
    }

    /**
     * Gives a value as it is.
     *
     * @param name the option
     * @return its text
     */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /**
     * Gives the parts of a value that are separated by commas.
     *
     * @param name the option
     * @return its parts; none of an empty value
     */
    public List<String> list(String name) {
        return text(name).isBlank() ? List.of() : List.of(text(name).split(",", -1));
    }

    /**
     * Gives a whole number.
     *
     * @param name the option
     * @param least the least it may be
     * @return the number
     * @throws IllegalArgumentException if it is not of that form
     */
    public int number(String name, int least) {
        return number(name, text(name), least);
    }

    /**
     * Gives whole numbers above 0 that are separated by commas.
     *
     * @param name the option
     * @return the numbers, at least one
     * @throws IllegalArgumentException if it is not of that form
     */
    public List<Integer> numbers(String name) {
        return Stream.of(text(name).split(",", -1))
                .map(text -> number(name, text, 1))
                .toList();
    }

    /**
     * Gives the first and the last of whole numbers, joined by a dash.
     *
     * @param name the option
     * @return both; the same twice if one is given
     * @throws IllegalArgumentException if it is not of that form
     */
    public int[] range(String name) {
        String[] ends = text(name).split("-", 2);
        int first = number(name, ends[0], 0);
        return new int[] {first, ends.length == 1 ? first : number(name, ends[1], first)};
    }

    /**
     * Gives a number.
     *
     * @param name the option
     * @param least the least it may be
     * @param most the most it may be
     * @return the number
     * @throws IllegalArgumentException if it is not of that form
     */
    public double decimal(String name, double least, double most) {
        String text = text(name);
        if (text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                "Cannot use '%s' of '--%s'. Give a number from %s to %s.".formatted(text, name, least, most));
    }

    private static int number(String name, String text, int least) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
            throw new IllegalArgumentException("Cannot use '%s' of '--%s'. Give a whole number from %d to 999999999."
                    .formatted(text, name, least));
        }
        return Integer.parseInt(text);
    }
}
