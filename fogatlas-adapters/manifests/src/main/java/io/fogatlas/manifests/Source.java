package io.fogatlas.manifests;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where manifests are read from: a file, a directory, or a stream.
 *
 * <p>Nothing is opened before it is read, so a source of a file that is not there is legal; the reader refuses it. A source of a stream
 * can be read once.
 */
public final class Source {
    private final String name;
    private final @Nullable Path path;
    private final @Nullable InputStream stream;

    private Source(String name, @Nullable Path path, @Nullable InputStream stream) {
        this.name = name;
        this.path = path;
        this.stream = stream;
    }

    /**
     * Names a file, or a directory, which is read recursively in the order of its names: the files {@code *.yaml}, {@code *.yml} and
     * {@code *.json} in it that are not hidden.
     *
     * @param path the file or directory
     * @return the source, named like the path
     */
    public static Source of(Path path) {
        return new Source(path.toString(), Objects.requireNonNull(path, "path"), null);
    }

    /**
     * Wraps a stream, which the reader does not close.
     *
     * @param name what messages call it, such as {@code -} for standard input
     * @param stream YAML or JSON; UTF-8, or UTF-16 with a byte order mark
     * @return the source
     */
    public static Source of(String name, InputStream stream) {
        return new Source(Objects.requireNonNull(name, "name"), null, Objects.requireNonNull(stream, "stream"));
    }

    /**
     * Says what messages call it.
     *
     * @return its name
     */
    public String name() {
        return name;
    }

    Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    Optional<InputStream> stream() {
        return Optional.ofNullable(stream);
    }

    @Override
    public String toString() {
        return name;
    }
}
