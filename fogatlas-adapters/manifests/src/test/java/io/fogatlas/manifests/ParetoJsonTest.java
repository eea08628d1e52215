package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.pareto.OpenBox;
import io.fogatlas.placement.pareto.ParetoFront;
import io.fogatlas.placement.pareto.ParetoPoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ParetoJsonTest {
    private static final PlacementRequest REQUEST = PlacementRequest.of(
            Infrastructure.builder().add(Region.builder("cloud").build()).build(),
            Application.builder(ApplicationId.of("app"))
                    .add(Microservice.builder("one").build())
                    .build());

    private static ParetoPoint point(double network, boolean proved) {
        return new ParetoPoint(
                new Decision(
                        ApplicationId.of("app"),
                        "pareto",
                        Outcome.FEASIBLE,
                        Optional.of(new Placement(
                                Map.of("one", List.of(new Assignment("cloud", 1, Map.of()))), List.of())),
                        Optional.of(new Score(network, Map.of(Term.NETWORK, network, Term.REGIONS, 0.0))),
                        OptionalDouble.empty(),
                        List.of(),
                        Duration.ZERO),
                proved);
    }

    @Test
    void writesPointsWithTheirNumbersAndWhereMoreMayBe() {
        ParetoFront front = new ParetoFront(
                List.of(Term.NETWORK, Term.REGIONS),
                List.of(point(1.5, true), point(2, false)),
                List.of(new OpenBox(List.of(1.0, 0.0), List.of(2.5, Double.POSITIVE_INFINITY))),
                Optional.empty(),
                Duration.ofMillis(7));

        String json = ParetoJson.write(REQUEST, front, List.of(1)).replaceAll("\\s", "");

        assertThat(json)
                .startsWith(
                        "{\"application\":{\"namespace\":\"default\",\"name\":\"app\"},\"terms\":[\"network\",\"regions\"],"
                                + "\"complete\":false,\"points\":[{\"number\":2,\"proved\":false,"
                                + "\"amounts\":{\"network\":2,\"regions\":0},\"decision\":{")
                .contains("\"weights\":{\"network\":1,\"regions\":1}", "\"region\":\"cloud\"")
                .endsWith("\"open\":[{\"least\":{\"network\":1,\"regions\":0},\"most\":{\"network\":2.5}}],"
                        + "\"statistics\":{\"wallMillis\":7}}")
                .doesNotContain("\"number\":1,");
    }
}
