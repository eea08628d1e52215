package io.fogatlas.inventory.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives a test empty schemas in a real PostgreSQL: the first one by itself, and more when it asks. */
final class PostgresSchema implements BeforeEachCallback, AfterEachCallback {
    private final List<RealPostgres> schemas = new ArrayList<>();

    /** A further empty schema. */
    RealPostgres another() {
        RealPostgres schema = RealPostgres.open();
        schemas.add(schema);
        return schema;
    }

    RealPostgres first() {
        return schemas.get(0);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        another();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        schemas.forEach(RealPostgres::close);
    }
}
