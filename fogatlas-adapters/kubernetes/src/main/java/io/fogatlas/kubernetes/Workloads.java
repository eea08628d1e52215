package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentStatus;
import io.fogatlas.orchestration.WorkloadStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says how far the Deployments of an FADepl are, and what keeps their Pods. */
final class Workloads {
    private Workloads() {}

    /**
     * Sums up.
     *
     * @param application the application
     * @param deployments its Deployments
     * @param pods the Pods of its namespace, other ones too
     */
    static DeploymentStatus of(ApplicationId application, List<ObjectNode> deployments, List<ObjectNode> pods) {
        Map<String, List<ObjectNode>> byDeployment = new HashMap<>();
        for (ObjectNode pod : pods) {
            Owner.controller(pod)
                    .filter(owner -> owner.path("kind").asText().equals("ReplicaSet"))
                    .map(owner -> owner.path("name").asText())
                    .filter(name -> name.lastIndexOf('-') > 0)
                    .ifPresent(name -> byDeployment
                            .computeIfAbsent(name.substring(0, name.lastIndexOf('-')), key -> new ArrayList<>())
                            .add(pod));
        }
        return new DeploymentStatus(
                application,
                deployments.stream()
                        .map(each -> workload(each, byDeployment.getOrDefault(Trees.name(each), List.of())))
                        .sorted(Comparator.comparing(WorkloadStatus::microservice)
                                .thenComparing(WorkloadStatus::region))
                        .toList());
    }

    private static WorkloadStatus workload(ObjectNode deployment, List<ObjectNode> pods) {
        String name = Trees.name(deployment);
        JsonNode status = deployment.path("status");
        int wanted = deployment.path("spec").path("replicas").asInt(1);
        boolean seen = status.path("observedGeneration").asLong()
                >= deployment.path("metadata").path("generation").asLong();
        int updated = status.path("updatedReplicas").asInt();
        int old = Math.max(0, status.path("replicas").asInt() - updated);
        // Those that the last revision left count as ready too; what is certain is what is beyond them.
        int ready = seen
                ? Math.min(updated, Math.max(0, status.path("readyReplicas").asInt() - old))
                : 0;
        List<String> problems = new ArrayList<>();
        if (ready < wanted) {
            for (JsonNode condition : status.path("conditions")) {
                if (condition.path("type").asText().equals("ReplicaFailure")
                        && condition.path("status").asText().equals("True")) {
                    problems.add(
                            "no Pods are made: " + condition.path("message").asText());
                }
            }
            pods.forEach(pod -> problems.addAll(PodProblems.of(pod)));
        }
        return new WorkloadStatus(
                WantedDeployment.microserviceOf(name), WantedDeployment.regionOf(name), wanted, ready, problems);
    }
}
