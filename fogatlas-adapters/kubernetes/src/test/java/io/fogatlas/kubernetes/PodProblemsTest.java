package io.fogatlas.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.model.application.ApplicationId;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PodProblemsTest {
    private static ObjectNode tree(String json) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"containerStatuses\": [{\"name\": \"c\", \"state\": {\"waiting\": {\"reason\": \"CrashLoopBackOff\", \"message\": \"back-off\"}},"
                        + " \"lastState\": {\"terminated\": {\"exitCode\": 3}}}]}"
                        + "|Pod 'p' waits: container 'c' CrashLoopBackOff: back-off; it ended before with exit code 3",
                "{\"initContainerStatuses\": [{\"name\": \"c\", \"state\": {\"terminated\": {\"exitCode\": 1, \"reason\": \"Error\"}}}]}"
                        + "|Pod 'p' container 'c' ended with exit code 1, Error",
                "{\"containerStatuses\": [{\"name\": \"c\", \"ready\": false, \"state\": {\"running\": {}}}]}"
                        + "|Pod 'p' container 'c' runs, but is not ready",
                "{\"conditions\": [{\"type\": \"PodScheduled\", \"status\": \"False\", \"reason\": \"Unschedulable\", \"message\": \"0/3 nodes\"}]}"
                        + "|Pod 'p' is on no node: Unschedulable: 0/3 nodes",
                "{\"phase\": \"Failed\", \"reason\": \"Evicted\"}|Pod 'p' has failed: Evicted",
            })
    void saysWhatKeepsAPod(String status, String problem) throws IOException {
        assertThat(PodProblems.of(tree("{\"metadata\": {\"name\": \"p\"}, \"status\": " + status + "}")))
                .containsExactly(problem);
    }

    @Test
    void saysNothingOfWhatIsUsual() throws IOException {
        assertThat(PodProblems.of(tree("""
                {"metadata": {"name": "p"}, "status": {"containerStatuses":
                 [{"name": "c", "state": {"waiting": {"reason": "ContainerCreating"}}}]}}
                """))).isEmpty();
    }

    @Test
    void doesNotCountReplicasOfTheLastRevisionAsReady() throws IOException {
        ObjectNode deployment = tree("""
                {"metadata": {"name": "a.reg.r", "generation": 2}, "spec": {"replicas": 1},
                 "status": {"observedGeneration": 2, "replicas": 2, "updatedReplicas": 1, "readyReplicas": 1,
                  "conditions": [{"type": "ReplicaFailure", "status": "True", "message": "exceeded quota"}]}}
                """);

        assertThat(Workloads.of(ApplicationId.of("app"), List.of(deployment), List.of())
                        .workloads())
                .singleElement()
                .satisfies(workload -> {
                    assertThat(workload.ready()).isZero();
                    assertThat(workload.problems()).containsExactly("no Pods are made: exceeded quota");
                });
    }
}
