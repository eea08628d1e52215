package io.fogatlas.placement.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.placement.PlacementRequest;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class DomainTextProperties {
    @Provide
    Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small();
    }

    @Property(tries = 200)
    void everyPartHasALineThatNamesIt(@ForAll("requests") PlacementRequest request) {
        List<String> lines = DomainText.of(request);

        assertThat(lines).allMatch(line -> line.matches("[^:]+: .*\\S"));
        request.infrastructure()
                .regions()
                .forEach(region -> assertThat(lines).anyMatch(line -> line.startsWith("region " + region.id() + ": ")));
        request.infrastructure()
                .links()
                .forEach(link -> assertThat(lines).anyMatch(line -> line.startsWith("link " + link.id() + ": ")));
        request.application()
                .microservices()
                .forEach(microservice -> assertThat(lines)
                        .anyMatch(line -> line.startsWith("microservice " + microservice.name() + ": ")));
        request.application()
                .flows()
                .forEach(
                        flow -> assertThat(lines).anyMatch(line -> line.startsWith("data flow " + flow.name() + ": ")));
    }

    /** jqwik prints a map with a line for each entry. */
    @Property(tries = 200)
    void isReportedByJqwikAsAMapOfEveryThing(@ForAll("requests") PlacementRequest request) {
        RequestReportingFormat format = new RequestReportingFormat();

        assertThat(format.appliesTo(request)).isTrue();
        assertThat(format.label(request)).contains("PlacementRequest");
        assertThat((Map<?, ?>) format.report(request))
                .hasSizeGreaterThanOrEqualTo(request.infrastructure().regions().size()
                        + request.application().microservices().size());
    }

    @Example
    void nothingElseIsReportedSo() {
        assertThat(new RequestReportingFormat().appliesTo("text")).isFalse();
    }
}
