package io.fogatlas.placement;

import static io.fogatlas.placement.Fixtures.application;
import static io.fogatlas.placement.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.RegionConstraint.AllowedRegions;
import io.fogatlas.model.application.RegionConstraint.WithinOfEndpoint;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacementRequestTest {
    @Test
    void namesEverythingThatIsNotThereAtOnce() {
        Application application = application()
                .addEndpoint("ghost")
                .add(Microservice.builder("m")
                        .addDemand(RegionDemand.in("x", 1))
                        .addRegionConstraint(new AllowedRegions(Set.of("y")))
                        .addRegionConstraint(new WithinOfEndpoint("z", 5))
                        .build())
                .build();

        assertThatThrownBy(() -> PlacementRequest.of(line(), application))
                .isInstanceOfSatisfying(
                        InvalidModelException.class,
                        refused -> assertThat(refused.problems()).hasSize(4))
                .hasMessageContaining("external endpoint 'ghost'")
                .hasMessageContaining("region 'x'")
                .hasMessageContaining("region 'y'")
                .hasMessageContaining("external endpoint 'z'");
    }

    @Test
    void refusesMicroservicesThatWaitForEachOther() {
        Application application = application()
                .add(wanting("egg", "hen"))
                .add(wanting("hen", "egg"))
                .add(Microservice.builder("bystander").build())
                .build();

        assertThatThrownBy(() -> PlacementRequest.of(line(), application))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'egg', 'hen' wait for each other");
    }

    @Test
    void acceptsACircleThatSomethingRunningBreaks() {
        Application application = application()
                .add(wanting("egg", "hen"))
                .add(wanting("hen", "egg"))
                .build();
        ReplicaGroup running = ReplicaGroup.builder("default", "b")
                .addLabels(Map.of("app", "hen"))
                .on("node-b", 1)
                .build();
        Occupancy occupancy = new Occupancy(Map.of(), new Holding(Map.of(), List.of(running)));

        Decision decision = PlacementEngine.withInstalledAlgorithms()
                .place(PlacementRequest.builder(line(), application)
                        .occupancy(occupancy)
                        .build());

        assertThat(decision.isPlaced()).isTrue();
        assertThat(decision.placement().orElseThrow().of("egg").get(0).region()).isEqualTo("b");
    }

    @Test
    void acceptsAMicroserviceThatWantsItsOwnKind() {
        Application application = application().add(wanting("hen", "hen")).build();

        assertThat(PlacementEngine.withInstalledAlgorithms()
                        .place(PlacementRequest.of(line(), application))
                        .isPlaced())
                .isTrue();
    }

    private static Microservice wanting(String name, String other) {
        return Microservice.builder(name)
                .addLabel("app", name)
                .addAffinity(PodAffinity.with(new LabelSelector(List.of(LabelExpression.is("app", other)))))
                .build();
    }
}
