package io.fogatlas.placement.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.Fixtures;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.RegionRejection;
import io.fogatlas.placement.verification.RegionRule;
import io.fogatlas.placement.verification.Shortfall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ExplainerTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();

    private Explanation explain(Application.Builder application) {
        return explain(PlacementRequest.of(Fixtures.line(), application.build()), LONG);
    }

    private Explanation explain(PlacementRequest request, Duration limit) {
        return Explainer.of(engine).explain(request, engine.place(request, "greedy"), limit);
    }

    private static List<String> requirements(Explanation explanation) {
        return explanation.conflict().orElseThrow().requirements().stream()
                .map(Requirement::text)
                .toList();
    }

    private static List<String> relaxations(Explanation explanation) {
        return explanation.relaxations().stream().map(Relaxation::text).toList();
    }

    @Test
    void tellsOfEachRegionTheRuleItFailsAndHowMuchIsLacking() {
        Explanation explanation = explain(Fixtures.application().add(Fixtures.free("big", 1200)));

        assertThat(explanation.rejections())
                .hasSize(3)
                .extracting(RegionRejection::rule)
                .containsOnly(RegionRule.RESOURCE);
        assertThat(explanation.rejections().get(0))
                .satisfies(rejection -> assertThat(rejection.region()).isEqualTo("a"))
                .satisfies(rejection -> assertThat(rejection.shortfall())
                        .contains(new Shortfall("cpu", "node-a", "millicores", 1200, 1000)))
                .satisfies(rejection -> assertThat(
                                rejection.shortfall().orElseThrow().missing())
                        .isEqualTo(200));
        assertThat(explanation.unfinished()).isEmpty();
    }

    @Test
    void findsTheOneRequirementThatCannotBeMetAndTheLeastThatWouldDo() {
        Explanation explanation =
                explain(Fixtures.application().add(Fixtures.free("big", 1200)).add(Fixtures.free("small", 100)));

        assertThat(requirements(explanation)).containsExactly("big: each replica takes 1200m CPU");
        assertThat(explanation.conflict().orElseThrow().minimal()).isTrue();
        assertThat(relaxations(explanation))
                .contains(
                        "+200m CPU on node 'node-a' in region 'a'",
                        "1000m CPU instead of 1200m CPU for each replica of 'big'");
        assertThat(explanation.relaxations()).allMatch(Relaxation::smallest);
    }

    @Test
    void leavesOutOfAConflictWhatHasNoPartInIt() {
        Explanation explanation = explain(Fixtures.application()
                .add(Fixtures.pinned("one", 600, "a"))
                .add(Fixtures.pinned("two", 500, "a"))
                .add(Fixtures.pinned("three", 100, "b"))
                .add(Fixtures.flow("one", "two", 10))
                .add(Fixtures.flow("cam", "three", 10)));

        assertThat(requirements(explanation))
                .containsExactlyInAnyOrder(
                        "one: in region 'a'",
                        "one: each replica takes 600m CPU",
                        "two: in region 'a'",
                        "two: each replica takes 500m CPU");
        assertThat(relaxations(explanation))
                .contains(
                        "+100m CPU on node 'node-a' in region 'a'",
                        "500m CPU instead of 600m CPU for each replica of 'one'");
    }

    @Test
    void offersTheExactLatencyBound() {
        Explanation explanation = explain(Fixtures.application()
                .add(Fixtures.pinned("far", 100, "c"))
                .add(new DataFlow("video", "cam", "far", 1_000_000, 7_000)));

        assertThat(requirements(explanation))
                .containsExactlyInAnyOrder("far: in region 'c'", "data flow 'video': at most 7 ms");
        assertThat(relaxations(explanation))
                .containsExactly(
                        "a latency bound of 10 ms instead of 7 ms for data flow 'video'", "drop 'far: in region 'c''");
        assertThat(explanation.rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.rule()).isEqualTo(RegionRule.LATENCY))
                .satisfies(rejection ->
                        assertThat(rejection.shortfall()).contains(new Shortfall("video", "", "us", 7_000, 10_000)));
    }

    @Test
    void offersTheExactBandwidthOfALinkAndOfAFlow() {
        Explanation explanation = explain(Fixtures.application()
                .add(Fixtures.pinned("near", 100, "b"))
                .add(DataFlow.builder("cam", "near").bandwidthBps(130_000_000).build()));

        assertThat(requirements(explanation))
                .containsExactlyInAnyOrder("near: in region 'b'", "data flow 'cam->near': 130 Mbit/s");
        assertThat(relaxations(explanation))
                .containsExactly(
                        "+30 Mbit/s on link 'ab'",
                        "100 Mbit/s instead of 130 Mbit/s for data flow 'cam->near'",
                        "drop 'near: in region 'b''");
    }

    @Test
    void offersTheExactBoundOfAChain() {
        Explanation explanation = explain(Fixtures.application()
                .add(Fixtures.pinned("first", 100, "b"))
                .add(Fixtures.pinned("last", 100, "c"))
                .add(Fixtures.flow("cam", "first", 1))
                .add(Fixtures.flow("first", "last", 1))
                .add(new LatencyChain(
                        "loop",
                        List.of(
                                new LatencyChain.Step("cam", 0),
                                new LatencyChain.Step("first", 1_000),
                                new LatencyChain.Step("last", 0)),
                        9_000)));

        assertThat(requirements(explanation)).contains("latency chain 'loop': at most 9 ms");
        assertThat(relaxations(explanation)).contains("a bound of 11 ms instead of 9 ms for latency chain 'loop'");
    }

    @Test
    void offersFewerReplicas() {
        Explanation explanation = explain(Fixtures.application()
                .add(Microservice.builder("many")
                        .requirements(Fixtures.free("x", 300).requirements())
                        .addDemand(RegionDemand.anywhere(5))
                        .addRegionConstraint(new RegionConstraint.AllowedRegions(Set.of("b")))
                        .build()));

        assertThat(requirements(explanation))
                .containsExactlyInAnyOrder("many: 5 replicas", "many: each replica takes 300m CPU");
        assertThat(relaxations(explanation))
                .contains(
                        "3 instead of 5 replicas of 'many' in a region",
                        "200m CPU instead of 300m CPU for each replica of 'many'",
                        "+500m CPU on node 'node-b' in region 'b'");
    }

    @Test
    void saysWhenNotEvenAnApplicationWithoutRequirementsCanRun() {
        Infrastructure down = Infrastructure.builder()
                .add(Region.builder("a").build())
                .add(ComputeNode.builder("off", "a").ready(false).build())
                .build();
        PlacementRequest request = PlacementRequest.of(
                down,
                Application.builder(ApplicationId.of("app"))
                        .add(Fixtures.free("one", 100))
                        .build());

        Explanation explanation = explain(request, LONG);

        assertThat(explanation.conflict().orElseThrow().requirements()).isEmpty();
        assertThat(explanation.rejections()).extracting(RegionRejection::rule).containsExactly(RegionRule.NOT_READY);
        assertThat(explanation.relaxations()).isEmpty();
    }

    @Test
    void saysWhatThereWasNoTimeFor() {
        PlacementRequest request = PlacementRequest.of(
                Fixtures.line(),
                Fixtures.application()
                        .add(Fixtures.free("big", 1200))
                        .add(Fixtures.free("small", 100))
                        .build());

        Explanation explanation = explain(request, Duration.ZERO);

        assertThat(explanation.conflict().orElseThrow().minimal()).isFalse();
        assertThat(explanation.relaxations()).isEmpty();
        assertThat(explanation.unfinished()).isNotEmpty();
    }

    @Test
    void stopsWhenItIsInterrupted() {
        PlacementRequest request = PlacementRequest.of(
                Fixtures.line(),
                Fixtures.application().add(Fixtures.free("big", 1200)).build());
        Thread.currentThread().interrupt();

        Explanation explanation = explain(request, LONG);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(explanation.unfinished()).isNotEmpty();
    }

    @Test
    void explainsWhatOnlyTheExactAlgorithmCanProve() {
        Explanation explanation = explain(Fixtures.application()
                .add(Fixtures.free("one", 600))
                .add(Fixtures.free("two", 600))
                .add(Fixtures.free("three", 600))
                .add(Fixtures.free("four", 600)));

        assertThat(requirements(explanation))
                .containsExactlyInAnyOrder(
                        "one: each replica takes 600m CPU",
                        "two: each replica takes 600m CPU",
                        "three: each replica takes 600m CPU",
                        "four: each replica takes 600m CPU");
        assertThat(explanation.conflict().orElseThrow().minimal()).isTrue();
        assertThat(relaxations(explanation))
                .anySatisfy(text -> assertThat(text).matches("[+]200m CPU on node 'node-.' in region '.'"))
                .anySatisfy(text -> assertThat(text).startsWith("400m CPU instead of 600m CPU for each replica of"));
    }

    @Test
    void offersWhatWouldBeEnoughEvenIfItIsNotProvedThatThereIsNothing() {
        PlacementEngine greedy = new PlacementEngine(List.of(engine.algorithm("greedy")));
        PlacementRequest request = PlacementRequest.of(
                Fixtures.line(),
                Fixtures.application()
                        .add(Fixtures.free("one", 600))
                        .add(Fixtures.free("two", 600))
                        .add(Fixtures.free("three", 600))
                        .add(Fixtures.free("four", 600))
                        .build());

        Explanation explanation = Explainer.of(greedy).explain(request, greedy.place(request, "greedy"), LONG);

        assertThat(explanation.conflict()).isEmpty();
        assertThat(explanation.relaxations())
                .isNotEmpty()
                .noneMatch(Relaxation::smallest)
                .allSatisfy(relaxation -> assertThat(
                                PlacementVerifier.verify(relaxation.appliedTo(request), relaxation.placement())
                                        .isValid())
                        .isTrue());
    }

    @Test
    void claimsNoConflictOfWhatIsOnlyUnknown() {
        FeasibilityOracle ignorant = (request, limit) -> new Verdict.Unknown();
        PlacementRequest request = PlacementRequest.of(
                Fixtures.line(),
                Fixtures.application()
                        .add(Fixtures.free("one", 600))
                        .add(Fixtures.free("two", 600))
                        .add(Fixtures.free("three", 600))
                        .add(Fixtures.free("four", 600))
                        .build());

        Explanation explanation = new Explainer(ignorant).explain(request, engine.place(request, "greedy"), LONG);

        assertThat(explanation.conflict()).isEqualTo(Optional.empty());
        assertThat(explanation.relaxations()).isEmpty();
        assertThat(explanation.unfinished()).isNotEmpty();
    }
}
