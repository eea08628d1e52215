package io.fogatlas.placement.exact;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Runs native code that may not heed its time limit on a thread of its own, and goes on without it when time is up. A late thread ends by
 * itself and keeps no program from ending.
 */
final class Watchdog {
    /** How often to look whether time is up. */
    private static final long LOOK_MILLIS = 5;

    /** How long to wait for an answer after time is up. */
    private static final long GRACE_MILLIS = 30;

    /** Native solvers recurse deeper than Java threads usually allow. */
    private static final long STACK_BYTES = 16L << 20;

    private Watchdog() {}

    /**
     * Runs a job until it is done or time is up.
     *
     * @param job the job
     * @param stop makes the job end soon; called by this thread when time is up, perhaps when the job is just done
     * @param isOver whether time is up; asked by this thread
     * @return what the job gave; empty if it is late
     */
    static <T> Optional<T> run(Callable<T> job, Runnable stop, BooleanSupplier isOver) {
        FutureTask<T> task = new FutureTask<>(job);
        Thread thread = new Thread(null, task, "fogatlas-solver", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        long endNanos = Long.MAX_VALUE;
        try {
            while (true) {
                try {
                    return Optional.of(task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
                } catch (TimeoutException notDone) {
                    // Look at the clock below.
                } catch (InterruptedException interruption) {
                    interrupted = true;
                }
                if (endNanos == Long.MAX_VALUE && (interrupted || isOver.getAsBoolean())) {
                    stop.run();
                    endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
                } else if (endNanos != Long.MAX_VALUE && System.nanoTime() > endNanos) {
                    return Optional.empty();
                }
            }
        } catch (ExecutionException failed) {
            throw unchecked(failed);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(failed);
    }
}
