package io.fogatlas.inventory.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.testkit.JavaProcess;
import io.fogatlas.inventory.testkit.Testimony;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills real processes in the middle of their work with a file, and looks what is left; {@code -Dfogatlas.crashes=N} says how many. */
final class FileCrashIT {
    private static final int CRASHES = Integer.getInteger("fogatlas.crashes", 15);
    private static final long LONGEST_LIFE_MILLIS = 600;

    @TempDir
    private Path directory;

    @Test
    void losesNothingThatWasAnsweredAndKeepsNothingHalfWheneverItIsKilled() throws Exception {
        Random random = new Random(1);
        Testimony testimony = new Testimony();
        Path file = directory.resolve("inventory");
        for (int crash = 0; crash < CRASHES; crash++) {
            killInTheMiddle(file, crash, random.nextLong(LONGEST_LIFE_MILLIS), testimony);

            try (Inventory inventory = FileWorker.open(file)) {
                testimony.verify(inventory);
            }
        }
        assertThat(testimony.size()).isGreaterThan(CRASHES);
    }

    private static void killInTheMiddle(Path file, int seed, long afterMillis, Testimony testimony)
            throws IOException, InterruptedException {
        Process process = JavaProcess.start(FileWorker.class, file.toString(), Integer.toString(seed));
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Thread killer = new Thread(() -> {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(afterMillis));
                // Process.destroyForcibly would close what it said before all of it is read.
                process.toHandle().destroyForcibly();
            });
            boolean first = true;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (first) {
                    killer.start();
                    first = false;
                }
                testimony.hear(line);
            }
        }
        assertThat(process.waitFor())
                .as("exit code of a process that was killed")
                .isEqualTo(137);
    }
}
