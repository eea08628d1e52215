package io.fogatlas.benchmarks.truths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.fixtures.RealFiles;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.search.Distances;
import io.fogatlas.placement.verification.NodeViolation;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scores the two placements of 20 applications on 101 nodes that come with the simulator YAFS. */
final class YafsTest {
    private static final String ILP = "allocDefinitionILP";
    private static final String PARTITION = "allocDefinition";
    private static final String CLOUD = "100";
    private static final long HOP_MICROS = 1000;

    @BeforeAll
    static void needsTheRealFiles() {
        RealFiles.needed();
    }

    private static JsonNode file(String name) throws IOException {
        return Facts.json("yafs/" + name + ".json");
    }

    private static List<JsonNode> modules() throws IOException {
        return Facts.list(file("appDefinition")).stream()
                .flatMap(app -> Facts.list(app.get("module")).stream())
                .toList();
    }

    private static List<JsonNode> sources() throws IOException {
        return Facts.list(file("usersDefinition").get("sources"));
    }

    /** Where each module is; where it is twice on a node it counts once. */
    private static Map<String, Set<String>> allocation(String name) throws IOException {
        Map<String, Set<String>> nodes = new TreeMap<>();
        for (JsonNode entry : file(name).get("initialAllocation")) {
            nodes.computeIfAbsent(entry.get("module_name").asText(), module -> new TreeSet<>())
                    .add(entry.get("id_resource").asText());
        }
        return nodes;
    }

    /** Each node is a region, each link takes the same time, so that latency counts links. */
    private static Infrastructure.Builder network() throws IOException {
        Infrastructure.Builder network = Infrastructure.builder();
        for (JsonNode entity : file("networkDefinition").get("entity")) {
            network.add(Region.builder(entity.get("id").asText()).build());
        }
        for (JsonNode link : file("networkDefinition").get("link")) {
            String from = link.get("s").asText();
            String to = link.get("d").asText();
            network.add(Link.builder(from + "-" + to, from, to)
                    .bandwidthBps(link.get("BW").asLong())
                    .latencyMicros(HOP_MICROS)
                    .build());
        }
        return network;
    }

    private static Microservice.Builder module(String name, Set<String> nodes) {
        return Microservice.builder(name)
                .demands(nodes.stream().map(node -> RegionDemand.in(node, 1)).toList());
    }

    @Test
    void hasTheStatedSizes() throws IOException {
        Infrastructure network = network().build();
        List<JsonNode> apps = Facts.list(file("appDefinition"));
        Network compiled = Facts.network(network);
        Distances.Row fromCloud = new Distances(compiled).from(compiled.region(CLOUD));

        assertThat(network.regions()).hasSize(101);
        assertThat(network.links()).hasSize(197);
        assertThat(apps).hasSize(20);
        assertThat(modules()).hasSize(106);
        assertThat(apps.stream()
                        .flatMap(app -> Facts.list(app.get("message")).stream())
                        .filter(message -> !message.get("s").asText().equals("None")))
                .hasSize(86);
        assertThat(sources()).hasSize(70);
        assertThat(sources().stream().map(source -> source.get("id_resource")).distinct())
                .hasSize(29);
        assertThat(Facts.list(file("networkDefinition").get("entity")).stream()
                        .filter(entity -> !entity.get("id").asText().equals(CLOUD))
                        .mapToLong(entity -> entity.get("RAM").asLong())
                        .sum())
                .isEqualTo(1874);
        assertThat(IntStream.range(0, compiled.regions()).map(fromCloud::links).max())
                .hasValue(4);
    }

    @Test
    void bothPlaceEachModuleInTheCloudToo() throws IOException {
        for (Map.Entry<String, Integer> besides :
                Map.of(ILP, 374, PARTITION, 357).entrySet()) {
            Map<String, Set<String>> nodes = allocation(besides.getKey());

            assertThat(nodes).hasSize(106);
            assertThat(nodes.values()).allMatch(where -> where.contains(CLOUD));
            assertThat(nodes.values().stream()
                            .mapToInt(where -> where.size() - 1)
                            .sum())
                    .isEqualTo(besides.getValue());
        }
        assertThat(file(ILP).get("initialAllocation")).hasSize(488);
    }

    @Test
    void thePlacementByIntegerProgramOverloadsTenNodes() throws IOException {
        assertThat(overloaded(ILP))
                .containsExactlyInAnyOrder(
                        "7 17/16",
                        "52 16/13",
                        "61 13/12",
                        "62 19/16",
                        "65 21/19",
                        "71 24/22",
                        "81 28/23",
                        "83 21/20",
                        "97 19/15",
                        "98 32/21");
    }

