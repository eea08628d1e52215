package io.fogatlas.inventory.jdbc;

import io.fogatlas.inventory.InventoryStorageException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Makes the tables, step by step from whichever version there is. */
final class Schema {
    private static final String HISTORY = "inventory_schema_history";
    private static final String FOLDER = "classpath:io/fogatlas/inventory/jdbc/";

    private Schema() {}

    static void migrate(Database database) {
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database.source())
                .loggers("slf4j")
                .table(HISTORY)
                .locations(database.dialect().migrations().stream()
                        .map(FOLDER::concat)
                        .toArray(String[]::new))
                .load();
        requireKnown(database, flyway);
        try {
            flyway.migrate();
        } catch (FlywayException refused) {
            if (refused.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
                throw new InventoryStorageException(
                        "The database " + database.place()
                                + " has other tables in it, so it is no inventory; give an empty database, or an empty schema of its"
                                + " own.",
                        refused);
            }
            throw refused;
        }
    }

    private static void requireKnown(Database database, Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState().isResolved() && !applied.getState().isFailed()) {
                continue;
            }
            throw new InventoryStorageException("The inventory in " + database.place()
                    + " was made by a newer release of FogAtlas: version " + applied.getVersion()
                    + " of its tables is not known here; use that release.");
        }
    }
}
