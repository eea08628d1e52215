package io.fogatlas.cli;

import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentStatus;
import io.fogatlas.orchestration.WorkloadStatus;

/** Tells on standard error how a deployment goes on: how many replicas are ready, and what keeps the others from it. */
final class DeploymentTrace implements DeploymentListener {
    private final Messages messages;

    DeploymentTrace(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void observed(DeploymentStatus status) {
        int wanted =
                status.workloads().stream().mapToInt(WorkloadStatus::wanted).sum();
        int ready = status.workloads().stream().mapToInt(WorkloadStatus::ready).sum();
        messages.note(status.application() + ": " + ready + " of " + wanted + " replicas are ready");
        for (WorkloadStatus workload : status.workloads()) {
            workload.problems()
                    .forEach(problem ->
                            messages.note(workload.microservice() + " in " + workload.region() + ": " + problem));
        }
    }

    @Override
    public void told(String message) {
        messages.note(message);
    }
}
