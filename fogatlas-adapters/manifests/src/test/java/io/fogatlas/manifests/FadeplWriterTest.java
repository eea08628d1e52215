package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FadeplWriterTest {
    private static final String DAG_STATUS = """
            status:
              placements:
              - microservice: processor
                regions:
                - regionselected: 002-002
                  replicas: 1
              - microservice: driver1
                regions:
                - regionrequired: 003-003
                  regionselected: 003-003
                  replicas: 1
              - microservice: driver2
                regions:
                - regionrequired: 003-003
                  regionselected: 003-003
                  replicas: 1
              - microservice: driver3
                regions:
                - regionselected: 002-002
                  replicas: 1
              - microservice: analytics
                regions:
                - regionselected: 002-002
                  replicas: 1
              linksoccupancy:
              - linkid: link2
                bwallocated: 100k
                prevbwallocated: "0"
                ischanged: true
              - linkid: link3
                bwallocated: 200k
                prevbwallocated: "0"
                ischanged: true
              currentstatus: 1
            """;

    private static Manifests dag() {
        return Texts.examples("region.yaml", "link.yaml", "externalendpoint.yaml", "fadepl-dag.yaml");
    }

    private static String write(Manifests manifests, Decided decided) {
        return FadeplWriter.write(manifests.applications(), List.of(decided), Format.YAML);
    }

    @Test
    void addsTheStatusToFogAtlassOwnExample() throws IOException {
        Manifests manifests = dag();
        String original;
        try (var stream = Texts.resource("/fogatlas/fadepl-dag.yaml")) {
            original = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }

        String written = write(
                manifests, Decisions.placed(manifests, manifests.applications().get(0), Decisions.DAG));

        assertThat(written).endsWith(DAG_STATUS);
        assertThat(SameMeaning.json(written.substring(0, written.length() - DAG_STATUS.length())))
                .isEqualTo(SameMeaning.json(original));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void writesWhatTheCrdAccepts(Format format) {
        Manifests manifests = dag();

        String written = FadeplWriter.write(
                manifests.applications(),
                List.of(Decisions.placed(manifests, manifests.applications().get(0), Decisions.DAG)),
                format);

        assertThat(CrdSchema.of("fadepls").violations(SameMeaning.json(written)))
                .isEmpty();
    }

    @Test
    void readsBackWhatItWrote() {
        Manifests manifests = dag();
        String written = write(
                manifests, Decisions.placed(manifests, manifests.applications().get(0), Decisions.DAG));

        Manifests again = new ManifestReader()
                .read(List.of(
                        Texts.example("region.yaml"),
                        Texts.example("link.yaml"),
                        Texts.example("externalendpoint.yaml"),
                        Texts.source("app", written)));

        ApplicationManifest manifest = again.applications().get(0);
        assertThat(manifest.application())
                .isEqualTo(manifests.applications().get(0).application());
        assertThat(manifest.current()).contains(new Placement(Decisions.DAG.assignments(), List.of()));
        assertThat(again.occupancy()
                        .byApplication()
                        .get(manifest.application().id())
                        .bandwidthBpsByLink())
                .isEqualTo(Map.of("link2", 100_000L, "link3", 200_000L));
        assertThat(again.occupancy().others().bandwidthBpsByLink()).isEmpty();
        assertThat(again.warnings()).isEmpty();
    }

    @Test
    void keepsEverythingElseAsItWasWritten() {
        String more = """
                  unknown: {zero: 010, text: "010", float: 1e3, quantity: 0.50, quoted: "1e3", big: 12345678901234567890,
                    yes: yes, "no": "no", none: null, empty: "", list: [], object: {}, hex: 0xFF, date: 2026-11-21,
                    lines: "a\\nb\\n", unicode: "ü\\u2028\\U0001F600", colon: "a: b", hash: "a #b", dash: "- a", tilde: "~"}
                status: {unknown: [1, {a: b}], currentstatus: 2, reason: kept}
                """;
        Manifests manifests = Texts.read(Texts.REGIONS, Texts.ENDPOINT, Texts.fadepl(more));
        ApplicationManifest manifest = manifests.applications().get(0);

        String yaml = write(manifests, Decisions.placed(manifests, manifest, Decisions.allIn(manifest, "003-003")));
        String json = FadeplWriter.write(
                manifests.applications(),
                List.of(Decisions.placed(manifests, manifest, Decisions.allIn(manifest, "003-003"))),
                Format.JSON);

        assertThat(yaml)
                .contains(
                        "    zero: 010\n",
                        "    text: \"010\"\n",
                        "    float: 1e3\n",
                        "    quantity: 0.50\n",
                        "    hex: 0xFF\n")
                .contains("    big: 12345678901234567890\n", "    \"yes\": true\n", "    date: \"2026-11-21\"\n")
                .contains("  reason: kept\n", "    lines: |\n      a\n      b\n");
        assertThat(SameMeaning.json(yaml)).isEqualTo(SameMeaning.json(json));
        assertThat(SameMeaning.json(json).at("/spec/unknown"))
                .isEqualTo(SameMeaning.json(
                        "{\"zero\": 8, \"text\": \"010\", \"float\": 1e3, \"quantity\": 0.50, \"quoted\": \"1e3\","
                                + " \"big\": 12345678901234567890, \"yes\": true, \"no\": \"no\", \"none\": null, \"empty\": \"\", \"list\": [],"
                                + " \"object\": {}, \"hex\": 255, \"date\": \"2026-11-21\", \"lines\": \"a\\nb\\n\","
                                + " \"unicode\": \"ü\\u2028\\uD83D\\uDE00\", \"colon\": \"a: b\", \"hash\": \"a #b\", \"dash\": \"- a\","
                                + " \"tilde\": \"~\"}"));
        assertThat(SameMeaning.keys(json, "/status"))
                .containsExactly("unknown", "currentstatus", "reason", "placements");
    }

    @Test
    void writesReplicasImagesAndTheSpeedOfMips() {
        String text = Texts.fadepl("").replace("    deployment:", """
                            mipsrequired: 2000
                            regions:
                            - {replicas: 2}
                            - {regionrequired: 001-001, image: "a:1"}
                            deployment:""".indent(4).stripTrailing());
        Manifests manifests = Texts.read(Texts.REGIONS, Texts.ENDPOINT, text);
        Placement placement = new Placement(
                Map.of(
                        "driver",
                        List.of(new Assignment("001-001", 1, Map.of()), new Assignment("003-003", 2, Map.of()))),
                List.of());

        assertThat(write(
                        manifests,
                        Decisions.placed(manifests, manifests.applications().get(0), placement)))
                .endsWith("""
                        status:
                          placements:
                          - microservice: driver
                            regions:
                            - regionselected: 003-003
                              replicas: 2
                              cpu2mipsmilli: 5
                            - regionrequired: 001-001
                              regionselected: 001-001
                              replicas: 1
                              image: a:1
                              cpu2mipsmilli: 50
                          currentstatus: 1
                        """);
    }

    @Test
    void writesSeveralObjectsInOrder() {
        Manifests manifests = Texts.read(
                Texts.REGIONS,
                Texts.ENDPOINT,
                Texts.fadepl("").replace("{name: app}", "{name: zeta}"),
                Texts.fadepl("").replace("{name: app}", "{name: alpha}"));
        ApplicationManifest alpha = manifests.applications().get(1);
        List<Decided> decided = List.of(Decisions.placed(manifests, alpha, Decisions.allIn(alpha, "003-003")));

        String yaml = FadeplWriter.write(manifests.applications(), decided, Format.YAML);
        String json = FadeplWriter.write(manifests.applications(), decided, Format.JSON);

        assertThat(yaml.split("---\n"))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("name: zeta\n").doesNotContain("status:"),
                        second -> assertThat(second).contains("name: alpha\n").contains("currentstatus: 1"));
        assertThat(SameMeaning.json(json).at("/kind").asText()).isEqualTo("List");
        assertThat(SameMeaning.json(json).at("/items/1/metadata/name").asText()).isEqualTo("alpha");
    }
}
