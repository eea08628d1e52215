package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class OutputFileTest {
    @TempDir
    private Path directory;

    private final StringWriter standardOutput = new StringWriter();

    private static OutputFile parsed(String... arguments) {
        OutputFile output = new OutputFile();
        new CommandLine(output).parseArgs(arguments);
        return output;
    }

    private void write(Path file, String text) {
        OutputFile output = parsed("--out", file.toString());
        output.check();
        output.write(text, new PrintWriter(standardOutput));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void writesToStandardOutputUnlessToldOtherwise() {
        parsed().write("text", new PrintWriter(standardOutput));

        assertThat(standardOutput).hasToString("text");
    }

    @Test
    void writesANewFileAndNothingElse() throws IOException {
        write(directory.resolve("new.json"), "tèxt");

        assertThat(directory.resolve("new.json")).hasContent("tèxt");
        assertThat(names()).containsExactly("new.json");
        assertThat(standardOutput.toString()).isEmpty();
    }

    @Test
    void replacesAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("old.json"), "a much longer text");

        write(file, "text");

        assertThat(file).hasContent("text");
        assertThat(names()).containsExactly("old.json");
    }

    @Test
    void writesThroughASymbolicLink() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);

        write(link, "text");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("text");
    }

    @Test
    void writesIntoADeviceInsteadOfReplacingIt() {
        Path device = Path.of("/dev/null");

        write(device, "text");

        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void refusesAFileInADirectoryThatIsNotThere() {
        Path file = directory.resolve("missing").resolve("file");

        assertThatThrownBy(() -> write(file, "text"))
                .isInstanceOf(CommandException.class)
                .hasMessage("cannot write '%s': there is no directory '%s'", file, file.getParent());
    }

    @Test
    void refusesADirectory() {
        assertThatThrownBy(() -> write(directory, "text"))
                .isInstanceOf(CommandException.class)
                .hasMessageEndingWith("it is a directory");
    }

    @Test
    void refusesWhatIsNoPath() {
        assertThatThrownBy(() -> parsed("--out", "a\0b").check())
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("is not a path");
    }
}
