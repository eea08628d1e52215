package io.fogatlas.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Says on standard error what the command is busy with if that takes longer than a moment: on a terminal in one line that counts the
 * seconds and goes away in the end, otherwise once.
 */
final class Progress {
    private static final String CLEAR_LINE = "\r\u001B[2K";

    private final PrintWriter err;
    private final boolean terminal;
    private final Duration moment;

    Progress(PrintWriter err, boolean terminal, Duration moment) {
        this.err = err;
        this.terminal = terminal;
        this.moment = moment;
    }

    /** Does a piece of work. */
    <T> T during(String what, Supplier<T> work) {
        long start = System.nanoTime();
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        Line line = new Line(what, start);
        long millis = moment.toMillis();
        Future<?> telling = terminal
                ? ticker.scheduleAtFixedRate(line, millis, millis, TimeUnit.MILLISECONDS)
                : ticker.schedule(line, millis, TimeUnit.MILLISECONDS);
        try {
            return work.get();
        } finally {
            telling.cancel(false);
            ticker.shutdown();
            line.end();
        }
    }

    /** The line about one piece of work. */
    private final class Line implements Runnable {
        private final String what;
        private final long start;
        private boolean shown;
        private boolean ended;

        private Line(String what, long start) {
            this.what = Printable.line(what);
            this.start = start;
        }

        @Override
        public synchronized void run() {
            if (ended) {
                return;
            }
            shown = true;
            if (terminal) {
                long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
                err.print(CLEAR_LINE + what + " … " + seconds + " s");
            } else {
                err.println(what + " …");
            }
            err.flush();
        }

        private synchronized void end() {
            ended = true;
            if (shown && terminal) {
                err.print(CLEAR_LINE);
                err.flush();
            }
        }
    }
}
