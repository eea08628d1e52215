package io.fogatlas.inventory.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Kills processes that share a real PostgreSQL, in the middle of their work; {@code -Dfogatlas.crashes=N} says how many. */
final class PostgresCrashIT {
    private static final int CRASHES = Integer.getInteger("fogatlas.crashes", 15);

    @RegisterExtension
    final PostgresSchema postgres = new PostgresSchema();

    @Test
    void severalProcessesNeverTakeMoreThanThereIsAndLoseNothingWheneverTheyAreKilled() throws Exception {
        long events = new DatabaseCrashes(postgres.first().url(), 3).kill(CRASHES);

        assertThat(events).isGreaterThan(CRASHES);
    }
}
