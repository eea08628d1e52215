package io.fogatlas.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;

/** Tells the user on standard error what goes on, each thing once. */
final class Messages {
    private final PrintWriter err;
    private final Set<String> said = new HashSet<>();

    Messages(PrintWriter err) {
        this.err = err;
    }

    /** Says why the command ends; every further line is a further reason. */
    void error(String text) {
        say("fogatlas: " + text);
    }

    /** Says what was left out or looks wrong. */
    void warning(String text) {
        say("warning: " + text);
    }

    /** Says what is good to know. */
    void note(String text) {
        say("note: " + text);
    }

    private void say(String text) {
        if (said.add(text)) {
            err.println(Printable.lines(text));
            err.flush();
        }
    }
}
