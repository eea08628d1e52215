package io.fogatlas.orchestration;

/** Hears how a deployment goes on; called by the thread that deploys, so it must be quick. */
public interface DeploymentListener {
    /** Hears nothing. */
    DeploymentListener NONE = new DeploymentListener() {};

    /**
     * Called after a step is done.
     *
     * @param step the step
     */
    default void done(DeploymentStep step) {}

    /**
     * Called whenever the state of what is waited for has changed.
     *
     * @param status the state
     */
    default void observed(DeploymentStatus status) {}

    /**
     * Called of what takes long, such as pulling an image.
     *
     * @param message a sentence
     */
    default void told(String message) {}
}
