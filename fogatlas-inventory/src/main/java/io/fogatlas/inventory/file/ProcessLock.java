package io.fogatlas.inventory.file;

import io.fogatlas.inventory.InventoryStorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps others from a file, by a lock on a file beside it; the system gives it back when the process ends, however it ends.
 *
 * <p>POSIX also gives it back when the process closes any other channel of the locked file. So a file that this process has locked is
 * remembered here, and not opened a second time.
 */
final class ProcessLock implements AutoCloseable {
    private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Locks a file.
     *
     * @param file its real path, so that it has one lock whatever links lead to it
     */
    static ProcessLock of(Path file) {
        if (!LOCKED.add(file)) {
            throw openElsewhere(file);
        }
        try {
            return new ProcessLock(file, lockBeside(file));
        } catch (IOException failure) {
            LOCKED.remove(file);
            throw failed(file, failure);
        } catch (RuntimeException | Error failure) {
            LOCKED.remove(file);
            throw failure;
        }
    }

    private static FileChannel lockBeside(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (isLocked(channel)) {
                return channel;
            }
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
        channel.close();
        throw openElsewhere(file);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
        return lock != null;
    }

    /** What is locked. */
    Path file() {
        return file;
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException failure) {
            throw failed(file, failure);
        } finally {
            LOCKED.remove(file);
        }
    }

    private static InventoryStorageException openElsewhere(Path file) {
        return new InventoryStorageException("The inventory's file '" + file
                + "' is open elsewhere; several processes share an inventory in a database, not in a file.");
    }

    private static InventoryStorageException failed(Path file, IOException failure) {
        return new InventoryStorageException(
                "The inventory's file '" + file + "' cannot be locked: " + failure.getMessage()
                        + ". See that its directory is there and may be written to.",
                failure);
    }
}
