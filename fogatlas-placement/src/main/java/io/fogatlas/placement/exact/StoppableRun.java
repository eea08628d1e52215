package io.fogatlas.placement.exact;

import org.jspecify.annotations.Nullable;

/**
 * A solve that can be stopped before its solver runs, while it does, and after.
 *
 * @param <S> the native solver
 */
abstract class StoppableRun<S> implements Engine.Run {
    private boolean stopped;
    private @Nullable S running;

    /** Makes a solver that runs end soon. */
    abstract void interrupt(S solver);

    @Override
    public final synchronized void stop() {
        stopped = true;
        if (running != null) {
            interrupt(running);
        }
    }

    /** Tells that a solver is about to run; false if it must not any more. */
    final synchronized boolean enter(S solver) {
        if (!stopped) {
            running = solver;
        }
        return !stopped;
    }

    /** Tells that the solver has ended, before it is deleted. */
    final synchronized void leave() {
        running = null;
    }
}
