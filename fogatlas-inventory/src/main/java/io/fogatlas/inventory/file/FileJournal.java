package io.fogatlas.inventory.file;

import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.InventoryStorageException;
import io.fogatlas.inventory.Journal;
import io.fogatlas.inventory.file.Block.Kind;
import io.fogatlas.inventory.file.Recovery.Recovered;
import io.fogatlas.inventory.json.JsonForm;
import io.fogatlas.inventory.json.JsonLibrary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps an inventory in a file, for one process at a time: a state, and the events since, which are on the disk (fsync) before a call is
 * answered. Once the events have grown long, the file is replaced by one that begins with the state of that moment.
 *
 * <p>A crash at any moment loses nothing that was answered and leaves nothing half done. A file that was cut or changed is refused when it is
 * opened, with the place of the damage, and left as it is.
 */
public final class FileJournal implements Journal {
    private static final System.Logger LOGGER = System.getLogger(FileJournal.class.getName());

    /** By how much a file is made longer. */
    private static final int EXTENT = 1 << 16;

    /** How many bytes of events are always let grow before the file is replaced. */
    private static final int LEAST_EVENTS = 4 << 20;

    /** How many times as long as the state the events may become. */
    private static final int EVENTS_BY_STATE = 4;

    private final Path file;
    private final InstantSource clock;
    private final ProcessLock lock;
    private final int leastEvents;
    private final DirectorySync directorySync;
    private OpenFile opened;
    /** Where the next event is written. */
    private long end;
    /** How long the file is: zeros follow the last event. */
    private long length;
    /** How long the file may become before it is replaced. */
    private long replaceAt;

    private FileJournal(
            Path file,
            InstantSource clock,
            ProcessLock lock,
            int leastEvents,
            DirectorySync directorySync,
            OpenFile opened) {
        this.file = file;
        this.leastEvents = leastEvents;
        this.directorySync = directorySync;
        this.clock = clock;
        this.lock = lock;
        this.opened = opened;
    }

    /** Waits until it is on the disk which files a directory has. */
    @FunctionalInterface
    interface DirectorySync {
        void of(Path directory) throws IOException;
    }

    /** A file that was written, open still, and where its events begin. */
    private record Written(OpenFile file, long begun, long length) {}

    /**
     * Opens a file, or makes one.
     *
     * @param file the file, on the default file system; beside it a file of the same name with {@code .lock} keeps other processes from
     *     it. A symbolic link is followed, so that a file has one lock whatever links lead to it; one that leads nowhere is refused
     * @param initial what the inventory begins with if there is no such file yet
     * @return the journal
     * @throws InventoryStorageException if the file is open elsewhere, damaged, or cannot be read or written, or Jackson is not on the
     *     class path
     */
    public static FileJournal open(Path file, Supplier<InventoryState> initial) {
        return open(file, initial, InstantSource.system());
    }

    /**
     * Opens a file, or makes one.
     *
     * @param file the file, on the default file system; beside it a file of the same name with {@code .lock} keeps other processes from
     *     it. A symbolic link is followed, so that a file has one lock whatever links lead to it; one that leads nowhere is refused
     * @param initial what the inventory begins with if there is no such file yet
     * @param clock tells the time
     * @return the journal
     * @throws InventoryStorageException if the file is open elsewhere, damaged, or cannot be read or written, or Jackson is not on the
     *     class path
     */
    public static FileJournal open(Path file, Supplier<InventoryState> initial, InstantSource clock) {
        return open(file, initial, clock, LEAST_EVENTS);
    }

    static FileJournal open(Path file, Supplier<InventoryState> initial, InstantSource clock, int leastEvents) {
        return open(file, initial, clock, leastEvents, OpenFile::syncDirectory);
    }

    static FileJournal open(
            Path given,
            Supplier<InventoryState> initial,
            InstantSource clock,
            int leastEvents,
            DirectorySync directorySync) {
        Objects.requireNonNull(clock, "clock");
        JsonLibrary.require("An inventory in a file");
        Path file = realPath(given);
        ProcessLock lock = ProcessLock.of(file);
        try {
            OpenFile opened = Files.exists(file)
                    ? OpenFile.of(file)
                    : write(file, initial.get()).file();
            return new FileJournal(file, clock, lock, leastEvents, directorySync, opened);
        } catch (IOException failure) {
            lock.close();
            throw failed(file, failure);
        } catch (RuntimeException | Error failure) {
            lock.close();
            throw failure;
        }
    }

    private static Path realPath(Path file) {
        try {
            if (Files.exists(file)) {
                return file.toRealPath();
            }
            if (Files.isSymbolicLink(file)) {
                throw new InventoryStorageException("The inventory's file '" + file
                        + "' is a symbolic link that leads nowhere. Remove it, or make it lead to an inventory.");
            }
            return directory(file.toAbsolutePath()).toRealPath().resolve(file.getFileName());
        } catch (IOException failure) {
            throw failed(file, failure);
        }
    }

    private static Path directory(Path file) {
        return Objects.requireNonNull(file.getParent(), "A root directory is no file.");
    }

