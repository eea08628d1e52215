package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.ManifestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** A file to import, read into memory. */
public final class NetworkFile {
    /** The most bytes one file may have: 64 MiB. */
    public static final int MAX_BYTES = 64 << 20;

    private final String name;
    private final byte[] content;

    private NetworkFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /**
     * Wraps what is in memory already.
     *
     * @param name what messages call it; its ending may tell the format
     * @param content what is in the file; copied
     * @return the file
     */
    public static NetworkFile of(String name, byte[] content) {
        return new NetworkFile(Objects.requireNonNull(name, "name"), content.clone());
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @return the file, named like the path
     * @throws ManifestException if it cannot be read or has more than {@link #MAX_BYTES}
     */
    public static NetworkFile of(Path path) {
        try (InputStream stream = Files.newInputStream(path)) {
            return of(path.toString(), stream);
        } catch (NoSuchFileException e) {
            throw FileProblems.refusal(path.toString(), "there is no such file");
        } catch (IOException e) {
            throw FileProblems.refusal(path.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads a stream to its end; does not close it.
     *
     * @param name what messages call it, such as {@code -} for standard input
     * @param stream the stream
     * @return the file
     * @throws ManifestException if it cannot be read or has more than {@link #MAX_BYTES}
     */
    public static NetworkFile of(String name, InputStream stream) {
        Objects.requireNonNull(name, "name");
        byte[] content;
        try {
            content = stream.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw FileProblems.refusal(name, "cannot be read: " + e.getMessage());
        }
        if (content.length > MAX_BYTES) {
            throw FileProblems.refusal(
                    name, "has more than " + (MAX_BYTES >> 20) + " MiB, the most a network file may have");
        }
        return new NetworkFile(name, content);
    }

    /**
     * Says what messages call it.
     *
     * @return its name
     */
    public String name() {
        return name;
    }

    /**
     * Tells the format by the content and, where that says nothing, by the ending of the name.
     *
     * @return the format; empty if it is none that can be imported
     */
    public Optional<NetworkFormat> format() {
        return NetworkFormat.detect(name, content);
    }

    /** Hands out the content itself; not to be changed. */
    byte[] content() {
        return content;
    }

    @Override
    public String toString() {
        return name;
    }
}
