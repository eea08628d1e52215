package io.fogatlas.docker;

import io.fogatlas.model.application.ApplicationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The Compose files of one application in a directory: one for each region. */
final class ComposeDirectory {
    private static final String FILE = "compose.yaml";

    private final Path directory;
    private final ApplicationId application;

    ComposeDirectory(Path directory, ApplicationId application) {
        this.directory = directory;
        this.application = application;
    }

    /**
     * A file, whether it is there or not.
     *
     * @param region its region, as the name of a directory
     * @param file where it is
     * @param heading the first line that it has to have
     * @param text what is in it; empty if it is not there
     */
    record Entry(String region, Path file, String heading, Optional<String> text) {
        /** Whether somebody else wrote it. */
        boolean isForeign() {
            return text.isPresent() && !text.get().startsWith(heading + "\n");
        }

        /** Writes it in one step: nobody ever reads half of it. */
        void write(String content) throws IOException {
            Path parent = file.toAbsolutePath().getParent();
            if (parent == null) {
                throw new IOException("'" + file + "' has no directory");
            }
            Files.createDirectories(parent);
            Path draft = Files.createTempFile(parent, ".compose", ".yaml");
            try {
                Files.writeString(draft, content, StandardCharsets.UTF_8);
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        }

        /** Deletes it, and the directories that are empty then. */
        void delete() throws IOException {
            Files.deleteIfExists(file);
            Path parent = file.getParent();
            for (int i = 0; i < 2 && parent != null; i++) {
                try {
                    Files.deleteIfExists(parent);
                } catch (DirectoryNotEmptyException used) {
                    return;
                }
                parent = parent.getParent();
            }
        }
    }

    Entry entry(String region) {
        Path file = directory
                .resolve(region)
                .resolve(Names.application(application))
                .resolve(FILE);
        try {
            Optional<String> text =
                    Files.exists(file) ? Optional.of(Files.readString(file, StandardCharsets.UTF_8)) : Optional.empty();
            return new Entry(region, file, ComposeFile.heading(application), text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The files that are there, in order of their regions. */
    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return entries;
        }
        try (DirectoryStream<Path> regions = Files.newDirectoryStream(directory, Files::isDirectory)) {
            for (Path region : regions) {
                Entry entry = entry(String.valueOf(region.getFileName()));
                if (entry.text().isPresent()) {
                    entries.add(entry);
                }
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        entries.sort(Comparator.comparing(Entry::region));
        return entries;
    }
}
