package io.fogatlas.inventory.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.Utilisation;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.occupancy.Holding;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What killed processes said of their {@link Work}: what each application holds for certain, and what it may hold instead, if its process
 * was killed before it could say so.
 */
public final class Testimony {
    private final Map<String, String> certain = new HashMap<>();
    private final Map<String, String> possible = new HashMap<>();

    /** Nothing was said yet. */
    public Testimony() {}

    /**
     * Notes a line.
     *
     * @param line what a process said; a line that was cut off says nothing
     */
    public void hear(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 3) {
            return;
        }
        if (words[0].equals("try")) {
            possible.put(words[1], words[2]);
        } else if (words[0].equals("is")) {
            certain.put(words[1], words[2]);
            possible.remove(words[1]);
        }
    }

    /**
     * Says how many steps were answered for certain.
     *
     * @return the number of applications of which something is known
     */
    public int size() {
        return certain.size();
    }

    /**
     * Compares with what is there.
     *
     * @param inventory the inventory after all processes have ended
     */
    public void verify(Inventory inventory) {
        TreeSet<String> names = new TreeSet<>(certain.keySet());
        names.addAll(possible.keySet());
        for (String name : names) {
            String actual = Work.describe(inventory.reservation(ApplicationId.of(name)));
            String known = certain.getOrDefault(name, "nothing");
            assertThat(actual).as("what '%s' holds", name).isIn(known, possible.getOrDefault(name, known));
            certain.put(name, actual);
        }
        possible.clear();
        for (Reservation reservation : inventory.reservations()) {
            assertThat(names).contains(reservation.key().application().name());
            assertThat(inventory.snapshot().occupancy().byApplication())
                    .containsKey(reservation.key().application());
            if (reservation.isConfirmed()) {
                Holding held = inventory
                        .snapshot()
                        .occupancy()
                        .byApplication()
                        .getOrDefault(reservation.key().application(), Holding.NONE);
                assertThat(held).isEqualTo(reservation.holding());
            }
        }
        assertThat(inventory.snapshot().occupancy().byApplication()).hasSameSizeAs(inventory.reservations());
        assertThat(Utilisation.of(inventory.snapshot()).overCommitments()).isEmpty();
    }
}
