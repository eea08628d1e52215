package io.fogatlas.inventory.json;

import io.fogatlas.inventory.InventoryStorageException;
import java.util.List;

/** Finds the library that reads and writes JSON, which whoever keeps an inventory in memory alone does not need. */
public final class JsonLibrary {
    private static final List<List<String>> NEEDED = List.of(
            List.of("com.fasterxml.jackson.databind.ObjectMapper", "com.fasterxml.jackson.core:jackson-databind"),
            List.of(
                    "com.fasterxml.jackson.datatype.jdk8.Jdk8Module",
                    "com.fasterxml.jackson.datatype:jackson-datatype-jdk8"));

    private JsonLibrary() {}

    /**
     * Refuses to go on without the library.
     *
     * @param what what needs it, such as {@code An inventory in a file}
     * @throws InventoryStorageException if it is not on the class path; says which dependency to add
     */
    public static void require(String what) {
        for (List<String> needed : NEEDED) {
            try {
                Class.forName(needed.get(0), false, JsonLibrary.class.getClassLoader());
            } catch (ClassNotFoundException missing) {
                throw new InventoryStorageException(
                        what + " needs " + needed.get(1) + "; add this dependency.", missing);
            }
        }
    }
}
