package io.fogatlas.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fogatlas.kubernetes.crd.Definitions;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BookingsTest {
    private static ObjectNode tree(String json) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(json);
    }

    @Test
    void areWhatTheLinkSays() throws IOException {
        ObjectNode link = tree("""
                {"metadata": {"name": "l"}, "spec": {"id": "l"},
                 "status": {"bwallocated": "9M", "bookings": {"default/app": "5M", "default/gone": "3M"}}}
                """);
        ObjectNode fadepl = tree("""
                {"metadata": {"name": "app", "namespace": "default"}, "status": {"linksoccupancy":
                 [{"linkid": "l", "bwallocated": "1M"}, {"linkid": "k", "bwallocated": "2M"}]}}
                """);

        Bookings.settle(List.of(link), List.of(fadepl));

        assertThat(link.at("/status/bwallocated").asText()).isEqualTo("6M");
        assertThat(fadepl.at("/status/linksoccupancy").toString())
                .isEqualTo("[{\"linkid\":\"k\",\"bwallocated\":\"2M\"},{\"linkid\":\"l\",\"bwallocated\":\"5M\","
                        + "\"prevbwallocated\":\"5M\",\"ischanged\":false}]");
    }

    @Test
    void amountsAreReadAndWrittenAsQuantities() {
        assertThat(Amounts.quantity(0)).isEqualTo("0");
        assertThat(Amounts.quantity(1_500)).isEqualTo("1500");
        assertThat(Amounts.quantity(2_000_000)).isEqualTo("2M");
        assertThat(Amounts.of(TextNode.valueOf("1500m"))).isEqualTo(2);
        assertThat(Amounts.of(TextNode.valueOf("-5"))).isZero();
        assertThat(Amounts.of(TextNode.valueOf("fast"))).isZero();
    }

    @Test
    void definitionsAndRightsAreShipped() {
        assertThat(Definitions.yaml())
                .contains(
                        "regions.fogatlas.fbk.eu",
                        "links.fogatlas.fbk.eu",
                        "externalendpoints.fogatlas.fbk.eu",
                        "fadepls.fogatlas.fbk.eu",
                        "fedfaapps.fogatlas.fbk.eu",
                        "dynamicnodes.fogatlas.fbk.eu",
                        "x-kubernetes-preserve-unknown-fields: true");
        assertThat(AccessRights.yaml()).contains("kind: ClusterRole\n", "name: fogatlas-deployer");
    }
}
