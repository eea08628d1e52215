package io.fogatlas.testkit;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.model.occupancy.Occupancy;
import java.time.InstantSource;
import java.util.Map;

/** Opens an inventory in memory that begins with what a state holds. */
final class InMemory {
    private InMemory() {}

    static Inventory open(InventoryState start, InstantSource clock) {
        Occupancy occupancy = new Occupancy(Map.of(), start.others());
        for (Reservation reservation : start.reservations()) {
            occupancy = occupancy.with(reservation.key().application(), reservation.holding());
        }
        return Inventory.inMemory(start.infrastructure(), occupancy, clock);
    }
}
