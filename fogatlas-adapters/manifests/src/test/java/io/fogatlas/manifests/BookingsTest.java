package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BookingsTest {
    private static final String BOOKED = Texts.LINK + "status: {bwallocated: 500k, currentstatus: 0}\n";
    private static final ApplicationId APP = ApplicationId.of("app");

    private static String fadepl(String occupancy) {
        return Texts.fadepl("status: {currentstatus: 1, linksoccupancy: [" + occupancy + "]}\n");
    }

    private static String entry(String link, String allocated, String previous, boolean changed) {
        return "{linkid: %s, bwallocated: %s, prevbwallocated: %s, ischanged: %s}"
                .formatted(link, allocated, previous, changed);
    }

    private static Occupancy occupancy(String... texts) {
        return Texts.read(texts).occupancy();
    }

    @ParameterizedTest
    @CsvSource({
        // The controller has booked what the FADepl holds.
        "300k, 0, false, 300000, 200000",
        "500k, 0, false, 500000, 0",
        // It has not yet: the Link counts only what was booked before.
        "300k, 100k, true, 300000, 400000",
        "300k, 0, true, 300000, 500000"
    })
    void partsWhatALinkHasAllocatedBetweenTheApplicationAndOthers(
            String allocated, String previous, boolean changed, long own, long others) {
        Occupancy occupancy =
                occupancy(Texts.REGIONS, BOOKED, Texts.ENDPOINT, fadepl(entry("link1", allocated, previous, changed)));

        assertThat(occupancy.byApplication().get(APP).bandwidthBpsByLink()).isEqualTo(Map.of("link1", own));
        assertThat(occupancy.others().bandwidthBpsByLink()).isEqualTo(others == 0 ? Map.of() : Map.of("link1", others));
    }

    @Test
    void addsUpWhatAllApplicationsHold() {
        String second = fadepl(entry("link1", "150k", "0", false)).replace("{name: app}", "{name: other}");

        Occupancy occupancy =
                occupancy(Texts.REGIONS, BOOKED, Texts.ENDPOINT, fadepl(entry("link1", "300k", "0", false)), second);

        assertThat(occupancy.others().bandwidthBpsByLink()).isEqualTo(Map.of("link1", 50_000L));
        assertThat(occupancy.bandwidthBpsByLink()).isEqualTo(Map.of("link1", 500_000L));
    }

    @Test
    void readsBookingsOfGenerationA() {
        String link = Texts.LINK.replace("bandwidth: 10M", "bwpeak: 10000000") + "status: {bwallocated: 500000}\n";

        Occupancy occupancy = occupancy(
                Texts.REGIONS, link, Texts.ENDPOINT, fadepl("{linkid: link1, bwallocated: 300000, ischanged: false}"));

        assertThat(occupancy.byApplication().get(APP).bandwidthBpsByLink()).isEqualTo(Map.of("link1", 300_000L));
        assertThat(occupancy.others().bandwidthBpsByLink()).isEqualTo(Map.of("link1", 200_000L));
    }

    @Test
    void warnsWhereFadeplsHoldMoreThanTheLinkCounts() {
        String fadepl = fadepl(entry("link1", "800k", "0", false) + ", " + entry("link7", "5", "0", false) + ", "
                + entry("link1", "-3", "0", false));

        assertThat(Texts.warnings(Texts.REGIONS, BOOKED, Texts.ENDPOINT, fadepl))
                .containsExactly(
                        "f2:1: Link 'link1': status.bwallocated is 500000 bit/s, but the FADepls hold 800000 bit/s of it; what they"
                                + " hold counts",
                        "f4:1: FADepl 'default/app': holds bandwidth of the link 'link7', but there is no such Link",
                        "f4:16: FADepl 'default/app': status.linksoccupancy[2].bwallocated is negative with -3; it is taken for 0");
        assertThat(occupancy(Texts.REGIONS, BOOKED, Texts.ENDPOINT, fadepl).bandwidthBpsByLink())
                .isEqualTo(Map.of("link1", 800_000L));
    }

    @Test
    void refusesAStatusThatCannotBe() {
        String status = "status: {placements: [{regions: []}, 5], linksoccupancy: [{bwallocated: x, ischanged: maybe}],"
                + " currentstatus: done}\n";

        assertThat(Texts.problems(Texts.REGIONS, Texts.ENDPOINT, Texts.fadepl(status)))
                .containsExactly(
                        "f3:16: FADepl 'default/app': status.placements[1] must be an object, but is the number 5",
                        "f3:16: FADepl 'default/app': status.placements[0].microservice is missing; it must be given",
                        "f3:16: FADepl 'default/app': status.linksoccupancy[0].bwallocated is 'x', which is not a Quantity; write"
                                + " e.g. 20, 0.5, 5M, 400Mi or 1e3",
                        "f3:16: FADepl 'default/app': status.linksoccupancy[0].ischanged must be true or false, but is the text"
                                + " 'maybe'",
                        "f3:16: FADepl 'default/app': status.linksoccupancy[0].linkid is missing; it must be given",
                        "f3:16: FADepl 'default/app': status.currentstatus must be a whole number from -2147483648 to 2147483647, but"
                                + " is the text 'done'");
    }

    private static final String PLACED = Texts.fadepl(
            "status: {currentstatus: 1, placements: [{microservice: driver, regions: [{regionselected: 003-003}]}]}\n");

    @Test
    void takesReplicasFromTheStatusWhereNoPodsAreKnown() {
        Occupancy occupancy = occupancy(Texts.REGIONS, Texts.ENDPOINT, PLACED);

        assertThat(occupancy.byApplication().get(APP).replicas())
                .singleElement()
                .extracting(ReplicaGroup::region, ReplicaGroup::labels, ReplicaGroup::replicasByNode)
                .containsExactly("003-003", Map.of("name", "driver"), Map.of());
    }

    @Test
    void warnsThatReplicasAreNotCountedWhereNodesAreKnownButNoPods() {
        assertThat(Texts.warnings(Texts.REGIONS, Texts.ENDPOINT, PLACED, Texts.node("n1", "")))
                .containsExactly(
                        "f3:1: FADepl 'default/app': runs by its status, but no Pods were read, so what it takes of the"
                                + " Nodes is not counted");
    }

    @Test
    void believesThePodsRatherThanTheStatus() {
        String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{}]}\n";

        assertThat(occupancy(Texts.REGIONS, Texts.ENDPOINT, PLACED, Texts.node("n1", ""), pod))
                .isEqualTo(Occupancy.NONE);
    }
}
