package io.fogatlas.inventory.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.testkit.JavaProcess;
import io.fogatlas.inventory.testkit.Testimony;
import io.fogatlas.model.application.ApplicationId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Lets real processes work with one database at once, kills each at some moment, and looks what is left: what they said was answered, and
 * nothing else, and never more than there is, at any generation.
 */
final class DatabaseCrashes {
    private static final int LONGEST_WORK_MILLIS = 600;
    private static final int LONGEST_START_MILLIS = 1500;

    private final String url;
    private final int together;
    private final Random random = new Random(1);
    private final Testimony testimony = new Testimony();
    private final Accounts accounts = new Accounts();

    DatabaseCrashes(String url, int together) {
        this.url = url;
        this.together = together;
    }

    /** Kills so many processes at least; says how many events they left. */
    long kill(int crashes) throws Exception {
        for (int crash = 0; crash < crashes; crash += together) {
            List<Victim> victims = new ArrayList<>();
            for (int each = crash; each < crash + together; each++) {
                // One in five is killed while it starts.
                boolean early = random.nextInt(5) == 0;
                int life = random.nextInt(early ? LONGEST_START_MILLIS : LONGEST_WORK_MILLIS);
                victims.add(new Victim(start("p" + each, random.nextLong()), early, life));
            }
            for (Victim victim : victims) {
                victim.start();
            }
            for (Victim victim : victims) {
                victim.verify();
                victim.heard.forEach(testimony::hear);
            }
            lookWhatIsLeft();
        }
        return accounts.generation();
    }

    private void lookWhatIsLeft() {
        try (Inventory inventory = DatabaseWorker.open(url)) {
            testimony.verify(inventory);
            accounts.follow(url);
            assertThat(accounts.taken()).isEqualTo(Accounts.taken(inventory.snapshot()));
            for (Reservation left : inventory.reservations()) {
                giveBack(inventory, left.key().application());
            }
            accounts.follow(url);
            assertThat(accounts.taken()).isEmpty();
        }
    }

    private void giveBack(Inventory inventory, ApplicationId application) {
        for (Optional<Reservation> held = inventory.reservation(application);
                held.isPresent();
                held = inventory.reservation(application)) {
            inventory.release(held.get().key());
        }
        testimony.hear("is " + application.name() + " nothing");
    }

    private Process start(String name, long seed) throws IOException {
        return JavaProcess.start(DatabaseWorker.class, url, name, Long.toString(seed));
    }

    /** A process that is killed: some time after it has begun to start, or to work. */
    private static final class Victim extends Thread {
        private final Process process;
        private final boolean early;
        private final int lifeMillis;
        private final List<String> heard = new ArrayList<>();
        private Optional<IOException> failure = Optional.empty();

        Victim(Process process, boolean early, int lifeMillis) {
            this.process = process;
            this.early = early;
            this.lifeMillis = lifeMillis;
        }

        @Override
        public void run() {
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                if (early) {
                    killInAWhile();
                }
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    if (heard.isEmpty() && !early) {
                        killInAWhile();
                    }
                    heard.add(line);
                }
            } catch (IOException unreadable) {
                failure = Optional.of(unreadable);
            }
        }

        private void killInAWhile() {
            new Thread(() -> {
                        Databases.pass(Duration.ofMillis(lifeMillis));
                        // Process.destroyForcibly would close what it said before all of it is read.
                        process.toHandle().destroyForcibly();
                    })
                    .start();
        }

        void verify() throws InterruptedException {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            join();
            assertThat(failure).isEmpty();
            assertThat(process.exitValue())
                    .as("exit code of a process that was killed")
                    .isEqualTo(137);
        }
    }
}
