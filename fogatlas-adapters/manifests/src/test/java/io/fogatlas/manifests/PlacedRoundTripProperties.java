package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.arbitraries.Scenario;
import io.fogatlas.model.arbitraries.Scenarios;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was decided is read back from what is written about it. */
final class PlacedRoundTripProperties {
    private static final PlacementEngine ENGINE = PlacementEngine.withInstalledAlgorithms();

    /**
     * An application that was read and placed.
     *
     * @param infrastructure the text of the infrastructure
     * @param manifests what was read
     * @param decided what was decided
     */
    private record Placed(String infrastructure, Manifests manifests, Decided decided) {
        private static Placed of(Scenario scenario) {
            Assume.that(scenario.application().chains().stream().noneMatch(FogAtlasWriterProperties::changesItsMind));
            String infrastructure =
                    new FogAtlasWriter().add(scenario.infrastructure()).write(Format.YAML);
            String application =
                    new FogAtlasWriter().add(scenario.application()).write(Format.YAML);
            Manifests manifests = Texts.read(infrastructure, application);
            PlacementRequest request =
                    Decisions.request(manifests, manifests.applications().get(0));
            Decision decision = ENGINE.place(request, "greedy");
            Assume.that(decision.isPlaced());
            return new Placed(infrastructure, manifests, new Decided(request, decision));
        }

        private Application application() {
            return decided.request().application();
        }

        private Placement placement() {
            return decided.decision().placement().orElseThrow();
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void aDecisionIsReadBackAsItWas(@ForAll("scenarios") Scenario scenario, @ForAll Format format) {
        Placed placed = Placed.of(scenario);

        RecordedDecision read = DecisionJson.read(
                        Texts.source("decision", DecisionJson.write(List.of(placed.decided()), format)),
                        List.of(placed.application()))
                .get(0);

        assertThat(read.placement()).contains(placed.placement());
        assertThat(read.outcome()).isEqualTo(placed.decided().decision().outcome());
        assertThat(read.bandwidthBpsByLink()).isEqualTo(held(placed).bandwidthBpsByLink());
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void routesFindTheirFlowsWithoutTheirNames(@ForAll("scenarios") Scenario scenario) {
        Placed placed = Placed.of(scenario);
        String nameless = DecisionJson.write(List.of(placed.decided()), Format.JSON)
                .lines()
                .filter(line -> !line.strip().startsWith("\"flow\":"))
                .collect(Collectors.joining("\n"));

        Placement read = DecisionJson.read(Texts.source("decision", nameless), List.of(placed.application()))
                .get(0)
                .placement()
                .orElseThrow();

        assertThat(ways(placed.application(), read))
                .containsExactlyInAnyOrderElementsOf(ways(placed.application(), placed.placement()));
        assertThat(PlacementVerifier.verify(placed.decided().request(), read).isValid())
                .isTrue();
    }

    /** The routes without the names of their flows, of which equal ones may have changed places. */
    private static List<List<Object>> ways(Application application, Placement placement) {
        List<List<Object>> ways = new ArrayList<>();
        for (Route route : placement.routes()) {
            DataFlow flow = application.flow(route.flow()).orElseThrow();
            ways.add(List.of(
                    flow.source(), flow.destination(), route.sourceRegion(), route.destinationRegion(), route.links()));
        }
        return ways;
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void aFadeplWithItsStatusIsReadBackAsItWasPlaced(@ForAll("scenarios") Scenario scenario, @ForAll Format format) {
        Placed placed = Placed.of(scenario);
        String written = FadeplWriter.write(placed.manifests().applications(), List.of(placed.decided()), format);

        Manifests read = Texts.read(placed.infrastructure(), written);

        ApplicationManifest manifest = read.applications().get(0);
        assertThat(manifest.application()).isEqualTo(placed.application());
        assertThat(replicas(manifest.current().orElseThrow())).isEqualTo(replicas(placed.placement()));
        Map<String, Long> booked = new TreeMap<>(held(placed).bandwidthBpsByLink());
        booked.values().removeIf(bps -> bps == 0);
        assertThat(read.occupancy().bandwidthBpsByLink()).isEqualTo(booked);
        assertThat(CrdSchema.of("fadepls").violations(SameMeaning.json(written)))
                .isEmpty();
    }

    private static Holding held(Placed placed) {
        return Holding.of(placed.decided().request().infrastructure(), placed.application(), placed.placement());
    }

    private static Map<String, Map<String, Integer>> replicas(Placement placement) {
        Map<String, Map<String, Integer>> replicas = new TreeMap<>();
        placement
                .assignments()
                .forEach((microservice, assignments) -> assignments.forEach(
                        assignment -> replicas.computeIfAbsent(microservice, name -> new TreeMap<>())
                                .put(assignment.region(), assignment.replicas())));
        return replicas;
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return Scenarios.ANY.arbitrary();
    }
}
