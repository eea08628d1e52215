package io.fogatlas.pictures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Gives each of some things the number of its place in their list. */
final class Numbers {
    private final Map<String, Integer> byName = new HashMap<>();

    <T> Numbers(List<T> things, Function<T, String> name) {
        things.forEach(thing -> byName.put(name.apply(thing), byName.size()));
    }

    /**
     * Looks a number up.
     *
     * @throws IllegalArgumentException if there is nothing of that name
     */
    int of(String name) {
        Integer number = byName.get(name);
        if (number == null) {
            throw new IllegalArgumentException("There is no '" + name + "' in the infrastructure of the picture.");
        }
        return number;
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }
}
