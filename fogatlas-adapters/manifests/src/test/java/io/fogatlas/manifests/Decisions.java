package io.fogatlas.manifests;

import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Decisions about applications that were read. */
final class Decisions {
    /** Where FogAtlas's DAG example is expected to run: the drivers at the edge or in Trento, the rest in Trento. */
    static final Placement DAG = new Placement(
            Map.of(
                    "driver1", in("003-003"),
                    "driver2", in("003-003"),
                    "driver3", in("002-002"),
                    "processor", in("002-002"),
                    "analytics", in("002-002")),
            List.of(
                    new Route("cam1->driver1", "003-003", "003-003", List.of()),
                    new Route("cam2->driver2", "003-003", "003-003", List.of()),
                    new Route("broker1->driver3", "002-002", "002-002", List.of()),
                    new Route("driver1->processor", "003-003", "002-002", List.of("link3")),
                    new Route("driver2->processor", "003-003", "002-002", List.of("link3")),
                    new Route("driver3->processor", "002-002", "002-002", List.of()),
                    new Route("processor->analytics", "002-002", "002-002", List.of()),
                    new Route("analytics->sens1", "002-002", "001-001", List.of("link2"))));

    private Decisions() {}

    static List<Assignment> in(String region) {
        return List.of(new Assignment(region, 1, Map.of()));
    }

    static PlacementRequest request(Manifests manifests, ApplicationManifest manifest) {
        return PlacementRequest.builder(manifests.infrastructure(), manifest.application())
                .occupancy(manifests.occupancy())
                .build();
    }

    /** A decision for a placement that keeps the rules. */
    static Decided placed(Manifests manifests, ApplicationManifest manifest, Placement placement) {
        PlacementRequest request = request(manifests, manifest);
        Score score = PlacementVerifier.verify(request, placement).score().orElseThrow();
        return new Decided(
                request,
                new Decision(
                        manifest.application().id(),
                        "greedy",
                        Outcome.FEASIBLE,
                        Optional.of(placement),
                        Optional.of(score),
                        OptionalDouble.of(0.1 + 0.2),
                        List.of(),
                        Duration.ofMillis(3)));
    }

    /** A decision for any placement, with a score that means nothing. */
    static Decided unverified(Manifests manifests, ApplicationManifest manifest, Placement placement) {
        return new Decided(
                request(manifests, manifest),
                new Decision(
                        manifest.application().id(),
                        "greedy",
                        Outcome.FEASIBLE,
                        Optional.of(placement),
                        Optional.of(new Score(0, Map.of())),
                        OptionalDouble.empty(),
                        List.of(),
                        Duration.ZERO));
    }

    static Decided notPlaced(Manifests manifests, ApplicationManifest manifest, Reason... reasons) {
        return new Decided(
                request(manifests, manifest),
                new Decision(
                        manifest.application().id(),
                        "greedy",
                        reasons.length == 0 ? Outcome.UNKNOWN : Outcome.INFEASIBLE,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        List.of(reasons),
                        Duration.ofMillis(7)));
    }

    /** All of an application in one region, as far as its demands are free. */
    static Placement allIn(ApplicationManifest manifest, String region) {
        Map<String, List<Assignment>> assignments = new HashMap<>();
        manifest.application()
                .microservices()
                .forEach(microservice -> assignments.put(microservice.name(), in(region)));
        List<Route> routes = manifest.application().flows().stream()
                .map(flow -> new Route(flow.name(), region, region, List.of()))
                .toList();
        return new Placement(assignments, routes);
    }
}
