package io.fogatlas.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

final class DifferenceTest {
    private static ObjectNode deployment(int replicas) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.putObject("metadata");
        object.putObject("spec").put("replicas", replicas);
        return object;
    }

    private static ObjectNode annotated(int replicas, String name, String value) {
        ObjectNode object = deployment(replicas);
        object.withObject("/metadata/annotations").put(name, value);
        return object;
    }

    @Test
    void saysWhatIsDifferent() {
        assertThat(Difference.between(deployment(1), deployment(3))).isEqualTo("replicas 1 → 3");
        assertThat(Difference.between(deployment(1), annotated(1, "note", "new")))
                .contains("annotations")
                .contains("new");
    }

    @Test
    void leavesOutWhatTheControllerOfDeploymentsAddsWhileWeLook() {
        ObjectNode numbered = annotated(1, "deployment.kubernetes.io/revision", "1");

        assertThat(Difference.between(deployment(1), numbered)).isEmpty();
        assertThat(Difference.between(numbered, annotated(1, "deployment.kubernetes.io/revision", "2")))
                .isEmpty();
        assertThat(Difference.between(numbered, deployment(1))).isEmpty();
    }
}
