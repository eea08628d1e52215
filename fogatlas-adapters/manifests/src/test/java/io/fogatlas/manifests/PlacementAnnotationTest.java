package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Location;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.RegionDemand;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlacementAnnotationTest {
    private static final String FLOW =
            "  dataflows: [{sourceid: cam1, destinationid: driver, bandwidthrequired: 1, latency: 0}]\n";

    private static String fadepl(String annotation) {
        return Texts.fadepl(FLOW)
                .replace(
                        "metadata: {name: app}",
                        "metadata:\n  name: app\n  annotations:\n    fogatlas.io/placement: |\n      "
                                + annotation.replace("\n", "\n      "));
    }

    private static Application read(String annotation) {
        return Texts.read(Texts.REGIONS, Texts.ENDPOINT, fadepl(annotation))
                .applications()
                .get(0)
                .application();
    }

    private static List<String> problems(String annotation) {
        return Texts.problems(Texts.REGIONS, Texts.ENDPOINT, fadepl(annotation));
    }

    @Test
    void readsChains() {
        assertThat(
                        read("chains:\n- name: control\n  vertices: [cam1, driver]\n  latencyMs: 12.5\n  processingMs: {driver: 0.5}\n"
                                        + "- {vertices: [cam1, driver], latencyMs: 1}")
                                .chains())
                .containsExactly(
                        new LatencyChain(
                                "control",
                                List.of(new LatencyChain.Step("cam1", 0), new LatencyChain.Step("driver", 500)),
                                12_500),
                        new LatencyChain(
                                "cam1->driver",
                                List.of(new LatencyChain.Step("cam1", 0), new LatencyChain.Step("driver", 0)),
                                1000));
    }

    @Test
    void readsWhereMicroservicesMayRun() {
        Application application = read(
                "{\"microservices\": {\"driver\": {\"allowedRegions\": [\"001-001\"],"
                        + " \"forbiddenRegions\": [\"003-003\"], \"allowedTiers\": [0, 2], \"within\": {\"km\": 1.5, \"of\": \"cam1\"}}}}");

        assertThat(application.microservices().get(0).regionConstraints())
                .containsExactly(
                        new RegionConstraint.AllowedRegions(Set.of("001-001")),
                        new RegionConstraint.ForbiddenRegions(Set.of("003-003")),
                        new RegionConstraint.AllowedTiers(Set.of(0, 2)),
                        new RegionConstraint.WithinOfEndpoint("cam1", 1500));
        assertThat(read("microservices: {driver: {within: {km: 10, of: '46,11'}}}")
                        .microservices()
                        .get(0)
                        .regionConstraints())
                .containsExactly(new RegionConstraint.Within(new Location(46, 11), 10_000));
    }

    @Test
    void spreadsReplicas() {
        String text = fadepl("microservices: {driver: {spreadOver: 2}}")
                .replace("template:", "replicas: 3\n        template:");

        assertThat(Texts.read(Texts.REGIONS, Texts.ENDPOINT, text)
                        .applications()
                        .get(0)
                        .application()
                        .microservices()
                        .get(0)
                        .demands())
                .containsExactly(RegionDemand.anywhere(2), RegionDemand.anywhere(1));
    }

    @Test
    void refusesToSpreadWhatIsListedOneByOne() {
        String text = fadepl("microservices: {driver: {spreadOver: 1}}")
                .replace("- name: driver", "- name: driver\n    regions: [{regionrequired: 003-003}]");

        assertThat(Texts.problems(Texts.REGIONS, Texts.ENDPOINT, text))
                .containsExactly(
                        "f3:13: FADepl 'default/app': spec.microservices[0].regions are listed one by one, so spreadOver in"
                                + " the annotation has no meaning; drop one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chain: []|chain is not known here; use [chains, microservices]",
                "chains: [{vertices: [cam1], latencyMs: 5}]|Latency chain 'cam1': needs at least 2 vertices, but has 1",
                "chains: [{vertices: [cam1, driver]}]|chains[0].latencyMs is missing; give the bound in milliseconds",
                "chains: [{vertices: [cam1, driver], latencyMs: 0}]|chains[0].latencyMs must be at least 0.001 milliseconds, but is 0",
                "chains: [{vertices: [cam1, driver], latencyMs: 5ms}]|chains[0].latencyMs is '5ms', which is not a Quantity; write e.g. 20, 0.5, 5M, 400Mi or 1e3",
                "chains: [{vertices: [cam1, driver], latencyMs: 5, processingMs: {drivr: 1}}]|chains[0].processingMs.drivr is not known here; use [cam1, driver]",
                "chains: [{vertices: [cam1, driver], latencyMs: 5, processingMs: {driver: -1}}]|chains[0].processingMs.driver must not be negative, but is -1",
                "microservices: {driver: {allowedTiers: [1, -1]}}|microservices.driver.allowedTiers must list whole numbers from 0 to 2147483647, but holds the number -1",
                "microservices: {driver: {allowedRegions: []}}|microservices.driver.allowedRegions must name at least one",
                "microservices: {driver: {within: {km: 5}}}|microservices.driver.within.of is missing; it must be given",
                "microservices: {driver: {within: {of: cam1}}}|microservices.driver.within.km is missing; give the radius in kilometres",
                "microservices: {driver: {within: {km: -5, of: cam1}}}|microservices.driver.within.km must not be negative, but is -5",
                "microservices: {driver: {spreadOver: 0}}|microservices.driver.spreadOver must be a whole number from 1 to 2147483647, but is the number 0"
            })
    void refusesWrongValues(String annotation, String text) {
        boolean bare = text.startsWith("Latency");

        assertThat(problems(annotation))
                .containsExactly("f3:6: FADepl 'default/app': " + (bare ? "" : "fogatlas.io/placement: ") + text);
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThat(problems("a: b: c"))
                .singleElement()
                .asString()
                .startsWith(
                        "f3:6: FADepl 'default/app': metadata.annotations.fogatlas.io/placement in its line 1 is not valid YAML: ");
        assertThat(problems("[]"))
                .containsExactly(
                        "f3:6: FADepl 'default/app': metadata.annotations.fogatlas.io/placement must hold one object in YAML"
                                + " or JSON with the keys 'chains' and 'microservices'");
        assertThat(problems("chains: []\nchains: []"))
                .containsExactly(
                        "f3:6: FADepl 'default/app': metadata.annotations.fogatlas.io/placement in its line 2: the key"
                                + " 'chains' is there twice");
    }

    @Test
    void refusesWhatDoesNotExist() {
        assertThat(problems("microservices: {other: {}, driver: {allowedRegions: [x], within: {km: 1, of: cam7}}}"))
                .containsExactly(
                        "f3:6: FADepl 'default/app': metadata.annotations.fogatlas.io/placement speaks of the microservice 'other',"
                                + " but there is none",
                        "f3:12: FADepl 'default/app': Microservice 'driver': names region 'x', but there is no such Region",
                        "f3:12: FADepl 'default/app': Microservice 'driver': names external endpoint 'cam7', but there is no such"
                                + " ExternalEndpoint");
        assertThat(problems("chains: [{vertices: [driver, cam1], latencyMs: 1}]"))
                .containsExactly(
                        "f3:6: FADepl 'default/app': Latency chain 'driver->cam1': goes from 'driver' to 'cam1', but no data"
                                + " flow does");
    }
}
