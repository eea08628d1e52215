package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.infrastructure.Link;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkTest {
    private static final String LINK = Texts.LINK.replace("bandwidth: 10M, latency: 100, status: up", "%s");

    private static Link link(String fields) {
        return Texts.read(Texts.REGIONS, LINK.formatted(fields))
                .infrastructure()
                .links()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "10M, 10000000",
        "10Mi, 10485760",
        "1e3, 1000",
        "2.5k, 2500",
        "1999m, 1",
        "0, 0",
        "9007199254740992, 9007199254740992",
        "'\"1e-1\"', 0",
        "0x10, 16",
        "'\"100\"', 100"
    })
    void readsBandwidthsAndRoundsThemDown(String written, long bps) {
        assertThat(link("bandwidth: " + written + ", latency: 1").bandwidthBps())
                .isEqualTo(bps);
    }

    @ParameterizedTest
    @CsvSource({"100, 100000", "0.5, 500", "20m, 20", "1u, 1", "0, 0", "'\"10\"', 10000", "1e2, 100000"})
    void readsLatenciesInMillisecondsAndRoundsThemUp(String written, long micros) {
        assertThat(link("bandwidth: 1, latency: " + written).latencyMicros()).isEqualTo(micros);
    }

    @ParameterizedTest
    @CsvSource({
        "bwpeak: 10, 10",
        "'bwpeak: 10, bwmeasured: 7', 7",
        "'bwpeak: 10, bwmeasured: 0', 10",
        "bwmeasured: 7, 7"
    })
    void readsTheCapacityOfGenerationA(String fields, long bps) {
        assertThat(link(fields + ", latency: 5").bandwidthBps()).isEqualTo(bps);
    }

    @ParameterizedTest
    @CsvSource({"up, true", "UP, true", "down, false", "Down, false"})
    void readsTheStatus(String status, boolean up) {
        assertThat(link("bandwidth: 1, latency: 1, status: " + status).up()).isEqualTo(up);
    }

    @Test
    void takesAnUnknownStatusForUpAndWarns() {
        Manifests manifests = Texts.read(Texts.REGIONS, LINK.formatted("bandwidth: 1, latency: 1, status: flaky"));

        assertThat(manifests.infrastructure().links().get(0).up()).isTrue();
        assertThat(manifests.warnings())
                .extracting(ManifestProblem::toString)
                .containsExactly(
                        "f2:4: Link 'link1': spec.status is the text 'flaky', neither up nor down; it is taken for up");
    }

    @Test
    void readsTheDirectionFromAnAnnotation() {
        String directed =
                Texts.LINK.replace("name: link1}", "name: link1, annotations: {fogatlas.io/directed: \"true\"}}");

        assertThat(Texts.read(Texts.REGIONS, directed)
                        .infrastructure()
                        .links()
                        .get(0)
                        .directed())
                .isTrue();
        assertThat(Texts.problems(Texts.REGIONS, directed.replace("\"true\"", "\"maybe\"")))
                .containsExactly(
                        "f2:3: Link 'link1': metadata.annotations.fogatlas.io/directed must be \"true\" or \"false\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bandwidth: 10M|spec.latency is missing; give it in milliseconds, 0 if there is none",
                "latency: 1|spec.bandwidth is missing; give it as a Quantity in bit/s, such as 10M",
                "bandwidth: 1, latency: 20ms|spec.latency is '20ms', which is not a Quantity; write e.g. 20, 0.5, 5M, 400Mi or 1e3",
                "bandwidth: NaN, latency: 1|spec.bandwidth is 'NaN', which is not a Quantity; write e.g. 20, 0.5, 5M, 400Mi or 1e3",
                "bandwidth: .inf, latency: 1|spec.bandwidth is '.inf', which is not a Quantity; write e.g. 20, 0.5, 5M, 400Mi or 1e3",
                "bandwidth: 1e999, latency: 1|spec.bandwidth is '1e999', which is not a Quantity; write e.g. 20, 0.5, 5M, 400Mi or 1e3",
                "bandwidth: 1e-99999999, latency: 1|spec.bandwidth is '1e-99999999', which is not a Quantity; write e.g. 20, 0.5, 5M, 400Mi or 1e3",
                "bandwidth: -1, latency: 1|spec.bandwidth must not be negative, but is -1",
                "bandwidth: 1, latency: -2|spec.latency must not be negative, but is -2",
                "bandwidth: 9223372036854775808, latency: 1|spec.bandwidth is too large with 9223372036854775808; the most is 2^53 = 9007199254740992",
                "bandwidth: 10E, latency: 1|spec.bandwidth is too large with 10E; the most is 2^53 = 9007199254740992",
                "bandwidth: 1, latency: 1E|spec.latency is too large with 1E; the most is 2^53 = 9007199254740992",
                "bandwidth: [1], latency: 1|spec.bandwidth must be a Quantity, but is a list",
                "bandwidth: yes, latency: 1|spec.bandwidth must be a Quantity, but is yes, which is a truth value",
                "bwpeak: 2147483648, latency: 1|spec.bwpeak must be a whole number from 0 to 2147483647, but is the number 2147483648",
                "bwpeak: -1, latency: 1|spec.bwpeak must be a whole number from 0 to 2147483647, but is the number -1"
            })
    void refusesWrongValues(String fields, String text) {
        assertThat(Texts.problems(Texts.REGIONS, LINK.formatted(fields)))
                .containsExactly("f2:4: Link 'link1': " + text);
    }

    @Test
    void refusesALinkToNowhereAtItsLine() {
        assertThat(Texts.problems(Texts.REGIONS, "# a comment\n" + Texts.LINK.replace("001-001", "004")))
                .containsExactly("f2:2: Link 'link1': names region '004', but there is no such Region");
    }

    @Test
    void countsWhatOthersHold() {
        String link = Texts.LINK + "status: {bwallocated: 300k, currentstatus: 0}\n";

        assertThat(Texts.read(Texts.REGIONS, link).occupancy().others().bandwidthBpsByLink())
                .isEqualTo(Map.of("link1", 300_000L));
        assertThat(Texts.warnings(Texts.REGIONS, link.replace("300k", "-5")))
                .containsExactly("f2:5: Link 'link1': status.bwallocated is negative with -5; it is taken for 0");
        assertThat(Texts.problems(Texts.REGIONS, link.replace("300k", "much")))
                .containsExactly(
                        "f2:5: Link 'link1': status.bwallocated is 'much', which is not a Quantity; write e.g. 20,"
                                + " 0.5, 5M, 400Mi or 1e3");
    }
}
