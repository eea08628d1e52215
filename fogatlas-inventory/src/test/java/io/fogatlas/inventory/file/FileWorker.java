package io.fogatlas.inventory.file;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.inventory.testkit.Work;
import io.fogatlas.model.occupancy.Occupancy;
import java.nio.file.Path;
import java.time.InstantSource;

/** A process that works with an inventory in a file until it is killed. */
final class FileWorker {
    private static final int THREADS = 3;

    private FileWorker() {}

    static Inventory open(Path file) {
        return Inventory.of(FileJournal.open(
                file,
                () -> InventoryState.of(Site.INFRASTRUCTURE, Occupancy.NONE),
                InstantSource.system(),
                /* leastEvents= */ 20_000));
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (Inventory inventory = open(Path.of(arguments[0]))) {
            long seed = Long.parseLong(arguments[1]);
            Thread[] threads = new Thread[THREADS];
            for (int thread = 0; thread < THREADS; thread++) {
                threads[thread] = new Thread(
                        new Work(inventory, System.out, "run" + seed + "-" + thread, seed * THREADS + thread));
                threads[thread].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }
}
