package io.fogatlas.inventory.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file to read and write. It stays open if a thread that works with it is interrupted, unlike a file channel. */
final class OpenFile implements AutoCloseable {
    private final RandomAccessFile file;

    private OpenFile(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    /** Opens a file that is there. */
    static OpenFile of(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return new OpenFile(path);
    }

    /** Makes an empty file, in the place of one that may be there. */
    static OpenFile anew(Path path) throws IOException {
        Files.deleteIfExists(path);
        return new OpenFile(path);
    }

    byte[] read() throws IOException {
        long length = file.length();
        if (length > Integer.MAX_VALUE) {
            throw new IOException("it is too long, with " + length + " bytes");
        }
        byte[] bytes = new byte[(int) length];
        file.seek(0);
        file.readFully(bytes);
        return bytes;
    }

    void write(byte[] bytes, long at) throws IOException {
        file.seek(at);
        file.write(bytes);
    }

    /** Waits until everything that was written is on the disk. */
    void sync() throws IOException {
        file.getFD().sync();
    }

    /** Waits until it is on the disk which files a directory has. */
    static void syncDirectory(Path directory) throws IOException {
        // No other class of the JDK opens a directory and goes on if the thread is interrupted.
        try (AsynchronousFileChannel channel = AsynchronousFileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
