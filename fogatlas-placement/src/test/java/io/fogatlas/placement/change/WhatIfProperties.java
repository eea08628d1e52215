package io.fogatlas.placement.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.greedy.GreedyAlgorithm;
import io.fogatlas.placement.testkit.BruteForce;
import io.fogatlas.placement.testkit.RequestArbitraries;
import io.fogatlas.placement.testkit.Truth;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.PlanVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

final class WhatIfProperties {
    private static final Objective OBJECTIVE = Objective.parse("network=1,latency=0.001,migration=1000");

    private final PlacementEngine engine = new PlacementEngine(List.of());

    @Provide
    Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small();
    }

    /** Up to three applications of one kind, as many as fit. */
    private List<Running> running(PlacementRequest request) {
        List<Running> running = new ArrayList<>();
        Occupancy taken = request.occupancy();
        for (String name : List.of("first", "second", "third")) {
            Application asked = request.application();
            Application application = new Application(
                    new ApplicationId(asked.id().namespace(), name),
                    asked.endpoints(),
                    asked.microservices(),
                    asked.flows(),
                    asked.chains());
            Decision decision = engine.place(
                    PlacementRequest.builder(request.infrastructure(), application)
                            .occupancy(taken)
                            .build(),
                    new GreedyAlgorithm());
            if (decision.placement().isPresent()) {
                Placement placement = decision.placement().get();
                running.add(new Running(application, placement));
                taken = taken.with(application.id(), Holding.of(request.infrastructure(), application, placement));
            }
        }
        return running;
    }

    private Optional<WhatIf> whatIf(PlacementRequest request, List<Running> running) {
        return running.isEmpty()
                ? Optional.empty()
                : Optional.of(new WhatIf(
                        engine,
                        new GreedyAlgorithm(),
                        request.infrastructure(),
                        request.occupancy(),
                        running,
                        OBJECTIVE,
                        SearchLimits.DEFAULT));
    }

    private static Event event(Infrastructure infrastructure, int kind, int number) {
        if (kind == 0 && !infrastructure.links().isEmpty()) {
            return new Event.LinkDown(infrastructure
                    .links()
                    .get(number % infrastructure.links().size())
                    .id());
        }
        if (kind == 1 && infrastructure.hasNodes()) {
            return new Event.NodeDown(infrastructure
                    .nodes()
                    .get(number % infrastructure.nodes().size())
                    .name());
        }
        if (kind == 2) {
            return new Event.FlowsScaled(1 + number / 4.0);
        }
        return new Event.RegionDown(infrastructure
                .regions()
                .get(number % infrastructure.regions().size())
                .id());
    }

    @Property
    void whatBreaksIsPlacedByTheRulesAndNothingElseIsTouched(
            @ForAll("requests") PlacementRequest request,
            @ForAll @IntRange(max = 3) int kind,
            @ForAll @IntRange(max = 9) int number) {
        List<Running> running = running(request);
        Optional<WhatIf> whatIf = whatIf(request, running);
        if (whatIf.isEmpty()) {
            return;
        }
        Event event = event(request.infrastructure(), kind, number);

        Consequences consequences = whatIf.get().of(Scenario.of(event));

        assertThat(Stream.concat(
                        consequences.untouched().stream(),
                        consequences.broken().stream().map(Consequence::application)))
                .containsExactlyInAnyOrderElementsOf(
                        running.stream().map(each -> each.application().id()).toList());
        for (Consequence consequence : consequences.broken()) {
            assertRight(consequence);
        }
        for (Running each : running) {
            boolean touched =
                    !consequences.untouched().contains(each.application().id());
            if (!(event instanceof Event.FlowsScaled)) {
                assertThat(touched).isEqualTo(uses(each, event, request.infrastructure()));
            }
            if (!touched && !(event instanceof Event.FlowsScaled)) {
                assertUntouched(each, consequences, request.infrastructure());
            }
        }
        Statistics.label("broken").collect(consequences.broken().size());
        Statistics.label("all survive").collect(consequences.allSurvive());
    }

    private static void assertRight(Consequence consequence) {
        PlacementRequest request = consequence.request();
        Decision decision = consequence.decision();
        decision.placement().ifPresent(placement -> {
            assertThat(PlacementVerifier.verify(request, placement).violations())
                    .isEmpty();
            assertThat(PlanVerifier.verify(
                            request,
                            request.current().orElseThrow(),
                            decision.plan().orElseThrow(),
                            placement))
                    .isEmpty();
        });
        if (decision.outcome() == Outcome.INFEASIBLE) {
            assertThat(decision.reasons()).isNotEmpty();
            if (request.infrastructure().hasNodes()) {
                assertThat(BruteForce.solve(request)).isNotInstanceOf(Truth.Optimum.class);
            }
        }
    }

    private static void assertUntouched(Running each, Consequences consequences, Infrastructure infrastructure) {
        assertThat(consequences.after().byApplication())
                .containsEntry(
                        each.application().id(), Holding.of(infrastructure, each.application(), each.placement()));
    }

    /** Whether an application uses what is lost. */
    private static boolean uses(Running each, Event event, Infrastructure infrastructure) {
        Placement placement = each.placement();
        Stream<Assignment> assignments =
                placement.assignments().values().stream().flatMap(List::stream);
        if (event instanceof Event.NodeDown down) {
            return assignments.anyMatch(one -> one.replicasByNode().containsKey(down.node()));
        }
        if (event instanceof Event.LinkDown down) {
            return placement.routes().stream().anyMatch(route -> route.links().contains(down.link()));
        }
        String region = ((Event.RegionDown) event).region();
        return assignments.anyMatch(one -> one.region().equals(region))
                || placement.routes().stream().anyMatch(route -> passes(route, region, infrastructure));
    }

    private static boolean passes(Route route, String region, Infrastructure infrastructure) {
        return route.sourceRegion().equals(region)
                || route.destinationRegion().equals(region)
                || route.links().stream()
                        .map(id -> infrastructure.link(id).orElseThrow())
                        .anyMatch(link ->
                                link.regionA().equals(region) || link.regionB().equals(region));
    }
}
