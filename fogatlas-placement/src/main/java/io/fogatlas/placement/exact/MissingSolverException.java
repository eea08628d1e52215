package io.fogatlas.placement.exact;

/** The solver that exact placement needs is not there, or does not run on this machine. The message says what to do. */
public final class MissingSolverException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is missing and what to do about it.
     *
     * @param message the text
     * @param cause what went wrong when it was looked for
     */
    MissingSolverException(String message, Throwable cause) {
        super(message, cause);
    }
}
