package io.fogatlas.inventory.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.inventory.InventoryStorageException;
import io.fogatlas.inventory.testkit.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessLockTest {
    @TempDir
    private Path directory;

    /** Another process, which locks a file and says whether it could. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) {
            try (ProcessLock lock = ProcessLock.of(Path.of(arguments[0]))) {
                System.out.print("locked " + lock.file());
            } catch (InventoryStorageException refused) {
                System.out.print(refused.getMessage());
            }
        }
    }

    private static String saidByAnotherProcess(Path file) throws IOException {
        Process process = JavaProcess.start(Other.class, file.toString());
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void keepsOtherProcessesOutAlsoAfterItWasRefusedASecondTimeInThisOne() throws IOException {
        Path file = directory.resolve("inventory");
        try (ProcessLock lock = ProcessLock.of(file)) {
            assertThatThrownBy(() -> ProcessLock.of(lock.file()))
                    .isInstanceOf(InventoryStorageException.class)
                    .hasMessageContaining("open elsewhere");

            assertThat(saidByAnotherProcess(file)).contains("open elsewhere");
        }
        assertThat(saidByAnotherProcess(file)).isEqualTo("locked " + file);
    }

    @Test
    void isGivenBackOnce() {
        Path file = directory.resolve("inventory");
        ProcessLock first = ProcessLock.of(file);
        first.close();
        try (ProcessLock second = ProcessLock.of(file)) {
            first.close();

            assertThatThrownBy(() -> ProcessLock.of(second.file())).hasMessageContaining("open elsewhere");
        }
    }
}
