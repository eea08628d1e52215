package io.fogatlas.docker;

/**
 * How a container is.
 *
 * @param status as the engine names it: {@code created}, {@code running}, {@code restarting}, {@code exited}, …
 * @param health what its health check says, such as {@code starting} or {@code unhealthy}; empty without one
 * @param exitCode how it last ended
 * @param error why it could not be started; empty if it could
 * @param startedAt when it was last started, as the engine writes it
 */
record ContainerState(String status, String health, long exitCode, String error, String startedAt) {
    boolean runs() {
        return status.equals("running");
    }

    /** Whether it runs and is, as far as anybody checks, healthy. */
    boolean isReady() {
        return runs() && (health.isEmpty() || health.equals("healthy") || health.equals("none"));
    }

    boolean hasHealthCheck() {
        return !health.isEmpty() && !health.equals("none");
    }

    /** Whether it has stopped by itself, for good or to be started again. */
    boolean hasEnded() {
        return status.equals("restarting") || status.equals("exited");
    }

    /** Why it is not ready, to go behind its name. */
    String explain() {
        if (runs()) {
            return switch (health) {
                case "starting" -> "runs, but its health check has not succeeded yet";
                case "unhealthy" -> "is unhealthy: its health check fails";
                default -> "has not run long enough yet";
            };
        }
        String why = error.isEmpty() ? "" : ": " + Texts.oneLine(error);
        return switch (status) {
            case "restarting" -> "restarts again and again; it ended with exit code " + exitCode + why;
            case "exited" -> "has ended with exit code " + exitCode + why;
            case "created" -> "was never started" + why;
            default -> "is " + Texts.oneLine(status) + why;
        };
    }
}
