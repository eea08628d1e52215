package io.fogatlas.placement.verification;

import static io.fogatlas.placement.verification.ThreeRegions.EDGE;
import static io.fogatlas.placement.verification.ThreeRegions.FOG;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.placement.PlacementRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What affinities leave possible. */
final class AffinityConditionTest {
    private static PodAffinity with(String app) {
        return PodAffinity.with(new LabelSelector(List.of(LabelExpression.is("app", app))));
    }

    private static List<String> broken(ThreeRegions built) {
        return broken(built.request().build());
    }

    private static List<String> broken(PlacementRequest request) {
        return NecessaryConditions.broken(request).stream()
                .map(reason -> reason.microservice() + "|" + reason.text())
                .toList();
    }

    @Test
    void findsAnAffinityThatNothingInTheRegionCanMeet() {
        Microservice follower = Microservice.builder("follower")
                .addAffinity(with("leader"))
                .addDemand(RegionDemand.in(EDGE, 1))
                .build();
        Microservice leader = Microservice.builder("leader")
                .addLabel("app", "leader")
                .addRegionConstraint(new RegionConstraint.ForbiddenRegions(Set.of(EDGE)))
                .build();

        assertThat(broken(ThreeRegions.withoutNodes().with(follower).with(leader)))
                .containsExactly("follower|region 003-003: no replica that its affinity selects by"
                        + " [LabelExpression[key=app, operator=IN, values=[leader]]] can be there");
    }

    @Test
    void bindsAMicroserviceThatSelectsItselfToTheReplicasThatRun() {
        Microservice selfish = Microservice.builder("driver")
                .addLabel("app", "driver")
                .addAffinity(with("driver"))
                .addDemand(RegionDemand.in(EDGE, 1))
                .build();
        ThreeRegions built = ThreeRegions.withoutNodes().with(selfish);
        ReplicaGroup running =
                new ReplicaGroup("default", Map.of("app", "driver"), List.of(), FOG, Map.of(), Resources.NONE);
        Holding held = new Holding(Map.of(), List.of(running));

        assertThat(broken(built)).isEmpty();
        assertThat(broken(
                        built.request().occupancy(new Occupancy(Map.of(), held)).build()))
                .hasSize(1);
    }

    @Test
    void doesNotLetTwoAssignmentsBothBeTheFirst() {
        Microservice.Builder selfish =
                Microservice.builder("driver").addLabel("app", "driver").addAffinity(with("driver"));

        assertThat(broken(ThreeRegions.withoutNodes().with(selfish.replicas(2).build())))
                .isEmpty();
        assertThat(broken(ThreeRegions.withoutNodes()
                        .with(selfish.replicas(2).spreadOver(2).build())))
                .contains("driver|region 003-003: replicas that its affinities select would have to start before it,"
                        + " but cannot");
        assertThat(broken(ThreeRegions.withoutNodes()
                        .with(selfish.replicas(2).spreadOver(2).build())
                        .with(Microservice.builder("leader")
                                .addLabel("app", "driver")
                                .replicas(2)
                                .spreadOver(2)
                                .build())))
                .isEmpty();
    }

    @Test
    void findsMicroservicesThatMustBeTogetherAndMustNot() {
        Microservice one = Microservice.builder("one")
                .addAntiAffinity(with("two"))
                .addDemand(RegionDemand.in(EDGE, 1))
                .build();
        Microservice two = Microservice.builder("two")
                .addLabel("app", "two")
                .addRegionConstraint(new RegionConstraint.AllowedRegions(Set.of(EDGE)))
                .build();

        assertThat(broken(ThreeRegions.withoutNodes().with(one).with(two)))
                .contains("two|region 003-003: an anti-affinity keeps it apart from 'one', which must be there");
    }

    @Test
    void findsReplicasThatKeepTheMicroserviceOutOfEveryRegion() {
        Microservice two = Microservice.builder("driver")
                .addLabel("app", "driver")
                .addAntiAffinity(with("driver"))
                .addDemand(RegionDemand.anywhere(2))
                .build();
        Microservice one = Microservice.builder("driver")
                .addLabel("app", "driver")
                .addDemand(RegionDemand.in(FOG, 1))
                .build();
        ReplicaGroup jealous =
                new ReplicaGroup("default", Map.of(), List.of(with("driver")), FOG, Map.of(), Resources.NONE);
        Occupancy occupancy = new Occupancy(Map.of(), new Holding(Map.of(), List.of(jealous)));

        assertThat(broken(ThreeRegions.withoutNodes().with(two)))
                .contains("driver|region 003-003: its anti-affinity keeps its own replicas apart");
        assertThat(broken(ThreeRegions.withoutNodes()
                        .with(one)
                        .request()
                        .occupancy(occupancy)
                        .build()))
                .containsExactly("driver|region 002-002: an anti-affinity keeps it and replicas that run there apart");
    }
}
