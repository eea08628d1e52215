package io.fogatlas.cli;

import io.fogatlas.placement.PlacementEngine;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One run of the command: where it reads and writes, and what it can ask. */
final class Session {
    /** Work that takes longer than this is told of. */
    static final Duration MOMENT = Duration.ofSeconds(1);

    private final Streams streams;
    private final PlacementEngine engine;
    private final Duration moment;
    private final FailureKeepingStream standardOutput;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Messages messages;

    Session(Streams streams, PlacementEngine engine, Duration moment) {
        this.streams = streams;
        this.engine = engine;
        this.moment = moment;
        standardOutput = new FailureKeepingStream(streams.out());
        out = new PrintWriter(writer(standardOutput, streams.outIsTerminal() && streams.asciiOnTerminal()));
        err = new PrintWriter(writer(streams.err(), streams.errIsTerminal() && streams.asciiOnTerminal()), true);
        messages = new Messages(err);
    }

    private static Writer writer(OutputStream stream, boolean ascii) {
        Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        return ascii ? new AsciiWriter(writer) : writer;
    }

    InputStream in() {
        return streams.in();
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    FailureKeepingStream standardOutput() {
        return standardOutput;
    }

    Messages messages() {
        return messages;
    }

    PlacementEngine engine() {
        return engine;
    }

    boolean outIsTerminal() {
        return streams.outIsTerminal();
    }

    Paint paint() {
        return new Paint(streams.colorsOut());
    }

    boolean debugs() {
        return !streams.environment().getOrDefault("FOGATLAS_DEBUG", "").isEmpty();
    }

    /** Starts to say what is going on; each piece of work that takes longer than a moment is told. */
    Progress progress() {
        return new Progress(err, streams.errIsTerminal(), moment);
    }

    /** Starts work of which is told otherwise. */
    Progress quietProgress() {
        return new Progress(err, false, Duration.ofDays(1));
    }
}
