package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StatusWriterTest {
    private static String write(Manifests manifests, Decided decided) {
        return FadeplWriter.write(manifests.applications(), List.of(decided), Format.YAML);
    }

    private static String pinned(String status) {
        return Texts.fadepl(
                "  dataflows: [{sourceid: cam1, destinationid: driver, bandwidthrequired: 5M, latency: 500}]\n"
                        + status);
    }

    private static Placement inTheCloud() {
        return new Placement(
                Map.of("driver", Decisions.in("001-001")),
                List.of(new Route("cam1->driver", "003-003", "001-001", List.of("link1"))));
    }

    @Test
    void booksTheDifferenceToWhatWasBookedAndReleasesTheRest() {
        String status = """
                status:
                  currentstatus: 1
                  linksoccupancy:
                  - {linkid: link1, bwallocated: 3M, prevbwallocated: 0, ischanged: false}
                  - {linkid: link2, bwallocated: 100k, prevbwallocated: 0, ischanged: false}
                  - {linkid: link9, bwallocated: 7, prevbwallocated: 2, ischanged: true}
                  - {linkid: link8, bwallocated: 0, prevbwallocated: 5, ischanged: false}
                """;
        Manifests manifests = Texts.read(
                Texts.REGIONS, Texts.LINK, Texts.LINK.replace("link1", "link2"), Texts.ENDPOINT, pinned(status));

        assertThat(write(
                        manifests,
                        Decisions.placed(manifests, manifests.applications().get(0), inTheCloud())))
                .contains("""
                          linksoccupancy:
                          - linkid: link1
                            bwallocated: 5M
                            prevbwallocated: 3M
                            ischanged: true
                          - linkid: link2
                            bwallocated: 100k
                            prevbwallocated: 100k
                            ischanged: false
                          - linkid: link9
                            bwallocated: "2"
                            prevbwallocated: "2"
                            ischanged: false
                        """);
    }

    @Test
    void marksAsFailedWhatWasNotPlacedAndLeavesTheRestAlone() {
        String status =
                "status: {placements: [{microservice: driver, regions: [{regionselected: 003-003}]}], currentstatus: 1}\n";
        Manifests manifests = Texts.read(Texts.REGIONS, Texts.LINK, Texts.ENDPOINT, pinned(status));

        assertThat(write(
                        manifests,
                        Decisions.notPlaced(
                                manifests, manifests.applications().get(0), new Reason("driver", "no room"))))
                .endsWith("""
                        status:
                          placements:
                          - microservice: driver
                            regions:
                            - regionselected: 003-003
                          currentstatus: 2
                        """);
    }

    private static Manifests generationA(String bandwidth) {
        String link = Texts.LINK.replace("bandwidth: 10M", "bwpeak: 2147483647");
        String flow =
                "  - {sourceid: cam1, destinationid: driver, bandwidthrequired: " + bandwidth + ", latency: 500}\n";
        return Texts.read(
                Texts.REGIONS,
                link,
                Texts.ENDPOINT,
                Texts.fadepl("  dataflows:\n" + flow + flow) + "status: {currentstatus: 0}\n");
    }

    private static Placement twoFlows() {
        return new Placement(
                Map.of("driver", Decisions.in("001-001")),
                List.of(
                        new Route("cam1->driver", "003-003", "001-001", List.of("link1")),
                        new Route("cam1->driver#2", "003-003", "001-001", List.of("link1"))));
    }

    @Test
    void writesIntegersInGenerationA() {
        Manifests manifests = generationA("1000000");

        assertThat(write(
                        manifests,
                        Decisions.placed(manifests, manifests.applications().get(0), twoFlows())))
                .contains("""
                          linksoccupancy:
                          - linkid: link1
                            bwallocated: 2000000
                            ischanged: true
                        """);
    }

    @Test
    void refusesWhatTheIntegersOfGenerationACannotHold() {
        Manifests manifests = generationA("1073741824");
        ApplicationManifest manifest = manifests.applications().get(0);
        Decided decided = Decisions.unverified(manifests, manifest, twoFlows());

        ManifestException refused = catchThrowableOfType(ManifestException.class, () -> write(manifests, decided));

        assertThat(refused)
                .hasMessage(
                        "f4:1: FADepl 'default/app': cannot hold 2147483648 bit/s on the link 'link1': the numbers of its"
                                + " generation of FogAtlas end at 2147483647; write its bandwidths as Quantities, such as 5M");
    }

    @Test
    void readsWhereAnApplicationRunsFromItsStatusAndItsPods() {
        String status =
                "status: {placements: [{microservice: driver, regions: [{regionselected: 003-003}, {regionselected: gone}]},"
                        + " {microservice: gone, regions: [{regionselected: 003-003}]}], currentstatus: 1}\n";
        String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p, ownerReferences: [{kind: ReplicaSet,"
                + " name: driver.reg.003-003-abc}]}\nspec: {nodeName: n1, containers: [{}]}\n";

        assertThat(Texts.read(Texts.REGIONS, Texts.LINK, Texts.ENDPOINT, pinned(status))
                        .applications()
                        .get(0)
                        .current())
                .contains(new Placement(Map.of("driver", Decisions.in("003-003")), List.of()));
        assertThat(Texts.read(Texts.REGIONS, Texts.LINK, Texts.ENDPOINT, pinned(status), Texts.node("n1", ""), pod)
                        .applications()
                        .get(0)
                        .current())
                .contains(new Placement(
                        Map.of("driver", List.of(new Assignment("003-003", 1, Map.of("n1", 1)))), List.of()));
    }
}
