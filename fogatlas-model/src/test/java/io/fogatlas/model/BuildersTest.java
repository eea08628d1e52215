package io.fogatlas.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildersTest {
    @Test
    void buildsAnEndpointWithAllThatWasSaid() {
        Location location = new Location(46.07, 11.15);

        assertThat(ExternalEndpoint.builder("cam1", "r")
                        .name("Camera 1")
                        .type("camera")
                        .location(location)
                        .build())
                .isEqualTo(new ExternalEndpoint("cam1", "Camera 1", "camera", "r", Optional.of(location)));
        assertThat(ExternalEndpoint.of("cam1", "r"))
                .isEqualTo(new ExternalEndpoint("cam1", "cam1", "", "r", Optional.empty()));
    }

    @Test
    void buildsAReplicaGroupWithAllThatWasSaid() {
        PodAffinity rule = PodAffinity.with(new LabelSelector(List.of(LabelExpression.is("app", "web"))));
        Resources each = Resources.builder().cpuMillis(100).podSlots(1).build();

        assertThat(ReplicaGroup.builder("shop", "r")
                        .addLabels(Map.of("app", "web"))
                        .addAntiAffinities(List.of(rule))
                        .on("n1", 2)
                        .perReplica(each)
                        .build())
                .isEqualTo(new ReplicaGroup("shop", Map.of("app", "web"), List.of(rule), "r", Map.of("n1", 2), each));
    }

    @Test
    void refusesAReplicaGroupOfNoReplicas() {
        assertThatThrownBy(() -> ReplicaGroup.builder("shop", "r").on("n1", 0).build())
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("replicas on node 'n1' must be from 1");
    }
}
