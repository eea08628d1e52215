package io.fogatlas.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a command writes its result. */
final class OutputFile {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the result to FILE instead of standard output: all of it or, if that fails, nothing.")
    private Optional<String> out = Optional.empty();

    /**
     * Refuses, before any work is done, a file that cannot be written.
     *
     * @throws CommandException if its directory is not there, or it is a directory itself
     */
    void check() {
        out.map(InputFiles::path).ifPresent(file -> {
            Path directory = directoryOf(file);
            if (!Files.isDirectory(directory)) {
                throw CommandException.badInput(
                        "cannot write '" + file + "': there is no directory '" + directory + "'");
            }
            if (Files.isDirectory(file)) {
                throw CommandException.badInput("cannot write '" + file + "': it is a directory");
            }
        });
    }

    /**
     * Writes the result.
     *
     * @throws CommandException if the file cannot be written; it is as before then
     */
    void write(String text, PrintWriter standardOutput) {
        if (out.isEmpty()) {
            standardOutput.print(text);
            standardOutput.flush();
            return;
        }
        write(text.getBytes(StandardCharsets.UTF_8), out.get());
    }

    /**
     * Writes a result that is no text.
     *
     * @throws CommandException if the file cannot be written; it is as before then
     */
    void write(byte[] bytes, FailureKeepingStream standardOutput) {
        if (out.isEmpty()) {
            standardOutput.write(bytes, 0, bytes.length);
            standardOutput.flush();
            return;
        }
        write(bytes, out.get());
    }

    /** Whether the result goes to a file. */
    boolean isFile() {
        return out.isPresent();
    }

    private static void write(byte[] bytes, String name) {
        Path file = InputFiles.path(name);
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.write(file, bytes); // A device or a pipe: there is nothing to replace.
            } else {
                replace(Files.exists(file) ? file.toRealPath() : file, bytes);
            }
        } catch (IOException failed) {
            throw CommandException.badInput("cannot write '" + file + "': " + reason(failed));
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path name = file.getFileName();
        if (name == null) {
            throw new IOException("it is a directory");
        }
        Path written = directoryOf(file).resolve("." + name + "." + System.nanoTime() + ".tmp");
        try {
            try (OutputStream stream = Files.newOutputStream(written, StandardOpenOption.CREATE_NEW)) {
                stream.write(bytes);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static Path directoryOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static String reason(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof NoSuchFileException) {
            return "no file can be made there";
        }
        return String.valueOf(failed.getMessage());
    }
}
