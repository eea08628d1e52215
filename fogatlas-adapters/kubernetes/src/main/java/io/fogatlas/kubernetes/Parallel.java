package io.fogatlas.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Does many small pieces of work that mostly wait for the API server, several at a time. */
final class Parallel implements AutoCloseable {
    private static final int THREADS = 8;

    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "fogatlas-kubernetes-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Does the work for each item. Once one fails, those that have not begun are left out.
     *
     * @return the results in the order of the items
     * @throws RuntimeException the first failure, after everything that had begun has ended
     */
    <I, O> List<O> map(List<I> items, Function<I, O> work) {
        List<Future<O>> futures = items.stream()
                .map(item -> threads.submit(() -> work.apply(item)))
                .toList();
        List<O> results = new ArrayList<>();
        RuntimeException failure = null;
        for (Future<O> future : futures) {
            if (failure != null) {
                future.cancel(false);
            }
            if (future.isCancelled()) {
                continue;
            }
            try {
                results.add(uninterrupted(future));
            } catch (ExecutionException failed) {
                failure = failure == null ? asRuntime(failed) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    /** What is being written must be known to be written before it can be taken back, so this waits in any case. */
    private static <O> O uninterrupted(Future<O> future) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException asRuntime(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(failed);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
