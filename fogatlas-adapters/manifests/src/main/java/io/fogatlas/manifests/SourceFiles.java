package io.fogatlas.manifests;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files behind sources, opens them, and ends the reading where all of them together hold too much. */
final class SourceFiles {
    private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json");

    private final long limit;
    private long read;

    /**
     * Starts with nothing read.
     *
     * @param limit how many bytes may be read in all
     */
    SourceFiles(long limit) {
        this.limit = limit;
    }

    /** Says that all sources together hold too much. */
    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        private TooLargeException(long limit) {
            super("all files together hold more than " + (limit >> 20) + " MiB");
        }
    }

    /** The files of a source: itself, or those of its directory, in the order of their names. */
    static List<Source> expand(Source source) throws IOException {
        if (source.path().isEmpty() || !Files.isDirectory(source.path().get())) {
            return List.of(source);
        }
        List<Source> files = new ArrayList<>();
        collect(source.path().get(), files);
        if (files.isEmpty()) {
            throw new NoManifestException();
        }
        return files;
    }

    /** Says that a directory holds nothing to read. */
    private static final class NoManifestException extends IOException {
        private static final long serialVersionUID = 1L;

        private NoManifestException() {
            super("there is no *.yaml, *.yml or *.json file in it");
        }
    }

    private static void collect(Path directory, List<Source> files) throws IOException {
        List<Path> entries;
        try (Stream<Path> listed = Files.list(directory)) {
            entries = listed.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (Files.isDirectory(entry) && !Files.isSymbolicLink(entry)) {
                collect(entry, files);
            } else if (Files.isRegularFile(entry) && ENDINGS.contains(ending)) {
                files.add(Source.of(entry));
            }
        }
    }

    /** Opens a file or stream; closing it leaves a stream that was given open. */
    InputStream open(Source source) throws IOException {
        InputStream stream = source.stream().isPresent()
                ? new FilterInputStream(source.stream().get()) {
                    @Override
                    public void close() {
                        // Whoever gave the stream closes it.
                    }
                }
                : Files.newInputStream(source.path().orElseThrow());
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                count(Math.max(0, count));
                return count;
            }
        };
    }

    private void count(int bytes) throws IOException {
        read += bytes;
        if (read > limit) {
            throw new TooLargeException(limit);
        }
    }

    /** Says in words why something could not be read. */
    static String explain(IOException unreadable) {
        if (unreadable instanceof NoSuchFileException) {
            return "cannot be read: there is no such file or directory";
        }
        if (unreadable instanceof AccessDeniedException) {
            return "cannot be read: access is denied";
        }
        String message = unreadable.getMessage();
        return "cannot be read: " + (message == null ? unreadable.getClass().getSimpleName() : message);
    }
}
