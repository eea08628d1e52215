package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentStatus;
import io.fogatlas.orchestration.WorkloadStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Waits until the Deployments of an FADepl are ready. */
final class Rollout {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int MOST_PROBLEMS = 10;

    private final ClusterObjects objects;
    private final ApplicationId application;
    private final Owner owner;
    private final DeploymentListener listener;

    Rollout(ClusterObjects objects, ApplicationId application, Owner owner, DeploymentListener listener) {
        this.objects = objects;
        this.application = application;
        this.owner = owner;
        this.listener = listener;
    }

    /**
     * Waits.
     *
     * @param names the Deployments to wait for
     * @param deadline by {@link System#nanoTime}
     * @param within the time there is, for the message
     * @param makeRoom called once, when everything is ready or a Pod finds no room
     * @throws DeploymentException if that takes too long, with the Pods that hang and why
     */
    void await(Set<String> names, long deadline, Duration within, Runnable makeRoom) {
        DeploymentStatus last = null;
        boolean roomMade = false;
        while (true) {
            List<ObjectNode> pods = objects.list(ObjectKind.POD, application.namespace());
            DeploymentStatus now = Workloads.of(application, deployments(names), pods);
            if (!now.equals(last)) {
                listener.observed(now);
                last = now;
            }
            boolean ready = now.isReady() && now.workloads().size() == names.size();
            if (!roomMade && (ready || pods.stream().anyMatch(PodProblems::isUnschedulable))) {
                makeRoom.run();
                roomMade = true;
            }
            if (ready) {
                return;
            }
            if (System.nanoTime() - deadline >= 0) {
                throw new DeploymentException(explain(now, within));
            }
            pause();
        }
    }

    private List<ObjectNode> deployments(Set<String> names) {
        return objects.list(ObjectKind.DEPLOYMENT, application.namespace()).stream()
                .filter(each -> owner.controls(each) && names.contains(Trees.name(each)))
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DeploymentException("interrupted while waiting for Pods to become ready", interrupted);
        }
    }

    private static String explain(DeploymentStatus status, Duration within) {
        List<String> reasons = new ArrayList<>();
        int wanted = 0;
        int ready = 0;
        for (WorkloadStatus workload : status.workloads()) {
            wanted += workload.wanted();
            ready += Math.min(workload.ready(), workload.wanted());
            if (!workload.isReady()) {
                String where = workload.microservice() + " in " + workload.region() + ": ";
                workload.problems().forEach(problem -> reasons.add(where + problem));
                if (workload.problems().isEmpty()) {
                    reasons.add(where + workload.ready() + " of " + workload.wanted() + " replicas are ready");
                }
            }
        }
        int more = reasons.size() - MOST_PROBLEMS;
        return "FADepl '" + status.application() + "' is not ready within " + within.toMillis() + " ms: " + ready
                + " of "
                + wanted + " replicas are\n  "
                + String.join("\n  ", reasons.subList(0, Math.min(MOST_PROBLEMS, reasons.size())))
                + (more > 0 ? "\n  and " + more + " more" : "");
    }
}
