package io.fogatlas.orchestration;

import io.fogatlas.model.application.ApplicationId;
import java.util.List;
import java.util.Objects;

/**
 * What a target has of an application at one moment.
 *
 * @param application the application
 * @param workloads its microservices by region, in order of name and region; empty if the target has nothing of it
 */
public record DeploymentStatus(ApplicationId application, List<WorkloadStatus> workloads) {
    /**
     * Copies the list.
     *
     * @param application the application
     * @param workloads its microservices
     */
    public DeploymentStatus {
        Objects.requireNonNull(application, "application");
        workloads = List.copyOf(workloads);
    }

    /**
     * Says whether everything that is deployed is ready.
     *
     * @return whether all workloads are ready
     */
    public boolean isReady() {
        return workloads.stream().allMatch(WorkloadStatus::isReady);
    }
}
