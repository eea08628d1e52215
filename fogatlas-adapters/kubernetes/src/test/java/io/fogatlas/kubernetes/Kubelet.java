package io.fogatlas.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the kubelets of a control plane that has none: lets bound Pods run, lets those wait whose image is named {@code missing}, and
 * ends deleted ones.
 */
final class Kubelet implements AutoCloseable {
    private static final long PERIOD_NANOS = 100_000_000;

    private final KubernetesClient client;
    private final String namespace;
    private final Thread thread = new Thread(this::run, "kubelet");
    private volatile boolean closed;
    private volatile @Nullable RuntimeException failure;

    Kubelet(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                client.pods().inNamespace(namespace).list().getItems().forEach(this::tendUnlessGone);
                LockSupport.parkNanos(PERIOD_NANOS);
            }
        } catch (RuntimeException failed) {
            failure = failed;
        }
    }

    private void tendUnlessGone(Pod pod) {
        try {
            tend(pod);
        } catch (KubernetesClientException refused) {
            // Somebody changed or deleted the Pod since it was listed: the next round sees it as it is then.
            if (refused.getCode() != 404 && refused.getCode() != 409) {
                throw refused;
            }
        }
    }

    private void tend(Pod pod) {
        String node = pod.getSpec().getNodeName();
        if (pod.getMetadata().getDeletionTimestamp() != null) {
            client.resource(pod).withGracePeriod(0).delete();
        } else if (node != null
                && !node.isEmpty()
                && !"Running".equals(pod.getStatus().getPhase())) {
            boolean missing = pod.getSpec().getContainers().get(0).getImage().contains("missing");
            if (!missing || pod.getStatus().getContainerStatuses().isEmpty()) {
                client.resource(started(pod, missing)).updateStatus();
            }
        }
    }

    private static Pod started(Pod pod, boolean missing) {
        List<ContainerStatus> containers = pod.getSpec().getContainers().stream()
                .map(container -> new ContainerStatusBuilder()
                        .withName(container.getName())
                        .withImage(container.getImage())
                        .withImageID("")
                        .withRestartCount(0)
                        .withReady(!missing))
                .map(status -> missing
                        ? status.withNewState()
                                .withNewWaiting()
                                .withReason("ImagePullBackOff")
                                .withMessage("Back-off pulling image")
                                .endWaiting()
                                .endState()
                                .build()
                        : status.withNewState()
                                .withNewRunning()
                                .endRunning()
                                .endState()
                                .build())
                .toList();
        return new PodBuilder(pod)
                .editStatus()
                .withPhase(missing ? "Pending" : "Running")
                .withContainerStatuses(containers)
                .addNewCondition()
                .withType("Ready")
                .withStatus(missing ? "False" : "True")
                .endCondition()
                .endStatus()
                .build();
    }

    @Override
    public void close() {
        closed = true;
        while (thread.isAlive()) {
            LockSupport.parkNanos(PERIOD_NANOS / 10);
        }
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }
}
