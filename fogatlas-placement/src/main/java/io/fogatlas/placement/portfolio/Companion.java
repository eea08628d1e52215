package io.fogatlas.placement.portfolio;

import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An algorithm that searches on a thread of its own while another does on the thread that asked. */
final class Companion {
    private static final long LOOK_MILLIS = 20;

    /** How long to wait for it once the search is over; a late one is left to end by itself. */
    private static final long GRACE_MILLIS = 50;

    private final Search turn;
    private final FutureTask<Void> task;

    private Companion(Search turn, FutureTask<Void> task) {
        this.turn = turn;
        this.task = task;
    }

    static Companion start(PlacementAlgorithm algorithm, PlacementProblem problem, Search turn) {
        FutureTask<Void> task = new FutureTask<>(() -> Members.run(algorithm, problem, turn), null);
        Thread thread = new Thread(task, "fogatlas-" + algorithm.name());
        thread.setDaemon(true);
        thread.start();
        return new Companion(turn, task);
    }

    /** Waits until it has ended, or the search is over. Throws what it threw. An interrupt ends it and is kept for the caller. */
    void await() {
        boolean interrupted = false;
        long endNanos = Long.MAX_VALUE;
        try {
            while (endNanos == Long.MAX_VALUE || System.nanoTime() < endNanos) {
                try {
                    task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    return;
                } catch (TimeoutException stillSearching) {
                    // Look below whether it should have ended.
                } catch (InterruptedException interruption) {
                    interrupted = true;
                }
                if (endNanos == Long.MAX_VALUE && (interrupted || turn.isOver())) {
                    turn.stop();
                    endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
                }
            }
        } catch (ExecutionException failed) {
            throw unchecked(failed);
        } finally {
            turn.stop();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Makes it end, and waits until it has. */
    void stop() {
        turn.stop();
        await();
    }

    private static RuntimeException unchecked(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