    @Test
    void thePlacementByPartitionOverloadsOneNode() throws IOException {
        assertThat(overloaded(PARTITION)).containsExactly("65 20/19");
    }

    /** What the verifier finds wrong with a placement in which only memory counts. */
    private static List<String> overloaded(String name) throws IOException {
        Infrastructure.Builder network = network();
        for (JsonNode entity : file("networkDefinition").get("entity")) {
            network.add(ComputeNode.builder(
                            nodeOf(entity.get("id").asText()), entity.get("id").asText())
                    .allocatable(memory(entity.get("RAM").asLong(), 1000))
                    .build());
        }
        Map<String, Set<String>> nodes = allocation(name);
        Application.Builder application = Application.builder(ApplicationId.of("all"));
        Map<String, List<Assignment>> assignments = new TreeMap<>();
        for (JsonNode module : modules()) {
            String moduleName = module.get("name").asText();
            application.add(module(moduleName, nodes.get(moduleName))
                    .requirements(new Requirements(0, memory(module.get("RAM").asLong(), 1)))
                    .build());
            assignments.put(
                    moduleName,
                    nodes.get(moduleName).stream()
                            .map(node -> new Assignment(node, 1, Map.of(nodeOf(node), 1)))
                            .toList());
        }

        Verification verification = PlacementVerifier.verify(
                PlacementRequest.of(network.build(), application.build()), new Placement(assignments, List.of()));

        return verification.violations().stream()
                .map(NodeViolation.NodeOverloaded.class::cast)
                .map(violation ->
                        "%s %d/%d".formatted(violation.node().substring(1), violation.asked(), violation.available()))
                .toList();
    }

    private static String nodeOf(String region) {
        return "n" + region;
    }

    /** The cloud's memory is a row of nines, more than the model takes for anything. */
    private static Resources memory(long units, long podSlots) {
        return Resources.builder()
                .memoryBytes(Math.min(units, 1L << 50))
                .podSlots(podSlots)
                .build();
    }

    @Test
    void requestsReachThePlacementByIntegerProgramAfterThreeQuartersOfAHop() throws IOException {
        List<Integer> hops = hopsToTheFirstModule(ILP);

        assertThat(counted(hops)).isEqualTo(Map.of(0, 34L, 1, 19L, 2, 17L));
        assertThat(mean(hops)).isCloseTo(0.757, within(0.0005));
    }

    @Test
    void requestsReachThePlacementByPartitionAfterOneHopAndMore() throws IOException {
        List<Integer> hops = hopsToTheFirstModule(PARTITION);

        assertThat(counted(hops)).isEqualTo(Map.of(0, 27L, 1, 18L, 2, 16L, 3, 8L, 4, 1L));
        assertThat(mean(hops)).isCloseTo(1.114, within(0.0005));
    }

    private static Map<Integer, Long> counted(List<Integer> hops) {
        return hops.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static double mean(List<Integer> hops) {
        return hops.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }

    /** Places sources and first modules where they are said to be, and lets the exact algorithm choose the instance for each source. */
    private static List<Integer> hopsToTheFirstModule(String name) throws IOException {
        Map<String, Set<String>> nodes = allocation(name);
        Map<String, String> firstModules = new TreeMap<>();
        Application.Builder application = Application.builder(ApplicationId.of("first-modules"));
        for (JsonNode app : file("appDefinition")) {
            for (JsonNode message : app.get("message")) {
                if (message.get("s").asText().equals("None")) {
                    firstModules.put(
                            message.get("name").asText(), message.get("d").asText());
                    application.add(module(
                                    message.get("d").asText(),
                                    nodes.get(message.get("d").asText()))
                            .build());
                }
            }
        }
        Infrastructure.Builder network = network();
        List<JsonNode> sources = new ArrayList<>(sources());
        for (int number = 0; number < sources.size(); number++) {
            String source = "source-" + number;
            network.add(ExternalEndpoint.of(
                    source, sources.get(number).get("id_resource").asText()));
            application.addEndpoint(source);
            application.add(DataFlow.builder(
                            source,
                            firstModules.get(sources.get(number).get("message").asText()))
                    .name(source)
                    .build());
        }
        PlacementRequest request = PlacementRequest.builder(network.build(), application.build())
                .objective(new Objective(Map.of(Term.LATENCY, 1.0)))
                .build();

        Decision decision = PlacementEngine.withInstalledAlgorithms().place(request, "ilp");

        assertThat(decision.outcome()).isEqualTo(Outcome.OPTIMAL);
        return decision.placement().orElseThrow().routes().stream()
                .map(Route::links)
                .map(List::size)
                .toList();
    }
}
