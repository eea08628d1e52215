package io.fogatlas.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.orchestration.Deployable;
import io.fogatlas.orchestration.DeploymentException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeploymentWriterTest {
    private static final String APP = Fadepls.app("default", "app", "driver busybox:1 002-002:2");

    private static JsonNode written(String fadepl) {
        List<WantedDeployment> wanted = wanted(fadepl);
        assertThat(wanted).hasSize(1);
        return wanted.get(0).object();
    }

    private static List<WantedDeployment> wanted(String fadepl) {
        ApplicationManifest manifest = Fadepls.manifest(fadepl);
        Deployable deployable = Fadepls.placed(fadepl);
        return DeploymentWriter.write(manifest, deployable, DeploymentWriter.status(manifest, deployable), "region");
    }

    @Test
    void roundsMipsUp() {
        JsonNode object = written(APP.replace("    deployment:", "    mipsrequired: 2000\n    deployment:"));

        assertThat(object.at("/spec/template/spec/containers/0/resources/requests/cpu")
                        .asText())
                .isEqualTo("67m");
        assertThat(object.at("/spec/template/spec/containers/0/resources/requests/memory")
                        .asText())
                .isEqualTo("64Mi");
    }

    @Test
    void dividesMipsAmongContainersInProportion() {
        JsonNode object = written(APP.replace("    deployment:", "    mipsrequired: 3000\n    deployment:")
                .replace(
                        "containers: [{",
                        "containers: [{name: side, image: x, resources: {requests: {cpu: 300m}}}, {"));

        assertThat(object.at("/spec/template/spec/containers/0/resources/requests/cpu")
                        .asText())
                .isEqualTo("75m");
        assertThat(object.at("/spec/template/spec/containers/1/resources/requests/cpu")
                        .asText())
                .isEqualTo("25m");
    }

    @Test
    void requestsCpuOfAContainerThatRequestsNothing() {
        JsonNode object = written(APP.replace("    deployment:", "    mipsrequired: 30\n    deployment:")
                .replace(", resources: {requests: {cpu: 100m, memory: 64Mi}}", ""));

        assertThat(object.at("/spec/template/spec/containers/0/resources").toString())
                .isEqualTo("{\"requests\":{\"cpu\":\"1m\"}}");
    }

    @Test
    void saysThatALimitIsTooLowForTheMips() {
        String limited = APP.replace("    deployment:", "    mipsrequired: 30000\n    deployment:")
                .replace("{requests:", "{limits: {cpu: 500m}, requests:");

        assertThat(catchThrowableOfType(DeploymentException.class, () -> wanted(limited)))
                .hasMessage(
                        "FADepl 'default/app' cannot be carried out: microservice 'driver' in region '002-002': its 30000"
                                + " MIPS are 1000m CPU there, but container 'main' is limited to 500m; raise or drop its limits.cpu");
    }

    @Test
    void losesNothingOfThePodTemplate() {
        JsonNode object = written(
                APP.replace(
                        "spec:\n            containers:",
                        "spec:\n            nodeSelector: {disk: ssd, region: elsewhere}\n            x-own: {deep: [1, 2]}\n            containers:"));

        JsonNode pod = object.at("/spec/template/spec");
        assertThat(pod.path("x-own").toString()).isEqualTo("{\"deep\":[1,2]}");
        assertThat(pod.path("nodeSelector").toString()).isEqualTo("{\"disk\":\"ssd\",\"region\":\"002-002\"}");
        assertThat(object.at("/metadata/name").asText()).isEqualTo("driver.reg.002-002");
    }

    @Test
    void takesTheImageOfTheRegion() {
        JsonNode object = written(APP.replace("replicas: 2}", "replicas: 2, image: \"other:7\"}"));

        assertThat(object.at("/spec/template/spec/containers/0/image").asText()).isEqualTo("other:7");
    }

    @Test
    void refusesNamesThatKubernetesCannotTake() {
        assertThat(catchThrowableOfType(
                        DeploymentException.class, () -> wanted(APP.replace("- name: driver", "- name: Driver"))))
                .hasMessageContaining(
                        "'Driver.reg.002-002' cannot be the name of a Deployment: at most 253 lower case letters");
    }

    @Test
    void shortensOnlyLabelsThatAreTooLong() {
        String longName = "a".repeat(70);

        assertThat(new Owner("app", "1").label()).isEqualTo("app");
        assertThat(new Owner(longName, "1").label()).hasSize(63).matches("a{52}-[0-9a-f]{10}");
        assertThat(new Owner(longName + "b", "1").label()).isNotEqualTo(new Owner(longName, "1").label());
    }
}
