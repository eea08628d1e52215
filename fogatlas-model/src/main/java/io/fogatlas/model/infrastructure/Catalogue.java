package io.fogatlas.model.infrastructure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Elements in the order given, found by their id in constant time. Immutable: a changed copy costs copying an array of references, and
 * one of ids and one of ints where an element comes or goes, which takes microseconds for ten thousand elements.
 *
 * @param <T> what the elements are
 */
final class Catalogue<T> {
    private final Function<T, String> id;
    private final List<T> elements;
    /** The id at each position, where looking it up is quicker than in the elements. */
    private final String[] ids;
    /** An open-addressing hash table of positions by id, each one too high, 0 where there is none; at most half full. */
    private final int[] slots;

    private Catalogue(Function<T, String> id, List<T> elements, String[] ids, int[] slots) {
        this.id = id;
        this.elements = Collections.unmodifiableList(elements);
        this.ids = ids;
        this.slots = slots;
    }

    /** Makes a catalogue of elements; of several with one id the last is found. */
    static <T> Catalogue<T> of(List<T> elements, Function<T, String> id) {
        List<T> copy = new ArrayList<>(elements);
        String[] ids = copy.stream().map(id).toArray(String[]::new);
        int[] slots = new int[Math.max(4, Integer.highestOneBit(Math.max(1, copy.size())) * 4)];
        Catalogue<T> made = new Catalogue<>(id, copy, ids, slots);
        for (int position = 0; position < ids.length; position++) {
            slots[made.slot(ids[position])] = position + 1;
        }
        return made;
    }

    List<T> list() {
        return elements;
    }

    OptionalInt position(String wanted) {
        int found = slots[slot(wanted)];
        return found == 0 ? OptionalInt.empty() : OptionalInt.of(found - 1);
    }

    Optional<T> find(String wanted) {
        int found = slots[slot(wanted)];
        return found == 0 ? Optional.empty() : Optional.of(elements.get(found - 1));
    }

    /** Puts an element where the one of its id is, or at the end. */
    Catalogue<T> with(T element) {
        String added = id.apply(element);
        int slot = slot(added);
        int found = slots[slot];
        List<T> changed = new ArrayList<>(elements.size() + 1);
        changed.addAll(elements);
        if (found != 0) {
            changed.set(found - 1, element);
            return new Catalogue<>(id, changed, ids, slots);
        }
        changed.add(element);
        if (2 * changed.size() > slots.length) {
            return of(changed, id);
        }
        String[] moreIds = Arrays.copyOf(ids, changed.size());
        moreIds[elements.size()] = added;
        int[] moreSlots = slots.clone();
        moreSlots[slot] = changed.size();
        return new Catalogue<>(id, changed, moreIds, moreSlots);
    }

    /** Takes the element of an id out; the others keep their order. */
    Catalogue<T> without(String unwanted) {
        List<T> changed = new ArrayList<>(elements);
        changed.remove(position(unwanted).orElseThrow());
        return of(changed, id);
    }

    /** Finds where an id is, or the free slot where it would be. */
    private int slot(String wanted) {
        int mask = slots.length - 1;
        int slot = ((wanted.hashCode() * 0x9E3779B9) >>> 7) & mask;
        while (slots[slot] != 0 && !ids[slots[slot] - 1].equals(wanted)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    @Override
    public String toString() {
        return elements + " " + Arrays.toString(slots);
    }
}
