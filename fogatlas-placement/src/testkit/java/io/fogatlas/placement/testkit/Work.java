package io.fogatlas.placement.testkit;

/** Counts the steps of a search and ends it when they are too many. */
final class Work {
    private final long most;
    private long done;

    Work(long most) {
        this.most = most;
    }

    void step() {
        done++;
        if (done > most) {
            throw new ExceededException();
        }
    }

    long done() {
        return done;
    }

    /** The search was not completed, so nothing is known. */
    static final class ExceededException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ExceededException() {
            super("too large", null, false, false);
        }
    }
}
