package io.fogatlas.kubernetes;

import io.fogatlas.orchestration.DeploymentException;

/** The API server refused an object, in a way that may be answered by doing something else. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why an object is refused. */
    enum Why {
        /** Somebody else changed, or holds, what was to be written. */
        CONFLICT,
        /** The object is not as the server wants it. */
        INVALID
    }

    private final Why why;
    private final DeploymentException explained;

    RefusedException(Why why, DeploymentException explained) {
        super(explained.getMessage(), explained);
        this.why = why;
        this.explained = explained;
    }

    Why why() {
        return why;
    }

    /** The same for whoever deploys. */
    DeploymentException explained() {
        return explained;
    }
}
