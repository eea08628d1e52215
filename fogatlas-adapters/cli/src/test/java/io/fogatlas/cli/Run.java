package io.fogatlas.cli;

import io.fogatlas.placement.PlacementEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * What a run of the command said and how it ended.
 *
 * @param exitCode its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Run(int exitCode, String out, String err) {
    /** However slow the machine is, what is said must not depend on it. */
    private static final Duration NO_PROGRESS = Duration.ofHours(1);

    /** Runs the command with nothing on standard input. */
    static Run of(String... arguments) {
        return withInput("", arguments);
    }

    /** Runs the command with text on standard input. */
    static Run withInput(String input, String... arguments) {
        return with(PlacementEngine.withInstalledAlgorithms(), input, false, Map.of(), arguments);
    }

    /** Runs the command as if on a terminal. */
    static Run onTerminal(Map<String, String> environment, String... arguments) {
        return with(PlacementEngine.withInstalledAlgorithms(), "", true, environment, arguments);
    }

    /** Runs the command with these algorithms only. */
    static Run withEngine(PlacementEngine engine, Map<String, String> environment, String... arguments) {
        return with(engine, "", false, environment, arguments);
    }

    private static Run with(
            PlacementEngine engine,
            String input,
            boolean terminal,
            Map<String, String> environment,
            String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                err,
                terminal,
                terminal,
                environment);
        int exitCode = Fogatlas.run(new Session(streams, engine, NO_PROGRESS), arguments);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
