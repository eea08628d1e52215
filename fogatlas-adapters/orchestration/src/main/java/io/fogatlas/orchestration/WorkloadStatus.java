package io.fogatlas.orchestration;

import java.util.List;
import java.util.Objects;

/**
 * How a microservice is in one region.
 *
 * @param microservice its name
 * @param region the region's id
 * @param wanted how many replicas there should be
 * @param ready how many are ready
 * @param problems what keeps the others from it, a sentence each, such as {@code Pod 'x' waits: ImagePullBackOff}
 */
public record WorkloadStatus(String microservice, String region, int wanted, int ready, List<String> problems) {
    /**
     * Copies the list.
     *
     * @param microservice its name
     * @param region the region
     * @param wanted replicas wanted
     * @param ready replicas ready
     * @param problems what is wrong
     */
    public WorkloadStatus {
        Objects.requireNonNull(microservice, "microservice");
        Objects.requireNonNull(region, "region");
        problems = List.copyOf(problems);
    }

    /**
     * Says whether all replicas are ready.
     *
     * @return whether as many are ready as are wanted
     */
    public boolean isReady() {
        return ready >= wanted;
    }
}
