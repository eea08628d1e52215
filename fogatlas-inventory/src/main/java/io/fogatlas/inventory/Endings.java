package io.fogatlas.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the last reservations ended. They are asked for at each reservation, and each one that comes drives out one that nothing has touched
 * for a long time: so they are in arrays, which stay in a processor's cache where the entries of a map do not.
 *
 * <p>A ring, in which the next one takes the place of the oldest, and a hash table of the places in it, with linear probing; what is driven
 * out is deleted by D. Knuth, The Art of Computer Programming, volume 3, 6.4, algorithm R.
 */
final class Endings {
    private final @Nullable EndedReservation[] ring;
    /** The first slot of what is at each place, which need not have been free for it. */
    private final int[] firstSlots;
    /** Places, each one too high; 0 where a slot is free. Their number is a power of two, and less than half of them are ever taken. */
    private final int[] slots;

    private int next;

    /**
     * Remembers none yet.
     *
     * @param most how many of those that are added last it will remember
     */
    Endings(int most) {
        ring = new EndedReservation[most];
        firstSlots = new int[most];
        slots = new int[4 * Integer.highestOneBit(most)];
    }

    /** Remembers one; if its key was there before, as the latest only. */
    void add(EndedReservation ended) {
        int first = firstSlot(ended.key());
        forget(slotOf(ended.key(), first));
        if (ring[next] != null) {
            forget(slotAt(next));
        }
        ring[next] = ended;
        firstSlots[next] = first;
        slots[slotOf(ended.key(), first)] = next + 1;
        next = (next + 1) % ring.length;
    }

    Optional<Ending> find(ReservationKey key) {
        int place = slots[slotOf(key, firstSlot(key))] - 1;
        EndedReservation found = place < 0 ? null : ring[place];
        return found == null ? Optional.empty() : Optional.of(found.ending());
    }

    /** All of them, the oldest first. */
    Map<ReservationKey, Ending> all() {
        Map<ReservationKey, Ending> all = new LinkedHashMap<>();
        for (int age = 0; age < ring.length; age++) {
            EndedReservation ended = ring[(next + age) % ring.length];
            if (ended != null) {
                all.put(ended.key(), ended.ending());
            }
        }
        return Collections.unmodifiableMap(all);
    }

    /** Spreads hashes that lie close together: multiplies by 2^32 over the golden ratio, as Knuth does (ibid.). */
    private int firstSlot(ReservationKey key) {
        return (key.hashCode() * 0x9E3779B9) >>> 7 & (slots.length - 1);
    }

    private int after(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    private int distance(int from, int to) {
        return (to - from) & (slots.length - 1);
    }

    /** The slot of a key, or the free one where it would be. */
    private int slotOf(ReservationKey key, int first) {
        int slot = first;
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, key, first)) {
            slot = after(slot);
        }
        return slot;
    }

    private boolean isAt(int place, ReservationKey key, int firstSlot) {
        EndedReservation there = firstSlots[place] == firstSlot ? ring[place] : null;
        return there != null && there.key().equals(key);
    }

    private int slotAt(int place) {
        int slot = firstSlots[place];
        while (slots[slot] != place + 1) {
            slot = after(slot);
        }
        return slot;
    }

    /** Empties a slot, unless it is free, and moves what was put behind it for want of a free one. */
    private void forget(int slot) {
        if (slots[slot] == 0) {
            return;
        }
        ring[slots[slot] - 1] = null;
        int free = slot;
        for (int each = after(slot); slots[each] != 0; each = after(each)) {
            int first = firstSlots[slots[each] - 1];
            if (distance(first, each) >= distance(free, each)) {
                slots[free] = slots[each];
                free = each;
            }
        }
        slots[free] = 0;
    }
}
