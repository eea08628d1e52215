package io.fogatlas.benchmarks.truths;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.fixtures.RealFiles;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Routes all demands of five SNDlib networks, scaled by a factor. The stated factors are the largest if flows may be split, so that whole
 * flows cannot be routed by larger ones.
 */
final class SndlibTest {
    /** So many bit/s for a unit of the file that rounding does not matter. */
    private static final double BITS = 1e9;

    @BeforeAll
    static void needsTheRealFiles() {
        RealFiles.needed();
    }

    @ParameterizedTest
    @CsvSource({
        "abilene, true, 0.016553, 0.99",
        "geant, true, 0.108735, 0.9",
        "germany50, false, 0.273038, 0.95",
        "france, false, 0.236483, 0.85",
        "nobel-eu, false, 0.065934, 0.99"
    })
    void noRoutingExceedsTheLargestFactor(String name, boolean capacityPerDirection, double largest, double share)
            throws IOException {
        assertThat(route(name, capacityPerDirection, 1.001 * largest).placement())
                .isEmpty();
        assertThat(route(name, capacityPerDirection, share * largest).placement())
                .isPresent();
    }

    private static Decision route(String name, boolean capacityPerDirection, double factor) throws IOException {
        JsonNode file = Facts.json("sndlib/" + name + ".json");
        Infrastructure.Builder network = Infrastructure.builder();
        Application.Builder application = Application.builder(ApplicationId.of(name))
                .add(Microservice.builder("nothing").build());
        for (JsonNode node : file.get("nodes")) {
            String id = node.get("id").asText();
            network.add(Region.builder(id).build()).add(ExternalEndpoint.of("at-" + id, id));
            application.addEndpoint("at-" + id);
        }
        for (JsonNode link : file.get("links")) {
            String a = link.get("source").asText();
            String b = link.get("target").asText();
            String id = link.get("id").asText();
            network.add(link(id, a, b, capacity(link), capacityPerDirection));
            if (capacityPerDirection) {
                network.add(link(id + "-back", b, a, capacity(link), true));
            }
        }
        for (JsonNode demand : file.get("demands")) {
            application.add(DataFlow.builder(
                            "at-" + demand.get("source").asText(),
                            "at-" + demand.get("target").asText())
                    .name(demand.get("id").asText())
                    .bandwidthBps(Math.round(demand.get("demand_value").asDouble() * factor * BITS))
                    .build());
        }
        return PlacementEngine.withInstalledAlgorithms()
                .place(PlacementRequest.of(network.build(), application.build()), "greedy");
    }

    private static Link link(String id, String from, String to, double capacity, boolean directed) {
        return Link.builder(id, from, to)
                .bandwidthBps(Math.round(capacity * BITS))
                .directed(directed)
                .build();
    }

    /** What is installed, and otherwise the smallest module. */
    private static double capacity(JsonNode link) {
        double installed = link.path("pre_installed_capacity").asDouble();
        return installed > 0
                ? installed
                : Facts.list(link.get("modules")).stream()
                        .mapToDouble(module -> module.get("module_capacity").asDouble())
                        .min()
                        .orElseThrow();
    }
}
