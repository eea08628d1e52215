package io.fogatlas.placement.change;

import static io.fogatlas.placement.Fixtures.application;
import static io.fogatlas.placement.Fixtures.flow;
import static io.fogatlas.placement.Fixtures.free;
import static io.fogatlas.placement.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.PlanVerifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MigrationPlannerTest {
    private static List<Assignment> in(String region) {
        return in(region, 1);
    }

    private static List<Assignment> in(String region, int replicas) {
        return List.of(new Assignment(region, replicas, Map.of("node-" + region, replicas)));
    }

    private static MigrationPlan plan(Application application, Placement from, Placement to) {
        PlacementRequest request = PlacementRequest.of(line(), application);
        MigrationPlan plan = MigrationPlanner.plan(request, from, to);
        assertThat(PlanVerifier.verify(request, from, plan, to)).isEmpty();
        return plan;
    }

    private static List<String> texts(MigrationPlan plan) {
        return plan.steps().stream().map(Step::text).toList();
    }

    @Test
    void addsBeforeItRemoves() {
        Application application =
                application().add(free("m", 100)).add(flow("cam", "m", 1)).build();

        MigrationPlan plan = plan(
                application,
                new Placement(Map.of("m", in("b")), List.of(new Route("cam->m", "a", "b", List.of("ab")))),
                new Placement(Map.of("m", in("c")), List.of(new Route("cam->m", "a", "c", List.of("ab", "bc")))));

        assertThat(texts(plan))
                .containsExactly(
                        "start 1 of m in region c on node-c",
                        "route cam->m from a to c over ab bc",
                        "give up the route of cam->m from a to b over ab",
                        "stop 1 of m in region b on node-b");
        assertThat(plan.fewestPauses()).isTrue();
    }

    @Test
    void hasNoStepWhereNothingMoves() {
        Placement placement = new Placement(Map.of("m", in("b")), List.of());

        MigrationPlan plan = plan(application().add(free("m", 100)).build(), placement, placement);

        assertThat(plan.isEmpty()).isTrue();
    }

    @Test
    void movesFirstWhoMakesRoomForOthers() {
        Application application =
                application().add(free("first", 800)).add(free("second", 800)).build();

        MigrationPlan plan = plan(
                application,
                new Placement(Map.of("first", in("a"), "second", in("b")), List.of()),
                new Placement(Map.of("first", in("b"), "second", in("c")), List.of()));

        assertThat(texts(plan))
                .containsExactly(
                        "start 1 of second in region c on node-c",
                        "stop 1 of second in region b on node-b",
                        "start 1 of first in region b on node-b",
                        "stop 1 of first in region a on node-a");
        assertThat(plan.pausing()).isEmpty();
    }

    @Test
    void pausesOneOfTwoThatChangePlacesOnFullNodes() {
        Application application =
                application().add(free("left", 800)).add(free("right", 800)).build();

        MigrationPlan plan = plan(
                application,
                new Placement(Map.of("left", in("a"), "right", in("b")), List.of()),
                new Placement(Map.of("left", in("b"), "right", in("a")), List.of()));

        assertThat(texts(plan))
                .containsExactly(
                        "pause left",
                        "stop 1 of left in region a on node-a",
                        "start 1 of right in region a on node-a",
                        "stop 1 of right in region b on node-b",
                        "start 1 of left in region b on node-b",
                        "resume left");
        assertThat(plan.pausing()).containsExactly("left");
        assertThat(plan.fewestPauses()).isTrue();
    }

    @Test
    void changesPlacesReplicaByReplicaWhereOneFits() {
        Application application = application()
                .add(Microservice.builder("left")
                        .requirements(free("x", 300).requirements())
                        .replicas(2)
                        .build())
                .add(Microservice.builder("right")
                        .requirements(free("x", 300).requirements())
                        .replicas(2)
                        .build())
                .build();

        MigrationPlan plan = plan(
                application,
                new Placement(Map.of("left", in("a", 2), "right", in("b", 2)), List.of()),
                new Placement(Map.of("left", in("b", 2), "right", in("a", 2)), List.of()));

        assertThat(plan.pausing()).isEmpty();
    }

    @Test
    void sharesTheLinksThatOldAndNewRouteOfOneFlowPass() {
        Application application =
                application().add(free("m", 100)).add(flow("cam", "m", 90)).build();

        MigrationPlan plan = plan(
                application,
                new Placement(Map.of("m", in("b")), List.of(new Route("cam->m", "a", "b", List.of("ab")))),
                new Placement(Map.of("m", in("c")), List.of(new Route("cam->m", "a", "c", List.of("ab", "bc")))));

        assertThat(plan.pausing()).isEmpty();
    }

    @Test
    void pausesWhereTwoFlowsOfReplicasDoNotFitOnALinkTogether() {
        Application application = application()
                .add(free("sender", 100))
                .add(free("m", 100))
                .add(flow("sender", "m", 60))
                .build();

        MigrationPlan plan = plan(
                application,
                new Placement(
                        Map.of("sender", in("a"), "m", in("c")),
                        List.of(new Route("sender->m", "a", "c", List.of("ab", "bc")))),
                new Placement(
                        Map.of("sender", in("b"), "m", in("c")),
                        List.of(new Route("sender->m", "b", "c", List.of("bc")))));

        assertThat(plan.pausing()).hasSize(1);
        assertThat(plan.fewestPauses()).isTrue();
    }

    @Test
    void startsWhatWasLostWithoutAPause() {
        Application application =
                application().add(free("m", 100)).add(flow("cam", "m", 1)).build();

        MigrationPlan plan = plan(
                application,
                new Placement(
                        Map.of("m", List.of(new Assignment("gone", 1, Map.of("node-gone", 1)))),
                        List.of(new Route("cam->m", "a", "gone", List.of("lost")))),
                new Placement(Map.of("m", in("b")), List.of(new Route("cam->m", "a", "b", List.of("ab")))));

        assertThat(plan.start()).isEqualTo(new Placement(Map.of(), List.of()));
        assertThat(texts(plan))
                .containsExactly("start 1 of m in region b on node-b", "route cam->m from a to b over ab");
    }

    @Test
    void assumesNodesAndRoutesThatAreNotTold() {
        Application application =
                application().add(free("m", 100)).add(flow("cam", "m", 1)).build();
        Placement to = new Placement(Map.of("m", in("b")), List.of(new Route("cam->m", "a", "b", List.of("ab"))));

        MigrationPlan plan =
                plan(application, new Placement(Map.of("m", List.of(new Assignment("b", 1, Map.of()))), List.of()), to);

        assertThat(plan.start()).isEqualTo(to);
        assertThat(plan.isEmpty()).isTrue();
    }

    @Test
    void provesTheFewestPausesOfManyThatTurnRound() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (String region : List.of("a", "b", "c")) {
            for (int size : new int[] {301, 203, 187, 239}) {
                sizes.put(region + size, size);
            }
        }

        MigrationPlan plan = turned(sizes, Map.of("a", "b", "b", "c", "c", "a"));

        assertThat(plan.pausing()).hasSize(1);
        assertThat(plan.fewestPauses()).isTrue();
    }

    @Test
    void saysThatItDidNotProveTheFewestPausesWhereOrdersAreTooMany() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (String region : List.of("a", "b", "c")) {
            sizes.put(region + "-big", 500);
            for (int number = 10; number < 18; number++) {
                sizes.put(region + number, 50);
            }
        }

        MigrationPlan plan = turned(sizes, Map.of("a", "b", "b", "c", "c", "a"));

        assertThat(plan.pausing()).hasSize(1);
        assertThat(plan.fewestPauses()).isFalse();
    }

    /** Plans for microservices that are in the region of their first letter, and all go to another. */
    private static MigrationPlan turned(Map<String, Integer> sizes, Map<String, String> next) {
        Application.Builder application = application();
        Map<String, List<Assignment>> from = new HashMap<>();
        Map<String, List<Assignment>> to = new HashMap<>();
        sizes.forEach((name, size) -> {
            application.add(free(name, size));
            from.put(name, in(name.substring(0, 1)));
            to.put(name, in(next.getOrDefault(name.substring(0, 1), "")));
        });
        return plan(application.build(), new Placement(from, List.of()), new Placement(to, List.of()));
    }
}
