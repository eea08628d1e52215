package io.fogatlas.inventory.file;

import static io.fogatlas.inventory.testkit.Site.INFRASTRUCTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.InventoryStorageException;
import io.fogatlas.inventory.testkit.SettableClock;
import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.model.occupancy.Occupancy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets the disk fail, and interrupts threads: nothing that was answered is lost, and afterwards everything goes on. */
final class FileFailureTest {
    private static final int NEVER_REPLACED = 1 << 20;
    private static final int OFTEN_REPLACED = 1;
    /** So many changes that a file is replaced that is to be often. */
    private static final int MANY = 100;

    private final SettableClock clock = new SettableClock();

    @TempDir
    private Path directory;

    private Path file = Path.of("");
    private int directorySyncs;
    private boolean directoryFails;
    private int changes;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("inventory");
    }

    private FileJournal journal(int leastEvents) {
        return FileJournal.open(
                file, () -> InventoryState.of(INFRASTRUCTURE, Occupancy.NONE), clock, leastEvents, this::syncDirectory);
    }

    private Inventory open(int leastEvents) {
        return Inventory.of(journal(leastEvents));
    }

    private void syncDirectory(Path synced) throws IOException {
        directorySyncs++;
        if (directoryFails) {
            throw new IOException("the directory is broken");
        }
        OpenFile.syncDirectory(synced);
    }

    private void change(Inventory inventory) {
        inventory.update(List.of(new Change.Measure(Site.LINK, 100, changes + 1)));
        changes++;
    }

    private void changeUntilReplaced(Inventory inventory) {
        int before = directorySyncs;
        while (directorySyncs == before) {
            change(inventory);
        }
    }

    private void assertAllIsKept() {
        try (Inventory inventory = open(NEVER_REPLACED)) {
            assertThat(inventory.snapshot().generation()).isEqualTo(changes);
        }
    }

    @Test
    void goesOnInTheNewFileAfterItsDirectoryFailed() {
        try (Inventory inventory = open(OFTEN_REPLACED)) {
            directoryFails = true;
            assertThatThrownBy(() -> changeUntilReplaced(inventory))
                    .isInstanceOf(InventoryStorageException.class)
                    .hasMessageContaining("the directory is broken");
            directoryFails = false;
            changes++;

            change(inventory);
        }

        assertAllIsKept();
    }

    @Test
    void answersNothingUntilTheDirectoryIsOnTheDisk() {
        try (Inventory inventory = open(OFTEN_REPLACED)) {
            directoryFails = true;
            assertThatThrownBy(() -> changeUntilReplaced(inventory)).hasMessageContaining("the directory is broken");

            assertThatThrownBy(() -> change(inventory)).hasMessageContaining("the directory is broken");
            assertThatThrownBy(inventory::reservations).hasMessageContaining("the directory is broken");
        }
        try (FileJournal journal = journal(OFTEN_REPLACED)) {
            assertThatThrownBy(journal::load).hasMessageContaining("the directory is broken");
        }

        directoryFails = false;
        changes++;
        assertAllIsKept();
    }

    @Test
    void goesOnInTheOldFileIfNoNewOneCanBeWritten() throws IOException {
        try (Inventory inventory = open(OFTEN_REPLACED)) {
            Path inTheWay =
                    Files.createDirectories(directory.resolve("inventory.new").resolve("in-the-way"));
            while (changes < MANY) {
                change(inventory);
            }
            Files.delete(inTheWay);
            changeUntilReplaced(inventory);
            change(inventory);
        }

        assertThat(directory.resolve("inventory.new")).doesNotExist();
        assertAllIsKept();
    }

    @Test
    void writesIntoTheFileThatItReadAnew() throws IOException {
        Path copy = directory.resolve("copy");
        try (FileJournal journal = journal(NEVER_REPLACED)) {
            Inventory inventory = Inventory.of(journal);
            change(inventory);
            Files.move(file, copy);
            assertThatThrownBy(journal::load)
                    .isInstanceOf(InventoryStorageException.class)
                    .hasMessageContaining("there is no such file");
            assertThat(file).doesNotExist();
            Files.copy(copy, file, StandardCopyOption.REPLACE_EXISTING);
            journal.load();

            change(inventory);
        }

        assertAllIsKept();
    }

    @Test
    void worksInAThreadThatIsInterrupted() {
        Thread.currentThread().interrupt();
        try (Inventory inventory = open(OFTEN_REPLACED)) {
            changeUntilReplaced(inventory);
            assertThatThrownBy(() -> journal(NEVER_REPLACED)).hasMessageContaining("open elsewhere");
            change(inventory);
        }

        assertAllIsKept();
        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    }

    @Test
    void worksInAThreadThatIsInterruptedInTheMiddle() throws InterruptedException {
        Thread worker = new Thread(() -> {
            try (Inventory inventory = open(OFTEN_REPLACED)) {
                changeUntilReplaced(inventory);
                while (changes < MANY) {
                    Thread.interrupted();
                    change(inventory);
                }
            }
        });
        worker.start();
        while (worker.isAlive()) {
            worker.interrupt();
            LockSupport.parkNanos(10_000);
        }
        worker.join();

        assertThat(changes).isEqualTo(MANY);
        assertAllIsKept();
    }
}
