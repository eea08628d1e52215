package io.fogatlas.placement.verification;

import static io.fogatlas.placement.Fixtures.application;
import static io.fogatlas.placement.Fixtures.flow;
import static io.fogatlas.placement.Fixtures.free;
import static io.fogatlas.placement.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.change.MigrationPlan;
import io.fogatlas.placement.change.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlanVerifierTest {
    private static final Application APPLICATION = application()
            .add(free("m", 600))
            .add(free("n", 600))
            .add(flow("cam", "m", 60))
            .add(flow("m", "n", 10))
            .build();
    private static final PlacementRequest REQUEST = PlacementRequest.of(line(), APPLICATION);
    private static final Route TO_B = new Route("cam->m", "a", "b", List.of("ab"));
    private static final Route TO_C = new Route("cam->m", "a", "c", List.of("ab", "bc"));
    private static final Route B_A = new Route("m->n", "b", "a", List.of("ab"));
    private static final Route C_A = new Route("m->n", "c", "a", List.of("bc", "ab"));
    private static final Placement FROM =
            new Placement(Map.of("m", List.of(in("b")), "n", List.of(in("a"))), List.of(TO_B, B_A));
    private static final Placement TO =
            new Placement(Map.of("m", List.of(in("c")), "n", List.of(in("a"))), List.of(TO_C, C_A));
    private static final Step START = new Step.AddReplicas("m", in("c"));
    private static final Step STOP = new Step.RemoveReplicas("m", in("b"));

    private static Assignment in(String region) {
        return new Assignment(region, 1, Map.of("node-" + region, 1));
    }

    private static List<String> faults(Step... steps) {
        return PlanVerifier.verify(REQUEST, FROM, new MigrationPlan(FROM, List.of(steps), true), TO).stream()
                .map(PlanFault::toString)
                .toList();
    }

    private static Step add(Route route) {
        return new Step.AddRoute(route);
    }

    private static Step remove(Route route) {
        return new Step.RemoveRoute(route);
    }

    @Test
    void takesAPlanThatIsRight() {
        assertThat(faults(START, add(TO_C), add(C_A), remove(TO_B), remove(B_A), STOP))
                .isEmpty();
    }

    @Test
    void findsWhatIsNotDone() {
        assertThat(faults(START, add(TO_C), add(C_A), remove(TO_B)))
                .anySatisfy(fault -> assertThat(fault).startsWith("After step 4: the replicas are"))
                .anySatisfy(fault -> assertThat(fault).startsWith("After step 4: the routes are"));
    }

    @Test
    void findsAReplicaThatStopsTooEarly() {
        assertThat(faults(remove(TO_B), remove(B_A), STOP, START, add(TO_C), add(C_A)))
                .anySatisfy(fault -> assertThat(fault).contains("After step 1", "'cam->m' has no route"))
                .anySatisfy(fault -> assertThat(fault).contains("After step 2", "only 0 replicas of 'm' have routes"))
                .anySatisfy(fault -> assertThat(fault).contains("After step 3", "runs with 0 replicas instead of 1"));
    }

    @Test
    void findsARouteWithoutAReplicaAtItsEnd() {
        assertThat(faults(add(TO_C), START, add(C_A), remove(TO_B), STOP, remove(B_A)))
                .anySatisfy(fault -> assertThat(fault).contains("After step 1", "has no replica of 'm' at its end"))
                .anySatisfy(fault -> assertThat(fault).contains("After step 5", "has no replica of 'm' at its end"));
    }

    @Test
    void findsAnOverloadedNode() {
        Step beside = new Step.AddReplicas("m", in("a"));

        assertThat(faults(beside)).anySatisfy(fault -> assertThat(fault).contains("After step 1", "node 'node-a'"));
    }

    @Test
    void findsAnOverloadedLink() {
        Application application = application()
                .add(free("s", 100))
                .add(free("m", 100))
                .add(flow("s", "m", 60))
                .build();
        Route before = new Route("s->m", "a", "c", List.of("ab", "bc"));
        Route after = new Route("s->m", "b", "c", List.of("bc"));
        Placement from = new Placement(Map.of("s", List.of(in("a")), "m", List.of(in("c"))), List.of(before));
        Placement to = new Placement(Map.of("s", List.of(in("b")), "m", List.of(in("c"))), List.of(after));
        List<Step> steps = List.of(
                new Step.AddReplicas("s", in("b")), add(after), remove(before), new Step.RemoveReplicas("s", in("a")));

        List<PlanFault> faults = PlanVerifier.verify(
                PlacementRequest.of(line(), application), from, new MigrationPlan(from, steps, true), to);

        assertThat(faults)
                .extracting(PlanFault::toString)
                .containsExactly("After step 2: link 'bc' is to carry 120 Mbit/s, but can carry 100 Mbit/s");
    }

    @Test
    void findsAPauseThatDoesNotEnd() {
        assertThat(faults(new Step.Pause("m"), START, add(TO_C), add(C_A), remove(TO_B), remove(B_A), STOP))
                .containsExactly("After step 7: 'm' still pauses");
    }

    @Test
    void letsAPausingMicroserviceStop() {
        assertThat(faults(
                        new Step.Pause("m"),
                        remove(TO_B),
                        remove(B_A),
                        STOP,
                        START,
                        add(TO_C),
                        add(C_A),
                        new Step.Resume("m")))
                .isEmpty();
    }

    @Test
    void findsAPauseThatEndsTooEarly() {
        assertThat(faults(
                        new Step.Pause("m"),
                        remove(TO_B),
                        remove(B_A),
                        STOP,
                        START,
                        add(TO_C),
                        new Step.Resume("m"),
                        add(C_A)))
                .containsExactly(
                        "After step 7: only 0 replicas of 'm' have routes for all their data flows, instead of 1");
    }

    @Test
    void refusesAStepThatCannotBeDone() {
        assertThat(faults(new Step.RemoveReplicas("m", in("c")))).hasSize(1);
        assertThat(faults(remove(TO_C))).hasSize(1);
        assertThat(faults(add(TO_B))).hasSize(1);
        assertThat(faults(new Step.Resume("m"))).containsExactly("After step 1: m does not pause");
        assertThat(faults(new Step.Pause("x"))).containsExactly("After step 1: there is no microservice 'x'");
        assertThat(faults(new Step.Interrupt("cam->m")))
                .containsExactly("After step 1: data flow 'cam->m' has an end that can pause");
        assertThat(faults(new Step.Restore("cam->m")))
                .containsExactly("After step 1: data flow 'cam->m' is not interrupted");
        assertThat(faults(new Step.AddReplicas("m", new Assignment("c", 1, Map.of("node-b", 1)))))
                .containsExactly("After step 1: region 'c' has no node 'node-b' that is ready");
    }

    @Test
    void findsAStartThatIsNotWhatRuns() {
        Placement less = new Placement(Map.of("n", List.of(in("a"))), List.of());
        List<PlanFault> faults = PlanVerifier.verify(
                REQUEST, FROM, new MigrationPlan(less, List.of(START, add(TO_C), add(C_A)), true), TO);

        assertThat(faults).extracting(PlanFault::step).containsOnly(0);
        assertThat(faults).extracting(PlanFault::text).anyMatch(text -> text.contains("microservice 'm' runs as"));
    }
}
