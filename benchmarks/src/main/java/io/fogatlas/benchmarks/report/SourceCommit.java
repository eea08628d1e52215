package io.fogatlas.benchmarks.report;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds the commit of the repository in whose {@code target} the benchmarks lie, by the command {@code git}. */
final class SourceCommit {
    private static final String UNKNOWN = "unknown";

    private SourceCommit() {}

    /** The commit and whether files differ from it; {@code unknown} where there is no repository of this project, or no git. */
    static String text() {
        try {
            CodeSource source = SourceCommit.class.getProtectionDomain().getCodeSource();
            return source == null ? UNKNOWN : text(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IOException failed) {
            return UNKNOWN;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }

    /** The same for another place. */
    static String text(Path classes) throws IOException, InterruptedException {
        Path directory = Files.isDirectory(classes)
                ? classes
                : classes.resolveSibling("").toAbsolutePath();
        Optional<String> top = git(directory, "rev-parse", "--show-toplevel");
        // A jar that was copied into somebody else's repository is not of that.
        if (top.isEmpty() || !Files.exists(Path.of(top.get(), "benchmarks", "pom.xml"))) {
            return UNKNOWN;
        }
        Optional<String> commit = git(directory, "log", "-1", "--format=%H of %cI");
        Optional<String> changes = git(Path.of(top.get()), "status", "--porcelain", "--untracked-files=no");
        return commit.map(id -> id + (changes.orElse("").isEmpty() ? "" : ", with changes that are not committed"))
                .orElse(UNKNOWN);
    }

    private static Optional<String> git(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.empty();
        }
        return process.exitValue() == 0 ? Optional.of(said) : Optional.empty();
    }
}
