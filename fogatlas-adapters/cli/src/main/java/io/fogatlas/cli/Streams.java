package io.fogatlas.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run of the command reads from and writes to.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param outIsTerminal whether a person watches standard output
 * @param errIsTerminal whether a person watches standard error
 * @param environment the environment variables
 */
record Streams(
        InputStream in,
        OutputStream out,
        OutputStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment) {
    Streams {
        environment = Map.copyOf(environment);
    }

    /**
     * Takes the streams of the process. Java cannot tell which of them is a terminal, so the start script says it by system properties.
     */
    static Streams ofProcess() {
        return new Streams(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Boolean.getBoolean("fogatlas.terminal.out"),
                Boolean.getBoolean("fogatlas.terminal.err"),
                System.getenv());
    }

    /** Says whether standard output may be coloured: on a terminal that can, unless NO_COLOR (https://no-color.org) is set. */
    boolean colorsOut() {
        return outIsTerminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /**
     * Says whether a terminal shows ASCII only, or some charset other than UTF-8, as the environment variables LC_ALL, LC_CTYPE and LANG
     * tell in this order. Where none of them tells, and in files and pipes, it is UTF-8.
     */
    boolean asciiOnTerminal() {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .filter(AsciiWriter::suits)
                .isPresent();
    }
}
