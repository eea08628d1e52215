package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FadeplTest {
    private static Application read(String text) {
        return Texts.read(Texts.REGIONS, Texts.LINK, Texts.ENDPOINT, text)
                .applications()
                .get(0)
                .application();
    }

    private static Microservice driver(String text) {
        return read(text).microservice("driver").orElseThrow();
    }

    private static List<String> problems(String text) {
        return Texts.problems(Texts.REGIONS, Texts.LINK, Texts.ENDPOINT, text);
    }

    private static List<String> warnings(String text) {
        return Texts.warnings(Texts.REGIONS, Texts.LINK, Texts.ENDPOINT, text);
    }

    /** A FADepl whose only microservice has more fields. */
    private static String with(String field) {
        return Texts.fadepl("").replace("  - name: driver\n", "  - name: driver\n    " + field + "\n");
    }

    private static String withTemplate(String from, String to) {
        return Texts.fadepl("").replace(from, to);
    }

    @ParameterizedTest
    @CsvSource({"2000, 2000", "2k, 2000", "'\"2000\"', 2000", "0.5, 1", "0, 0", "-3, 0", "1e3, 1000"})
    void readsMips(String written, long mips) {
        assertThat(driver(with("mipsrequired: " + written)).requirements().mips())
                .isEqualTo(mips);
    }

    @Test
    void readsReplicas() {
        assertThat(driver(Texts.fadepl("")).demands()).containsExactly(RegionDemand.anywhere(1));
        assertThat(driver(withTemplate("template:", "replicas: 3\n        template:"))
                        .demands())
                .containsExactly(RegionDemand.anywhere(3));
    }

    @Test
    void keepsTheWholeDeploymentOfEachMicroservice() {
        String text = Texts.fadepl("").replace("image: nginx", "image: nginx, args: [-q], x-own: {a: 1}");

        Map<String, Deployment> deployments = Texts.read(Texts.REGIONS, Texts.ENDPOINT, text)
                .applications()
                .get(0)
                .deployments();

        assertThat(deployments).containsOnlyKeys("driver");
        Container container = deployments
                .get("driver")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
        assertThat(container.getArgs()).containsExactly("-q");
        assertThat(container.getAdditionalProperties()).containsOnlyKeys("x-own");
    }

    @Test
    void readsWantedRegions() {
        String text =
                with("regions: [{regionrequired: 003-003}, {regionrequired: 001-001, replicas: 2, image: \"a:1\"},"
                        + " {replicas: 4}, {regionrequired: \"\", regionselected: \"\", replicas: 0}]");

        assertThat(driver(text.replace("template:", "replicas: 3\n        template:"))
                        .demands())
                .containsExactly(
                        RegionDemand.in("003-003", 3),
                        new RegionDemand(Optional.of("001-001"), 2, Optional.of("a:1")),
                        RegionDemand.anywhere(4),
                        RegionDemand.anywhere(3));
    }

    @Test
    void readsDataFlows() {
        String flows = "  - {sourceid: cam1, destinationid: driver, bandwidthrequired: %s, latency: %s}\n";
        String text = Texts.fadepl(
                "  dataflows:\n" + flows.formatted("5M", "20") + flows.formatted("1.2", "0")
                        + flows.formatted("1", "-1") + flows.formatted("1", "1.5")
                        + "  - {sourceid: driver, destinationid: cam1, bandwidthrequired: 1, name: back, labels: {a: b}}\n"
                        + "  - {sourceid: driver, destinationid: cam1, bandwidthrequired: 1, latency: 5, name: cam1->driver#2}\n");

        assertThat(read(text).flows())
                .containsExactly(
                        new DataFlow("cam1->driver", "cam1", "driver", 5_000_000, 20_000),
                        new DataFlow("cam1->driver#3", "cam1", "driver", 2, 0),
                        new DataFlow("cam1->driver#4", "cam1", "driver", 1, 0),
                        new DataFlow("cam1->driver#5", "cam1", "driver", 1, 1500),
                        new DataFlow("back", "driver", "cam1", 1, 0),
                        new DataFlow("cam1->driver#2", "driver", "cam1", 1, 5000));
    }

    @ParameterizedTest
    @CsvSource({"20m, 0.02, 20", "0.5, 0.5, 500", "1u, 0.000001, 1"})
    void warnsOfLatenciesBelowAMillisecond(String written, String millis, long micros) {
        String text =
                Texts.fadepl("  dataflows: [{sourceid: cam1, destinationid: driver, bandwidthrequired: 1, latency: "
                        + written + "}]\n");

        assertThat(read(text).flows().get(0).latencyBoundMicros()).isEqualTo(micros);
        assertThat(warnings(text))
                .containsExactly("f4:16: FADepl 'default/app': spec.dataflows[0].latency: " + written + " means "
                        + millis + " ms; latencies are given in milliseconds");
    }

    @Test
    void readsNamespaceLabelsAndAlgorithm() {
        String text = Texts.fadepl("").replace("{name: app}", "{name: app, namespace: fog}");

        assertThat(read(text).id()).hasToString("fog/app");
        assertThat(driver(text).labels()).isEqualTo(Map.of("name", "driver"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mipsrequired: 20ms|9|mipsrequired is '20ms', which is not a Quantity; write e.g. 20, 0.5, 5M, 400Mi or 1e3",
                "mipsrequired: 9223372036854775808|9|mipsrequired is too large with 9223372036854775808; the most is 2^53 = 9007199254740992",
                "regions: [{regionrequired: 003-003, replicas: -1}]|9|regions[0].replicas must be a whole number from 0 to 2147483647, but is the number -1",
                "regions: {}|9|regions must be a list, but is an object",
                "regions: [x]|9|regions[0] must be an object, but is the text 'x'"
            })
    void refusesWrongValuesOfMicroservices(String field, int line, String text) {
        assertThat(problems(with(field)))
                .containsExactly("f4:" + line + ": FADepl 'default/app': spec.microservices[0]." + text);
    }

    @Test
    void refusesARegionListedTwice() {
        assertThat(problems(with("regions: [{regionrequired: 003-003}, {regionrequired: 003-003}]")))
                .containsExactly(
                        "f4:8: FADepl 'default/app': Microservice 'driver': requires region '003-003' twice; give the replicas in one entry");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "template:|replicas: 0, template:|replicas must be at least 1, but is 0; leave out a microservice that is not to run",
                "template:|replicas: two, template:|replicas does not fit there: the text 'two'; see whether quotes are missing, or too many",
                "containers:|containers2:|template.spec.containers must have at least one container",
                "cpu: 100m|cpu: -1|template.spec.containers[0].resources.requests.cpu must not be negative, but is -1",
                "containers:|tolerations: [{operator: Equal}], containers:|template.spec.tolerations[0] has no key, for which the operator must be Exists",
                "containers:|tolerations: [{key: a, operator: Lt}], containers:|template.spec.tolerations[0] has the operator 'Lt'; use Equal or Exists",
                "containers:|tolerations: [{key: a, effect: X}], containers:|template.spec.tolerations[0] must have the effect NoSchedule, PreferNoSchedule or NoExecute, or none"
            })
    void refusesWrongValuesOfDeployments(String from, String to, String text) {
        String flow = """
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: FADepl
                metadata: {name: app}
                spec:
                  microservices:
                  - name: driver
                    deployment:
                      spec: {template: {spec: {containers: [{resources: {requests: {cpu: 100m}}}]}}}
                """;

        assertThat(problems(flow.replace(from, to)))
                .containsExactly("f4:8: FADepl 'default/app': spec.microservices[0].deployment.spec." + text);
    }

    @Test
    void refusesAMicroserviceWithoutDeploymentOrName() {
        String text = """
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: FADepl
                metadata: {name: app}
                spec:
                  microservices:
                  - name: a
                  - {}
                  - {name: b.reg.c, deployment: 5}
                """;

        assertThat(problems(text))
                .containsExactly(
                        "f4:6: FADepl 'default/app': spec.microservices[0].deployment is missing; give the Deployment of the"
                                + " microservice",
                        "f4:7: FADepl 'default/app': spec.microservices[1].name is missing; it must be given",
                        "f4:8: FADepl 'default/app': spec.microservices[2].name must not contain '.reg.', which separates"
                                + " microservice and region in the names of Deployments",
                        "f4:8: FADepl 'default/app': spec.microservices[2].deployment must be an object, but is the number 5");
    }

    @Test
    void refusesWhatIsNoDeployment() {
        assertThat(problems(withTemplate("kind: Deployment", "kind: DaemonSet")))
                .containsExactly(
                        "f4:11: FADepl 'default/app': spec.microservices[0].deployment.kind is 'DaemonSet', but FogAtlas"
                                + " runs Deployments only");
    }

    @Test
    void doesNotPlaceWhatIsBeingDeleted() {
        String status =
                "status: {currentstatus: 1, linksoccupancy: [{linkid: link1, bwallocated: 5, ischanged: false}]}\n";
        String text =
                Texts.fadepl(status).replace("{name: app}", "{name: app, deletionTimestamp: \"2026-11-21T00:00:00Z\"}");
        Manifests manifests = Texts.read(Texts.REGIONS, Texts.LINK, Texts.ENDPOINT, text);

        assertThat(manifests.applications()).isEmpty();
        assertThat(manifests.occupancy().bandwidthBpsByLink()).isEqualTo(Map.of("link1", 5L));
        assertThat(manifests.warnings())
                .extracting(ManifestProblem::toString)
                .contains(
                        "f4:1: FADepl 'default/app': is being deleted, so it is not placed; what it holds counts until it is gone");
    }

    @Test
    void refusesWrongDataFlows() {
        String text = Texts.fadepl("""
                  dataflows:
                  - {sourceid: cam1, destinationid: driver}
                  - {sourceid: cam1, bandwidthrequired: 1}
                  - {sourceid: cam1, destinationid: driver, bandwidthrequired: -1, latency: 20ms}
                  - {sourceid: driver, destinationid: driver, bandwidthrequired: 1}
                  - {sourceid: driver, destinationid: nobody, bandwidthrequired: 1}
                  - {sourceid: cam1, destinationid: driver, bandwidthrequired: 1, name: x}
                  - {sourceid: cam1, destinationid: driver, bandwidthrequired: 1, name: x}
                """);

        assertThat(problems(text))
                .containsExactly(
                        "f4:17: FADepl 'default/app': spec.dataflows[0].bandwidthrequired is missing; give it in bit/s, 0 if there"
                                + " is none",
                        "f4:18: FADepl 'default/app': spec.dataflows[1].destinationid is missing; it must be given",
                        "f4:19: FADepl 'default/app': spec.dataflows[2].bandwidthrequired must not be negative, but is -1",
                        "f4:19: FADepl 'default/app': spec.dataflows[2].latency is '20ms', which is not a Quantity; write e.g. 20,"
                                + " 0.5, 5M, 400Mi or 1e3",
                        "f4:20: FADepl 'default/app': Data flow 'driver->driver': starts and ends at the same vertex 'driver'",
                        "f4:21: FADepl 'default/app': Data flow 'driver->nobody': names 'nobody', which is neither a microservice"
                                + " nor an external endpoint of the application",
                        "f4:23: FADepl 'default/app': Data flow 'x': is there more than once; give each Data flow an id of its own");
    }

    @Test
    void refusesWhatDoesNotExist() {
        String text = with("regions: [{regionrequired: 004}]")
                .replace("externalendpoints: [cam1]", "externalendpoints: [cam9]");

        assertThat(problems(text))
                .containsExactly(
                        "f4:1: FADepl 'default/app': names external endpoint 'cam9', but there is no such ExternalEndpoint",
                        "f4:8: FADepl 'default/app': Microservice 'driver': names region '004', but there is no such Region");
    }

    @Test
    void refusesAnEmptyApplication() {
        assertThat(
                        problems(
                                "apiVersion: fogatlas.fbk.eu/v1alpha1\nkind: FADepl\nmetadata: {name: app}\nspec: {microservices: []}\n"))
                .containsExactly("f4:1: FADepl 'default/app': has no microservice; give at least one");
        assertThat(problems("apiVersion: fogatlas.fbk.eu/v1alpha1\nkind: FADepl\nspec: {microservices: []}\n"))
                .containsExactly("f4:1: FADepl '': metadata.name is missing; it must be given");
    }

    @Test
    void refusesTheSameApplicationTwice() {
        assertThat(Texts.problems(Texts.REGIONS, Texts.ENDPOINT, Texts.fadepl(""), Texts.fadepl("")))
                .containsExactly(
                        "f4:1: FADepl 'default/app': is there more than once, first in f3:1; give each FADepl an id of its own");
        assertThat(Texts.read(
                                Texts.REGIONS,
                                Texts.ENDPOINT,
                                Texts.fadepl(""),
                                Texts.fadepl("").replace("{name: app}", "{name: app, namespace: b}"))
                        .applications())
                .hasSize(2);
    }

    @Test
    void warnsOfMipsAndImagesThatFogAtlasDropsForSeveralContainers() {
        String text = with("mipsrequired: 5\n    regions: [{regionrequired: 003-003, image: x}]")
                .replace("containers: [", "containers: [{name: d, image: e}, ");

        assertThat(driver(text).requirements().mips()).isEqualTo(5);
        assertThat(warnings(text))
                .containsExactly(
                        "f4:10: FADepl 'default/app': spec.microservices[0].regions[0].image is ignored by FogAtlas, since there are"
                                + " several containers",
                        "f4:12: FADepl 'default/app': microservice 'driver' has several containers, for which FogAtlas drops"
                                + " mipsrequired; here it counts for the whole replica");
    }
}
