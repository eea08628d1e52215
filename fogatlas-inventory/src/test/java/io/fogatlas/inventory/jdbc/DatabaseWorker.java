package io.fogatlas.inventory.jdbc;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.inventory.testkit.Work;
import io.fogatlas.model.occupancy.Occupancy;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A process that works with an inventory in a database by two threads, until it is killed. */
final class DatabaseWorker {
    private static final int THREADS = 2;

    private DatabaseWorker() {}

    static Inventory open(String url) {
        return Databases.open(DatabaseSettings.of(url), InventoryState.of(Site.INFRASTRUCTURE, Occupancy.NONE));
    }

    /**
     * Works.
     *
     * @param arguments the JDBC URL, what the applications' names begin with, and a seed
     * @throws IOException if it cannot be seen whether who started it is still there
     */
    public static void main(String[] arguments) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        // Not buffered: what was said before the end is heard.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Inventory inventory = open(arguments[0]);
        long seed = Long.parseLong(arguments[2]);
        for (int thread = 0; thread < THREADS; thread++) {
            new Thread(new Work(inventory, out, arguments[1] + "-" + thread, seed + thread)).start();
        }
        // Nobody is to be left behind by who started it.
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(1);
    }
}
