package io.fogatlas.docker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Remembers how to take back what was done, last first. */
final class Undo {
    private final Deque<Entry> entries = new ArrayDeque<>();

    private record Entry(String what, Runnable action) {}

    /**
     * Remembers.
     *
     * @param what the object that is left over if it cannot be taken back
     * @param action takes it back
     */
    void remember(String what, Runnable action) {
        entries.push(new Entry(what, action));
    }

    /** Takes everything back; gives what could not be, a line each. */
    List<String> run() {
        List<String> leftOver = new ArrayList<>();
        while (!entries.isEmpty()) {
            Entry entry = entries.pop();
            try {
                entry.action().run();
            } catch (EngineException failure) {
                leftOver.add(entry.what() + ": " + failure.text());
            }
        }
        return leftOver;
    }
}
