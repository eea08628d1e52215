package io.fogatlas.inventory.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/**
 * Statements that are to be executed together: few of them go to the database in one message, where it takes that, many as a batch for each
 * kind.
 */
final class Writes {
    private static final int MOST_IN_ONE = 12;

    private final Map<String, List<Object[]>> rowsBySql = new LinkedHashMap<>();
    private int size;

    /** Adds a statement; those of the same kind are executed together, in the place of the first of them. */
    void add(String sql, Object... values) {
        rowsBySql.computeIfAbsent(sql, kind -> new ArrayList<>()).add(values);
        size++;
    }

    /** Executes all; says how many rows the first one changed. */
    int execute(Handle handle, Dialect dialect) {
        return dialect == Dialect.POSTGRESQL && size <= MOST_IN_ONE ? executeInOne(handle) : executeByKind(handle);
    }

    private int executeInOne(Handle handle) {
        StringBuilder sql = new StringBuilder();
        rowsBySql.forEach((kind, rows) -> rows.forEach(row -> sql.append(kind).append(';')));
        try (Update update = handle.createUpdate(sql)) {
            int position = 0;
            for (List<Object[]> rows : rowsBySql.values()) {
                for (Object[] row : rows) {
                    for (Object value : row) {
                        update.bind(position++, value);
                    }
                }
            }
            return update.execute();
        }
    }

    private int executeByKind(Handle handle) {
        int first = -1;
        for (Map.Entry<String, List<Object[]>> kind : rowsBySql.entrySet()) {
            try (PreparedBatch batch = handle.prepareBatch(kind.getKey())) {
                kind.getValue().forEach(batch::add);
                int[] changed = batch.execute();
                first = first < 0 ? changed[0] : first;
            }
        }
        return first;
    }
}
