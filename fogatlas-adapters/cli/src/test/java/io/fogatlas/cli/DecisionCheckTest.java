package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.manifests.RecordedDecision;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class DecisionCheckTest {
    private static final Infrastructure INFRASTRUCTURE = Infrastructure.builder()
            .add(Region.builder("cloud").build())
            .add(Region.builder("edge").build())
            .add(Link.builder("link", "cloud", "edge")
                    .bandwidthBps(2_000_000)
                    .latencyMicros(10_000)
                    .build())
            .build();
    private static final Placement ACROSS = new Placement(
            Map.of(
                    "front", List.of(new Assignment("edge", 1, Map.of())),
                    "back", List.of(new Assignment("cloud", 1, Map.of()))),
            List.of(new Route("flow", "edge", "cloud", List.of("link"))));

    private static PlacementRequest request(long bandwidthBps) {
        Application application = Application.builder(ApplicationId.of("shop"))
                .add(Microservice.builder("front")
                        .addDemand(RegionDemand.in("edge", 1))
                        .build())
                .add(Microservice.builder("back")
                        .addDemand(RegionDemand.in("cloud", 1))
                        .build())
                .add(DataFlow.builder("front", "back")
                        .name("flow")
                        .bandwidthBps(bandwidthBps)
                        .build())
                .build();
        return PlacementRequest.of(INFRASTRUCTURE, application);
    }

    private static RecordedDecision placed(OptionalDouble objective, OptionalDouble bound, Map<String, Long> links) {
        return placed(objective, bound, links, 1);
    }

    private static RecordedDecision placed(
            OptionalDouble objective, OptionalDouble bound, Map<String, Long> links, double network) {
        return new RecordedDecision(
                ApplicationId.of("shop"),
                "somebody",
                Outcome.FEASIBLE,
                Optional.of(ACROSS),
                objective,
                bound,
                Map.of(Term.NETWORK, network),
                Optional.empty(),
                links,
                "decision.json",
                1);
    }

    private static RecordedDecision notPlaced(Outcome outcome) {
        return new RecordedDecision(
                ApplicationId.of("shop"),
                "",
                outcome,
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                "decision.json",
                1);
    }

    @Test
    void confirmsWhatIsRight() {
        PlacementRequest request = request(1_000_000);

        DecisionCheck check = DecisionCheck.of(
                request, placed(OptionalDouble.of(1.01), OptionalDouble.of(1.01), Map.of("link", 1_000_000L)));

        assertThat(check)
                .isEqualTo(new DecisionCheck(
                        "valid, score 1.01",
                        List.of(),
                        Optional.of(Holding.of(INFRASTRUCTURE, request.application(), ACROSS))));
    }

    @Test
    void asksForNoMoreThanAPlacement() {
        assertThat(DecisionCheck.of(
                                request(1_000_000), placed(OptionalDouble.empty(), OptionalDouble.empty(), Map.of()))
                        .problems())
                .isEmpty();
    }

    @Test
    void listsTheRulesThatAreBroken() {
        DecisionCheck check =
                DecisionCheck.of(request(3_000_000), placed(OptionalDouble.of(3.01), OptionalDouble.empty(), Map.of()));

        assertThat(check.verdict()).isEqualTo("violated");
        assertThat(check.problems()).singleElement().asString().contains("link");
        assertThat(check.holding()).isEmpty();
    }

    @Test
    void listsTheClaimsThatAreWrong() {
        DecisionCheck check = DecisionCheck.of(
                request(1_000_000),
                placed(OptionalDouble.of(0.5), OptionalDouble.of(2), Map.of("link", 5L, "other", 7L), 3));

        assertThat(check.verdict()).isEqualTo("wrongly described");
        assertThat(check.problems())
                .containsExactly(
                        "term 'network': 3 is stated, but the placement has 1",
                        "objective: 0.5 is stated, but the placement scores 1.01",
                        "bound: it is stated that nothing scores less than 2, but the placement scores 1.01",
                        "link 'link': 5 bit/s are stated, but the routes take 1000000",
                        "link 'other': 7 bit/s are stated, but the routes take 0");
        assertThat(check.holding()).isPresent();
    }

    @Test
    void doesNotTakeANumberThatIsNoneForRight() {
        DecisionCheck check = DecisionCheck.of(
                request(1_000_000), placed(OptionalDouble.of(Double.NaN), OptionalDouble.empty(), Map.of()));

        assertThat(check.problems()).hasSize(1);
    }

    @Test
    void findsNothingToVerifyWithoutAPlacement() {
        assertThat(DecisionCheck.of(request(1), notPlaced(Outcome.UNKNOWN)))
                .isEqualTo(new DecisionCheck("no placement, so nothing to verify", List.of(), Optional.empty()));
        assertThat(DecisionCheck.of(request(1), notPlaced(Outcome.INFEASIBLE)))
                .isEqualTo(new DecisionCheck("infeasible, which is not proved here", List.of(), Optional.empty()));
    }

    @Test
    void confirmsThatThereIsNoPlacement() {
        assertThat(DecisionCheck.of(request(3_000_000), notPlaced(Outcome.INFEASIBLE))
                        .verdict())
                .isEqualTo("infeasible, which is confirmed");
    }
}
