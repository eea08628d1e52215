package io.fogatlas.kubernetes;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fogatlas.orchestration.DeploymentException;
import java.io.IOException;

/** Says in a sentence why the API server did not do what it was asked. */
final class ClusterFailures {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int INVALID = 422;

    /** What the client says where its cause says more. */
    private static final String GENERIC = "An error has occurred.";

    private ClusterFailures() {}

    static boolean isNotFound(KubernetesClientException failure) {
        return failure.getCode() == NOT_FOUND;
    }

    static boolean isConflict(KubernetesClientException failure) {
        return failure.getCode() == CONFLICT;
    }

    static boolean isInvalid(KubernetesClientException failure) {
        return failure.getCode() == INVALID;
    }

    /**
     * Explains a failure.
     *
     * @param cluster the name of the cluster
     * @param what what was tried, such as {@code apply Deployment 'x'}
     */
    static DeploymentException explain(
            String cluster, String what, ObjectKind kind, KubernetesClientException failure) {
        String where = "cluster '" + cluster + "': cannot " + what + ": ";
        String reason =
                switch (failure.getCode()) {
                    case 401 -> "the credentials are not accepted; renew those of the context";
                    case 403 ->
                        "not allowed: " + message(failure) + "; 'fogatlas rbac' prints the rights that are needed";
                    case NOT_FOUND ->
                        isUnknownKind(kind, failure)
                                ? "the cluster does not know " + kind.resource()
                                        + "; add them by: fogatlas crds | kubectl apply -f -"
                                : message(failure);
                    default -> message(failure);
                };
        return new DeploymentException(where + reason, failure);
    }

    /** The path itself is not served, as opposed to an object of a kind that is. */
    private static boolean isUnknownKind(ObjectKind kind, KubernetesClientException failure) {
        Status status = failure.getStatus();
        boolean names = status != null
                && status.getDetails() != null
                && status.getDetails().getName() != null
                && !status.getDetails().getName().isEmpty();
        return kind.isOfFogAtlas() && !names;
    }

    private static String message(KubernetesClientException failure) {
        Status status = failure.getStatus();
        if (status != null
                && status.getMessage() != null
                && !status.getMessage().isBlank()) {
            return status.getMessage();
        }
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof IOException)) {
            root = root.getCause();
        }
        return root instanceof IOException || failure.getCode() == 0
                ? "the API server cannot be reached: " + firstLine(root)
                : firstLine(failure);
    }

    /** The first line of the message that says something, which may be that of a cause. */
    static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        if (GENERIC.equals(message) && failure.getCause() != null) {
            return firstLine(failure.getCause());
        }
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