    @Override
    public InventoryState load() {
        try {
            // After a failure another file may stand there than the one that is open.
            opened.close();
            opened = OpenFile.of(file);
            byte[] bytes = opened.read();
            Recovered recovered = Recovery.of(file, bytes);
            mend(bytes, recovered.end());
            // What was read may not be on the disk yet, if whoever wrote it failed or was stopped.
            opened.sync();
            syncDirectory();
            end = recovered.end();
            length = recovered.length();
            replaceAt = replaceAt(recovered.begun());
            return recovered.state();
        } catch (IOException failure) {
            throw failed(file, failure);
        }
    }

    private long replaceAt(long begun) {
        return Math.max(begun + leastEvents, EVENTS_BY_STATE * begun);
    }

    /** Writes the line feed of the last block and takes away what follows it, as the process that wrote it was stopped. */
    private void mend(byte[] bytes, int whole) throws IOException {
        if (bytes[whole - 1] == 0) {
            opened.write(new byte[] {'\n'}, whole - 1L);
        }
        int last = bytes.length;
        while (last > whole && bytes[last - 1] == 0) {
            last--;
        }
        if (last > whole) {
            opened.write(new byte[last - whole], whole);
        }
    }

    @Override
    public Turn begin(long generation) {
        return new Turn(Optional.of(List.of()), clock.instant());
    }

    @Override
    public void commit(List<InventoryEvent> events, View after) {
        List<byte[]> blocks = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Kind kind = i == events.size() - 1 ? Kind.LAST_EVENT : Kind.EVENT;
            blocks.add(new Block(kind, JsonForm.EVENT.write(events.get(i))).bytes());
        }
        int size = blocks.stream().mapToInt(block -> block.length).sum();
        try {
            makeRoom(size);
            ByteBuffer all = ByteBuffer.allocate(size);
            blocks.forEach(all::put);
            opened.write(all.array(), end);
            opened.sync();
            end += size;
            if (end > replaceAt) {
                replaceBy(after.state());
            }
        } catch (IOException failure) {
            throw failed(file, failure);
        }
    }

    /** Makes the file longer, and says so in it, before anything is written there: so that it shows if it is cut. */
    private void makeRoom(int size) throws IOException {
        long needed = end + size + 2L * Block.HEADER;
        if (needed <= length) {
            return;
        }
        long longer = (needed / EXTENT + 1) * EXTENT;
        opened.write(new byte[(int) (longer - length)], length);
        opened.sync();
        Block says = new Block(Kind.LENGTH, Long.toString(longer));
        opened.write(says.bytes(), end);
        opened.sync();
        end += says.size();
        length = longer;
    }

    /** Goes on in a new file. Once that one stands at the file's place, nothing is written into the old one any more. */
    private void replaceBy(InventoryState state) throws IOException {
        Written written;
        try {
            written = write(file, state);
        } catch (IOException failure) {
            replaceAt = 2 * end;
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "The inventory's file '" + file + "' grows on, since it cannot be replaced",
                    failure);
            return;
        }
        OpenFile old = opened;
        opened = written.file();
        end = written.begun();
        length = written.length();
        replaceAt = replaceAt(end);
        old.close();
        // If this fails, a crash may bring the old file back: nothing more is answered before it was loaded.
        syncDirectory();
    }

    private void syncDirectory() throws IOException {
        directorySync.of(directory(file));
    }

    /** Writes a new file with a state, and puts it in the place of the one that is there. */
    private static Written write(Path file, InventoryState state) throws IOException {
        Block first = new Block(Kind.STATE, JsonForm.STATE.write(state));
        long length = (first.size() / EXTENT + 1L) * EXTENT;
        Block says = new Block(Kind.LENGTH, Long.toString(length));
        if (first.size() + says.size() > length) {
            length += EXTENT;
            says = new Block(Kind.LENGTH, Long.toString(length));
        }
        byte[] bytes = ByteBuffer.allocate(Math.toIntExact(length))
                .put(first.bytes())
                .put(says.bytes())
                .array();
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        OpenFile made = OpenFile.anew(temporary);
        try {
            made.write(bytes, 0);
            made.sync();
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            made.close();
            Files.deleteIfExists(temporary);
            throw failure;
        }
        return new Written(made, (long) first.size() + says.size(), length);
    }

    @Override
    public void abandon() {
        // The turn is that of the only process there is.
    }

    @Override
    public Optional<List<InventoryEvent>> since(long generation) {
        return Optional.of(List.of());
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public void close() {
        try {
            opened.close();
        } catch (IOException failure) {
            throw failed(file, failure);
        } finally {
            lock.close();
        }
    }

    private static InventoryStorageException failed(Path file, IOException failure) {
        String why =
                failure instanceof NoSuchFileException ? "there is no such file or directory" : failure.getMessage();
        return new InventoryStorageException(
                "The inventory's file '" + file + "' cannot be read or written: " + why
                        + ". See that the disk has room and the directory may be written to.",
                failure);
    }
}
