package io.fogatlas.orchestration;

import java.util.List;

/**
 * Says that a target did not do what was asked: it cannot be reached, it refuses, or what it runs does not become ready.
 *
 * <p>The message names the object, the place and what to do.
 */
public final class DeploymentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What could not be taken back. */
    private final transient List<String> leftOver;

    /**
     * Says what went wrong, after everything was taken back.
     *
     * @param message what, where, and what to do
     */
    public DeploymentException(String message) {
        this(message, List.of());
    }

    /**
     * Says what went wrong.
     *
     * @param message what, where, and what to do
     * @param leftOver the objects that were changed and could not be taken back, a line each
     */
    public DeploymentException(String message, List<String> leftOver) {
        super(message);
        this.leftOver = List.copyOf(leftOver);
    }

    /**
     * Says what went wrong, after everything was taken back.
     *
     * @param message what, where, and what to do
     * @param cause why
     */
    public DeploymentException(String message, Throwable cause) {
        super(message, cause);
        this.leftOver = List.of();
    }

    /**
     * Lists what could not be taken back.
     *
     * @return the objects, a line each; empty if the target is as it was before
     */
    public List<String> leftOver() {
        return leftOver;
    }
}
