package io.fogatlas.inventory.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes in the middle of their work with an embedded database; {@code -Dfogatlas.crashes=N} says how many. */
final class H2CrashIT {
    private static final int CRASHES = Integer.getInteger("fogatlas.crashes", 15);

    @TempDir
    private Path directory;

    @Test
    void losesNothingThatWasAnsweredAndKeepsNothingHalfWheneverItIsKilled() throws Exception {
        long events = new DatabaseCrashes("jdbc:h2:file:" + directory.resolve("inventory"), 1).kill(CRASHES);

        assertThat(events).isGreaterThan(CRASHES);
    }
}
