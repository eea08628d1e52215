package io.fogatlas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.fixtures.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Maven project of somebody else, outside this build, that finds the built artifacts in a local repository of its own. Everything else in
 * that repository is a link to what lies in the usual one.
 */
final class UserProject {
    private static final String VERSION = System.getProperty("fogatlas.version", "");
    private static final Path USUAL = Path.of(System.getProperty("fogatlas.repository", ""));
    private static final List<String> MODULES =
            List.of("fogatlas-model", "fogatlas-placement", "fogatlas-inventory", "fogatlas-adapters/testkit");

    private final Path folder;
    private final Path repository;

    /** Copies a project of this repository to where nothing is left of earlier ones. */
    UserProject(String project) throws IOException {
        Path source = Repository.file(project);
        Path place = Path.of("target", "user-projects", source.getFileName().toString())
                .toAbsolutePath();
        remove(place);
        this.folder = place.resolve("project");
        this.repository = place.resolve("repository");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = this.folder.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.createDirectories(repository.resolve("io"));
        link(USUAL, repository, "io");
        link(USUAL.resolve("io"), repository.resolve("io"), "fogatlas");
        addPom("fogatlas-parent", Repository.file(".flattened-pom.xml"));
        addPom("fogatlas-adapters", Repository.file("fogatlas-adapters/.flattened-pom.xml"));
        for (String module : MODULES) {
            String artifact = module.endsWith("testkit") ? "fogatlas-testkit" : module;
            addPom(artifact, Repository.file(module + "/.flattened-pom.xml"));
            String jar = artifact + "-" + VERSION + ".jar";
            Files.copy(
                    Repository.file(module + "/target/" + jar), place(artifact).resolve(jar));
        }
    }

    /** Removes a folder; of what it links to, the links alone. */
    private static void remove(Path place) throws IOException {
        if (Files.exists(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void link(Path from, Path to, String besides) {
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.toList()) {
                if (!child.getFileName().toString().equals(besides)) {
                    Files.createSymbolicLink(to.resolve(child.getFileName()), child);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void addPom(String artifact, Path pom) throws IOException {
        Files.copy(pom, place(artifact).resolve(artifact + "-" + VERSION + ".pom"));
    }

    private Path place(String artifact) throws IOException {
        return Files.createDirectories(
                repository.resolve("io/fogatlas").resolve(artifact).resolve(VERSION));
    }

    /** Says where a file of the project is. */
    Path file(String path) {
        return folder.resolve(path);
    }

    /**
     * Runs Maven.
     *
     * @return what it printed
     */
    String maven(boolean succeeds, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("fogatlas.maven", ""), "bin", "mvn").toString(),
                "-B",
                "-Dstyle.color=never",
                "-Dfogatlas.version=" + VERSION,
                "-Dmaven.repo.local=" + repository));
        if (System.getProperty("fogatlas.offline", "").endsWith("true")) {
            command.add("-o");
        }
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        String printed = Files.readString(output);
        assertThat(ended).as(printed).isTrue();
        assertThat(process.exitValue() == 0).as(printed).isEqualTo(succeeds);
        return printed;
    }
}
