package io.fogatlas.inventory.file;

import io.fogatlas.inventory.InventoryStorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps other processes from a file, by a lock on a file beside it; the system gives it back when the process ends, however it ends. */
final class ProcessLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static ProcessLock of(Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ".lock");
        FileChannel channel;
        try {
            channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw failed(file, failure);
        }
        try {
            if (isLocked(channel)) {
                return new ProcessLock(file, channel);
            }
            channel.close();
        } catch (IOException failure) {
            throw failed(file, failure);
        }
        throw new InventoryStorageException("The inventory's file '" + file
                + "' is open elsewhere; several processes share an inventory in a database, not in a file.");
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

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw failed(file, failure);
        }
    }

    private static InventoryStorageException failed(Path file, IOException failure) {
        return new InventoryStorageException(
                "The inventory's file '" + file + "' cannot be locked: " + failure.getMessage()
                        + ". See that its directory is there and may be written to.",
                failure);
    }
}
