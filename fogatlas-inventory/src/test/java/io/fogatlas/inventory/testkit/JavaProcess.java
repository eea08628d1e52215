package io.fogatlas.inventory.testkit;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real processes with the classes of the tests. */
public final class JavaProcess {
    private JavaProcess() {}

    /**
     * Starts a program; what it says of errors is said here.
     *
     * @param program a class with a main method
     * @param arguments its arguments
     * @return the process
     * @throws IOException if it cannot be started
     */
    public static Process start(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }
}
