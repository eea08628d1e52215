package io.fogatlas.model.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.fogatlas.model.Refusal;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlacementTest {
    private static final Assignment A = new Assignment("a", 1, Map.of());
    private static final Assignment B = new Assignment("b", 2, Map.of("n1", 1, "n2", 1));
    private static final Route FIRST = new Route("f", "a", "b", List.of("l1", "l2"));
    private static final Route SECOND = new Route("f", "b", "b", List.of());
    private static final Route THIRD = new Route("g", "a", "b", List.of("l1"));

    @Test
    void isEqualWhateverOrderItWasFoundIn() {
        Placement one = new Placement(Map.of("m", List.of(A, B)), List.of(FIRST, SECOND, THIRD));
        Placement two = new Placement(Map.of("m", List.of(B, A)), List.of(THIRD, SECOND, FIRST));

        assertThat(one).isEqualTo(two).hasSameHashCodeAs(two).hasToString(two.toString());
        assertThat(one.of("m")).containsExactly(A, B);
        assertThat(one.of("nobody")).isEmpty();
        assertThat(one.routes()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void isAnotherIfTheLinksOfARouteAreInAnotherOrder() {
        Route turned = new Route("f", "a", "b", List.of("l2", "l1"));

        assertThat(new Placement(Map.of(), List.of(FIRST))).isNotEqualTo(new Placement(Map.of(), List.of(turned)));
    }

    @Test
    void doesNotChangeWithTheCollectionsItWasMadeOf() {
        List<Assignment> in = new ArrayList<>(List.of(A));
        Map<String, List<Assignment>> assignments = new HashMap<>(Map.of("m", in));
        List<Route> routes = new ArrayList<>(List.of(FIRST));
        Placement placement = new Placement(assignments, routes);
        in.clear();
        assignments.clear();
        routes.clear();

        assertThat(placement.assignments()).containsExactly(entry("m", List.of(A)));
        assertThat(placement.routes()).containsExactly(FIRST);
        assertThatThrownBy(() -> placement.assignments().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> placement.of("m").clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> placement.routes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void assignmentsAndRoutesDoNotChangeWithTheCollectionsTheyWereMadeOf() {
        Map<String, Integer> onNodes = new HashMap<>(Map.of("n1", 1));
        List<String> links = new ArrayList<>(List.of("l1"));
        Assignment assignment = new Assignment("a", 1, onNodes);
        Route route = new Route("f", "a", "b", links);
        onNodes.clear();
        links.clear();

        assertThat(assignment.replicasByNode()).containsExactly(entry("n1", 1));
        assertThat(route.links()).containsExactly("l1");
        assertThatThrownBy(() -> assignment.replicasByNode().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> route.links().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void assignmentsRefuseEverythingThatIsWrongAtOnce() {
        assertThat(Refusal.of(() -> new Assignment("", 0, Map.of("n1", -1))))
                .containsExactly(
                        "Assignment '': region must not be blank",
                        "Assignment '': replicas must be from 1 to 9007199254740992, but is 0",
                        "Assignment '': replicas on node 'n1' must be from 1 to 9007199254740992, but is -1");
    }

    @Test
    void routesRefuseEverythingThatIsWrongAtOnce() {
        assertThat(Refusal.of(() -> new Route("", " ", "", List.of())))
                .containsExactly(
                        "Route '': flow must not be blank",
                        "Route '': sourceRegion must not be blank",
                        "Route '': destinationRegion must not be blank");
    }

    @Test
    void answersDemandsOfARegionFirstAndThenThoseOfAsManyReplicas() {
        RegionDemand open = RegionDemand.anywhere(2);
        RegionDemand pinned = RegionDemand.in("edge", 2);
        RegionDemand large = RegionDemand.anywhere(3);
        Microservice microservice = Microservice.builder("detector")
                .demands(List.of(open, pinned, large))
                .build();
        Assignment edge = new Assignment("edge", 2, Map.of());
        Assignment fog = new Assignment("fog", 2, Map.of());

        Placement placement = new Placement(Map.of("detector", List.of(edge, fog)), List.of());

        assertThat(placement.answers(microservice))
                .containsExactly(Optional.of(fog), Optional.of(edge), Optional.empty());
    }

    @Test
    void answersEqualDemandsByDifferentAssignments() {
        Microservice microservice = Microservice.builder("detector")
                .demands(List.of(RegionDemand.anywhere(1), RegionDemand.anywhere(1)))
                .build();
        Assignment edge = new Assignment("edge", 1, Map.of());
        Assignment fog = new Assignment("fog", 1, Map.of());

        Placement placement = new Placement(Map.of("detector", List.of(edge, fog)), List.of());

        assertThat(placement.answers(microservice)).containsExactly(Optional.of(edge), Optional.of(fog));
    }
}
