package io.fogatlas.inventory.file;

import static io.fogatlas.inventory.testkit.Site.ACROSS;
import static io.fogatlas.inventory.testkit.Site.INFRASTRUCTURE;
import static io.fogatlas.inventory.testkit.Site.application;
import static io.fogatlas.inventory.testkit.Site.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.InventoryStorageException;
import io.fogatlas.inventory.testkit.SettableClock;
import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.model.occupancy.Occupancy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Cuts and changes a file in every way: it is either refused, or everything that was answered is there. */
final class FileDamageProperties {
    private static final List<byte[]> AFTER_EACH_STEP = new ArrayList<>();
    private static final List<InventoryState> STATES = new ArrayList<>();
    private static final List<Path> FILES = new ArrayList<>();

    @BeforeContainer
    static void write() throws IOException {
        Path file = Files.createTempDirectory("fogatlas-damage").resolve("inventory");
        FILES.add(file);
        try (Inventory inventory = Inventory.of(journal(file))) {
            note(file);
            for (int step = 0; step < 80; step++) {
                Claim claim = claim(inventory, application("app-" + step / 3, 1, 0), ACROSS, "first");
                switch (step % 3) {
                    case 0 -> inventory.update(measurements(step));
                    case 1 -> inventory.reserve(claim);
                    default -> inventory.release(claim.key());
                }
                note(file);
            }
        }
        assertThat(AFTER_EACH_STEP.get(80).length)
                .as("the file became longer")
                .isGreaterThan(AFTER_EACH_STEP.get(0).length);
    }

    /** So many that the file has to be made longer. */
    private static List<Change> measurements(int step) {
        return IntStream.range(0, 40)
                .<Change>mapToObj(each -> new Change.Measure(Site.LINK, 50 + each, step))
                .toList();
    }

    @AfterContainer
    static void delete() throws IOException {
        for (Path file : FILES) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling("inventory.lock"));
            Files.delete(file.toAbsolutePath().getParent());
        }
    }

    private static FileJournal journal(Path file) {
        return FileJournal.open(file, () -> InventoryState.of(INFRASTRUCTURE, Occupancy.NONE), new SettableClock());
    }

    private static void note(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        AFTER_EACH_STEP.add(bytes);
        STATES.add(Recovery.of(file, bytes).state());
    }

    private static InventoryState read(byte[] bytes) throws IOException {
        Files.write(FILES.get(0), bytes);
        try (FileJournal journal = journal(FILES.get(0))) {
            InventoryState state = journal.load();
            assertThat(journal.load()).isEqualTo(state);
            return state;
        }
    }

    @Property
    void aFileThatWasCutIsRefused(@ForAll @IntRange(max = 80) int step, @ForAll @IntRange(min = 1) int less)
            throws IOException {
        byte[] whole = AFTER_EACH_STEP.get(step);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1 - less % whole.length);

        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(InventoryStorageException.class)
                .hasMessageContaining("damaged at byte");
        assertThat(Files.readAllBytes(FILES.get(0))).isEqualTo(cut);
    }

    @Example
    void aFileThatWasCutBeforeItSaysHowLongItIsIsRefused() throws IOException {
        byte[] whole = AFTER_EACH_STEP.get(80);
        int begun = Recovery.of(FILES.get(0), whole).begun();
        for (int length = begun - 2; length < begun + 2 * Block.HEADER; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThatThrownBy(() -> read(cut))
                    .as("the first %d bytes", length)
                    .isInstanceOf(InventoryStorageException.class)
                    .hasMessageContaining("damaged at byte");
        }
    }

    @Example
    void aLineFeedMayBeMissingAtTheEndAlone() throws IOException {
        byte[] whole = AFTER_EACH_STEP.get(5);
        int last = written(whole) - 1;
        for (int at = 0; at < last; at++) {
            if (whole[at] == '\n') {
                byte[] changed = whole.clone();
                changed[at] = 0;

                assertThatThrownBy(() -> read(changed))
                        .as("without the line feed at byte %d", at)
                        .isInstanceOf(InventoryStorageException.class)
                        .hasMessageContaining("damaged at byte");
            }
        }
        byte[] cut = whole.clone();
        cut[last] = 0;

        assertThat(read(cut)).isEqualTo(STATES.get(5));
        assertThat(Files.readAllBytes(FILES.get(0))).isEqualTo(whole);
    }

    @Property
    void aChangedByteIsRefusedOrDoesNoHarm(
            @ForAll @IntRange(max = 80) int step, @ForAll @IntRange(min = 0) int at, @ForAll byte value)
            throws IOException {
        byte[] changed = AFTER_EACH_STEP.get(step).clone();
        int written = written(changed);
        int place = at % Math.min(changed.length, written + 200);
        if (changed[place] == value) {
            return;
        }
        changed[place] = value;

        InventoryState state;
        try {
            state = read(changed);
        } catch (InventoryStorageException refused) {
            assertThat(refused).hasMessageContaining("damaged at byte");
            return;
        }
        assertThat(state).isEqualTo(STATES.get(step));
        assertThat(place).as("a byte that carries nothing").isGreaterThanOrEqualTo(written - 1);
    }

    @Property
    void aTurnThatWasNotWrittenToItsEndIsLeftOut(
            @ForAll @IntRange(min = 1, max = 80) int step, @ForAll @IntRange(min = 0) int written) throws IOException {
        byte[] before = AFTER_EACH_STEP.get(step - 1);
        byte[] after = AFTER_EACH_STEP.get(step);
        int from = written(before);
        int to = written(after);
        byte[] half = Arrays.copyOf(before, after.length);
        System.arraycopy(after, from, half, from, written % (to - from + 1));

        InventoryState state = read(half);

        assertThat(state).isIn(STATES.get(step - 1), STATES.get(step));
        if (written % (to - from + 1) < to - from - 1) {
            assertThat(state).isEqualTo(STATES.get(step - 1));
        }
    }

    /** How many bytes come before the zeros at the end. */
    private static int written(byte[] bytes) {
        int last = bytes.length;
        while (bytes[last - 1] == 0) {
            last--;
        }
        return last;
    }
}
