package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fogatlas.manifests.tree.JsonText;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.reasons.Alternative;
import io.fogatlas.placement.reasons.AmountChange;
import io.fogatlas.placement.reasons.Conflict;
import io.fogatlas.placement.reasons.Contribution;
import io.fogatlas.placement.reasons.Explanation;
import io.fogatlas.placement.reasons.FlowRequirement;
import io.fogatlas.placement.reasons.MicroserviceRequirement;
import io.fogatlas.placement.reasons.Relaxation;
import io.fogatlas.placement.reasons.Requirement;
import io.fogatlas.placement.reasons.ScoreExplanation;
import io.fogatlas.placement.verification.RegionRejection;
import io.fogatlas.placement.verification.RegionRule;
import io.fogatlas.placement.verification.Shortfall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DecisionJsonTest {
    private static final Manifests EXAMPLE =
            Texts.examples("region.yaml", "link.yaml", "externalendpoint.yaml", "fadepl-dag.yaml");
    private static final ApplicationManifest DAG = EXAMPLE.applications().get(0);

    private static Decided placed() {
        return Decisions.placed(EXAMPLE, DAG, Decisions.DAG);
    }

    private static List<RecordedDecision> read(String text, Application... applications) {
        return DecisionJson.read(Texts.source("decision.json", text), List.of(applications));
    }

    @Test
    void writesTheFormThatIsPromised() {
        assertThat(DecisionJson.write(List.of(placed()), Format.JSON))
                .startsWith("""
                        {
                          "decisions": [
                            {
                              "application": {
                                "namespace": "default",
                                "name": "simple-app"
                              },
                              "algorithm": "greedy",
                              "outcome": "feasible",
                              "objective": 0.42,
                              "bound": 0.3,
                              "terms": {
                                "network": 0.3,
                                "latency": 120
                              },
                              "weights": {
                                "network": 1,
                                "latency": 0.001
                              },
                              "placements": [
                                {
                                  "microservice": "processor",
                                  "regions": [
                                    {
                                      "region": "002-002",
                                      "replicas": 1,
                                      "cpuMillis": 100,
                                      "mips": 3000,
                                      "memoryBytes": 419430400
                                    }
                                  ]
                                },
                        """)
                .contains("""
                                {
                                  "flow": "driver1->processor",
                                  "source": "driver1",
                                  "sourceRegion": "003-003",
                                  "destination": "processor",
                                  "destinationRegion": "002-002",
                                  "bandwidthBps": 100000,
                                  "latencyMs": 10,
                                  "latencyBoundMs": 500,
                                  "links": [
                                    "link3"
                                  ]
                                },
                        """)
                .endsWith("""
                              "linksOccupancy": [
                                {
                                  "link": "link2",
                                  "bandwidthBps": 100000,
                                  "capacityBps": 10000000
                                },
                                {
                                  "link": "link3",
                                  "bandwidthBps": 200000,
                                  "capacityBps": 100000000
                                }
                              ],
                              "reasons": [],
                              "statistics": {
                                "wallMillis": 3
                              }
                            }
                          ]
                        }
                        """);
    }

    @Test
    void writesReasonsAsTypedObjectsThatReadersWhoDoNotKnowThemPassOver() {
        Decided refused = Decisions.notPlaced(EXAMPLE, DAG, new Reason("driver1", "no room in 003-003"));
        Requirement memory = new MicroserviceRequirement.Amount("driver1", "memory", 2048, false);
        Explanation explanation = new Explanation(
                List.of(new RegionRejection(
                        "driver1",
                        1,
                        "003-003",
                        RegionRule.RESOURCE,
                        "memory",
                        Optional.of(new Shortfall("memory", "povo-1", "bytes", 2048, 1024)),
                        0.5,
                        "too little")),
                Optional.of(
                        new Conflict(List.of(memory, new FlowRequirement.Latency("video", 15_000)), true, List.of())),
                List.of(new Relaxation(
                        List.of(new AmountChange.OnNode("povo-1", "003-003", "memory", 1024, 1024, 0)),
                        true,
                        Decisions.DAG)),
                Optional.empty(),
                List.of("some"));

        String json = DecisionJson.write(
                List.of(new Decided(refused.request(), refused.decision(), explanation)), Format.JSON);

        assertThat(SameMeaning.json(json)).isEqualTo(SameMeaning.json("""
                {"decisions": [{
                  "application": {"namespace": "default", "name": "simple-app"},
                  "algorithm": "greedy",
                  "outcome": "infeasible",
                  "placements": [],
                  "routes": [],
                  "linksOccupancy": [],
                  "reasons": [
                    {"kind": "statement", "microservice": "driver1", "text": "no room in 003-003"},
                    {"kind": "region", "microservice": "driver1", "replicas": 1, "region": "003-003", "rule": "resource",
                     "of": "memory", "node": "povo-1", "unit": "bytes", "asked": 2048, "available": 1024, "missing": 1024,
                     "text": "too little"},
                    {"kind": "conflict", "minimal": true,
                     "requirements": [
                       {"requirement": "memory", "microservice": "driver1", "text": "driver1: each replica takes 2Ki memory"},
                       {"requirement": "latency", "flow": "video", "text": "data flow 'video': at most 15 ms"}],
                     "text": "driver1: each replica takes 2Ki memory; data flow 'video': at most 15 ms"},
                    {"kind": "relaxation", "size": 0.5, "smallest": true,
                     "changes": [{"change": "node-memory", "unit": "bytes", "before": 1024, "after": 2048, "by": 1024,
                                  "text": "+1Ki memory on node 'povo-1' in region '003-003'"}],
                     "text": "+1Ki memory on node 'povo-1' in region '003-003'"},
                    {"kind": "unfinished", "text": "some"}],
                  "statistics": {"wallMillis": 7}}]}
                """));
        assertThat(read(json, DAG.application()))
                .singleElement()
                .satisfies(decision -> assertThat(decision.outcome()).isEqualTo(Outcome.INFEASIBLE));
    }

    @Test
    void writesWhatAScoreIsMadeOf() {
        Decided placed = placed();
        ScoreExplanation score = new ScoreExplanation(
                List.of(new Contribution(Term.NETWORK, Contribution.Part.FLOW, "video", 5, 2.5)),
                List.of(new Alternative(
                        "driver1",
                        "003-003",
                        "001-001",
                        OptionalDouble.of(0.25),
                        Optional.of(Decisions.DAG),
                        "it would cost more")));
        Explanation explanation =
                new Explanation(List.of(), Optional.empty(), List.of(), Optional.of(score), List.of());

        assertThat(ReasonTrees.of(List.of(), explanation))
                .extracting(tree -> JsonText.of(tree).replaceAll("\\s+", " ").strip())
                .containsExactly(
                        "{ \"kind\": \"contribution\", \"term\": \"network\", \"of\": \"flow\", \"name\": \"video\","
                                + " \"amount\": 5, \"value\": 2.5, \"text\": \"network of flow video\" }",
                        "{ \"kind\": \"alternative\", \"microservice\": \"driver1\", \"from\": \"003-003\","
                                + " \"region\": \"001-001\", \"price\": 0.25, \"text\": \"it would cost more\" }");
        assertThat(placed.explanation()).isEqualTo(Explanation.NONE);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Decided decided = Decisions.notPlaced(
                EXAMPLE, DAG, new Reason("driver1", "no room in 003-003"), new Reason("", "too slow"));

        assertThat(SameMeaning.json(DecisionJson.write(List.of(decided), Format.JSON)))
                .isEqualTo(SameMeaning.json("""
                        {"decisions": [{
                          "application": {"namespace": "default", "name": "simple-app"},
                          "algorithm": "greedy",
                          "outcome": "infeasible",
                          "placements": [],
                          "routes": [],
                          "linksOccupancy": [],
                          "reasons": [
                            {"kind": "statement", "microservice": "driver1", "text": "no room in 003-003"},
                            {"kind": "statement", "text": "too slow"}
                          ],
                          "statistics": {"wallMillis": 7}}]}
                        """));
    }

    @Test
    void writesNodesAndFlowsWithoutBound() {
        Manifests manifests = Texts.read(
                Texts.REGIONS,
                Texts.ENDPOINT,
                Texts.node("n1", ""),
                Texts.fadepl(
                        "  dataflows: [{sourceid: cam1, destinationid: driver, bandwidthrequired: 1, latency: 0}]\n"));
        Placement placement = new Placement(
                Map.of("driver", List.of(new Assignment("003-003", 1, Map.of("n1", 1)))),
                List.of(new Route("cam1->driver", "003-003", "003-003", List.of())));

        String json = DecisionJson.write(
                List.of(Decisions.placed(manifests, manifests.applications().get(0), placement)), Format.JSON);

        assertThat(SameMeaning.json(json).at("/decisions/0/placements/0/regions/0/nodes"))
                .isEqualTo(SameMeaning.json("{\"n1\": 1}"));
        assertThat(SameMeaning.keys(json, "/decisions/0/routes/0"))
                .containsExactly(
                        "flow",
                        "source",
                        "sourceRegion",
                        "destination",
                        "destinationRegion",
                        "bandwidthBps",
                        "latencyMs",
                        "links");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void readsWhatItWrites(Format format) {
        String text = DecisionJson.write(List.of(placed()), format);

        RecordedDecision decision = read(text, DAG.application()).get(0);

        assertThat(decision.application()).isEqualTo(ApplicationId.of("simple-app"));
        assertThat(decision.algorithm()).isEqualTo("greedy");
        assertThat(decision.outcome()).isEqualTo(Outcome.FEASIBLE);
        assertThat(decision.placement()).contains(Decisions.DAG);
        assertThat(decision.objective()).hasValue(0.42);
        assertThat(decision.bound()).hasValue(0.3);
        assertThat(decision.bandwidthBpsByLink()).isEqualTo(Map.of("link2", 100_000L, "link3", 200_000L));
        assertThat(decision.file()).isEqualTo("decision.json");
        assertThat(decision.line()).isEqualTo(format == Format.JSON ? 3 : 2);
    }

    @Test
    void readsADecisionWithoutPlacement() {
        RecordedDecision decision = read(
                        "{\"decisions\": [{\"application\": {\"name\": \"simple-app\"}, \"outcome\": \"unknown\"}]}",
                        DAG.application())
                .get(0);

        assertThat(decision.placement()).isEmpty();
        assertThat(decision.objective()).isEmpty();
        assertThat(decision.bound()).isEmpty();
        assertThat(decision.algorithm()).isEmpty();
    }

    private static final Application PARALLEL = Texts.read(Texts.REGIONS, Texts.ENDPOINT, Texts.fadepl("""
                              dataflows:
                              - {name: a, sourceid: cam1, destinationid: driver, bandwidthrequired: 5}
                              - {name: b, sourceid: cam1, destinationid: driver, bandwidthrequired: 7}
                              - {name: c, sourceid: cam1, destinationid: driver, bandwidthrequired: 7}
                            """))
            .applications()
            .get(0)
            .application();

    private static List<String> flows(String routes) {
        String text =
                "decisions: [{application: {name: app}, outcome: feasible, placements: [], routes: [" + routes + "]}]";
        return read(text, PARALLEL).get(0).placement().orElseThrow().routes().stream()
                .sorted(java.util.Comparator.comparing(route -> route.links().get(0)))
                .map(Route::flow)
                .toList();
    }

    private static String route(String link, String more) {
        return "{source: cam1, sourceRegion: r, destination: driver, destinationRegion: s, links: [%s]%s}"
                .formatted(link, more);
    }

    @Test
    void findsTheFlowOfARouteWithoutName() {
        assertThat(flows(route("l1", "") + "," + route("l2", "") + "," + route("l3", "")))
                .containsExactly("a", "b", "c");
        assertThat(flows(route("l1", ", bandwidthBps: 7") + "," + route("l2", ", bandwidthBps: 7") + ","
                        + route("l3", ", bandwidthBps: 5")))
                .containsExactly("b", "c", "a");
        assertThat(flows(route("l1", ", bandwidthBps: 7") + "," + route("l2", ", flow: b") + "," + route("l3", "")))
                .containsExactly("c", "b", "a");
        assertThat(flows(route("l1", "") + "," + route("l2", "").replace("sourceRegion: r", "sourceRegion: t")))
                .containsExactly("a", "a");
    }

    @Test
    void keepsRoutesOfFlowsThatDoNotExistForTheVerifier() {
        assertThat(flows(route("l1", ", flow: z"))).containsExactly("z");
        assertThat(flows(route("l1", "").replace("source: cam1", "source: nobody")))
                .containsExactly("nobody->driver");
        assertThat(flows("{flow: a, sourceRegion: r, destinationRegion: s, links: [l]}"))
                .containsExactly("a");
    }

    private static String problem(String decision) {
        ManifestException refused = catchThrowableOfType(
                ManifestException.class, () -> read("decisions:\n- " + decision.replace("\n", "\n  "), PARALLEL));
        return refused.getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outcome: unknown|2: application.name is missing; it must be given",
                "application: {name: other}|2: Decision 'default/other': decisions[0].application is 'default/other', but there is no such FADepl in the other files",
                "application: {name: app}|2: Decision 'default/app': decisions[0].outcome is missing; it must be given",
                "application: {name: app}, outcome: great|2: Decision 'default/app': decisions[0].outcome is 'great'; it must be one of [optimal, feasible, infeasible, unknown]",
                "application: {name: app}, outcome: optimal|2: Decision 'default/app': decisions[0].placements is missing, although the outcome says that there is a placement",
                "application: {name: app}, outcome: unknown, objective: few|2: Decision 'default/app': decisions[0].objective must be a number, but is the text 'few'",
                "application: {name: app}, outcome: unknown, bound: 1e999|2: Decision 'default/app': decisions[0].bound must be a number, but is the number 1e999",
                "application: {name: app}, outcome: unknown, linksOccupancy: [{link: a, bandwidthBps: -1}]|2: Decision 'default/app': decisions[0].linksOccupancy[0].bandwidthBps must be a whole number from 0 to 9007199254740992, but is the number -1",
                "application: {name: app}, outcome: feasible, placements: [{microservice: m, regions: [{replicas: 1}]}]|2: Decision 'default/app': decisions[0].placements[0].regions[0].region is missing; it must be given",
                "application: {name: app}, outcome: feasible, placements: [{microservice: m, regions: [{region: r}]}]|2: Decision 'default/app': decisions[0].placements[0].regions[0].replicas is missing; it must be given",
                "application: {name: app}, outcome: feasible, placements: [{microservice: m, regions: [{region: r, replicas: 0}]}]|2: Decision 'default/app': decisions[0].placements[0].regions[0].replicas must be a whole number from 1 to 2147483647, but is the number 0",
                "application: {name: app}, outcome: feasible, placements: [{microservice: m, regions: [{region: r, replicas: 1, nodes: {n: 0}}]}]|2: Decision 'default/app': decisions[0].placements[0].regions[0].nodes.n must be a whole number from 1 to 2147483647, but is the number 0",
                "application: {name: app}, outcome: feasible, placements: [], routes: [{flow: a, source: driver, sourceRegion: r, destinationRegion: r, links: []}]|2: Decision 'default/app': decisions[0].routes[0].source is 'driver', but that of the data flow 'a' is 'cam1'",
                "application: {name: app}, outcome: feasible, placements: [], routes: [{flow: a, sourceRegion: r, destinationRegion: r}]|2: Decision 'default/app': decisions[0].routes[0].links is missing; give the ids of the links in order, or an empty list",
                "application: {name: app}, outcome: feasible, placements: [], routes: [{destination: driver, sourceRegion: r, destinationRegion: r, links: []}]|2: Decision 'default/app': decisions[0].routes[0].source is missing; it must be given"
            })
    void refusesWhatCannotBeADecision(String decision, String text) {
        assertThat(problem("{" + decision + "}"))
                .isEqualTo("decision.json:" + text.replace("2: application.name", "2: decisions[0].application.name"));
    }

    @Test
    void refusesFilesThatHoldNoDecisions() {
        for (String text : List.of(
                "[]", "{}", "x", "decisions: {}", "decisions: []", "", "decisions: [5]", "a: [", "{\"decisions\": [")) {
            ManifestException refused = catchThrowableOfType(ManifestException.class, () -> read(text, PARALLEL));
            assertThat(refused).as(text).isNotNull().hasMessageStartingWith("decision.json:");
        }
    }

    @Test
    void refusesTwoDecisionsAboutOneApplication() {
        String one = "- {application: {name: app}, outcome: unknown}\n";

        assertThat(catchThrowableOfType(ManifestException.class, () -> read("decisions:\n" + one + one, PARALLEL)))
                .hasMessage(
                        "decision.json:3: Decision 'default/app': decisions[1].application is 'default/app', which is decided"
                                + " twice; give one decision");
    }

    @Test
    void refusesToPairADecisionWithAnotherRequest() {
        Decided decided = placed();

        assertThat(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> new Decided(
                                io.fogatlas.placement.PlacementRequest.of(
                                        EXAMPLE.infrastructure(),
                                        Application.builder(ApplicationId.of("other"))
                                                .add(io.fogatlas.model.application.Microservice.builder("m")
                                                        .build())
                                                .build()),
                                decided.decision())))
                .hasMessage(
                        "The decision about 'default/simple-app' does not answer the request about 'default/other'.");
    }
}
