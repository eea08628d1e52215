package io.fogatlas.inventory.jdbc;

/** Checks what holds of an inventory in an embedded database. */
final class H2JournalTest extends JdbcJournalContract {
    @Override
    DatabaseSettings empty() {
        return Databases.inMemory();
    }
}
