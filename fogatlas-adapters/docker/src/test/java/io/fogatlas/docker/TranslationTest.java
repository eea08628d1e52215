package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fogatlas.orchestration.DeploymentException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TranslationTest {
    private static Shop shop(String more, String spec) {
        return new Shop("shop").with("web", more, spec).in("web", "edge", 1);
    }

    private static Wanted wanted(Shop shop, boolean strict) {
        return Wanted.of(shop.deployable(), shop.manifest().deployments(), strict);
    }

    private static WorkloadSpec workload(Shop shop) {
        return wanted(shop, false).byRegion().get("edge").get(0);
    }

    /** The only container of a Pod, with more fields. */
    private static ContainerSpec container(String more) {
        return workload(ofContainer(more)).containers().get(0);
    }

    private static Shop ofContainer(String more) {
        return shop("", "{template: {spec: {containers: [" + Shop.container(more) + "]}}}");
    }

    private static Shop ofPod(String more) {
        return shop("", "{template: {spec: {containers: [" + Shop.container("") + "], " + more + "}}}");
    }

    private static String refusal(Shop shop) {
        return catchThrowableOfType(DeploymentException.class, () -> wanted(shop, false))
                .getMessage();
    }

    private static List<String> notes(Shop shop) {
        return wanted(shop, false).notes();
    }

    @Test
    void convertsMipsToTheCoresOfTheRegion() {
        Shop shop = shop("mipsrequired: 501", "{template: {spec: {containers: [" + Shop.container("") + "]}}}")
                .in("web", "cloud", 1);

        Wanted wanted = wanted(shop, false);

        // 501 MIPS are 100.2 thousandths of a core with 5,000 MIPS, and 10.02 of one with 50,000.
        assertThat(limits(wanted, "edge").nanoCpus()).isEqualTo(OptionalLong.of(101_000_000));
        assertThat(limits(wanted, "cloud").nanoCpus()).isEqualTo(OptionalLong.of(11_000_000));
        assertThat(limits(wanted, "edge").cpuShares()).isEmpty();
    }

    private static ContainerSpec.Limits limits(Wanted wanted, String region) {
        return wanted.byRegion().get(region).get(0).containers().get(0).limits();
    }

    @Test
    void dividesMipsAmongContainersAsTheyRequestCpu() {
        String two = "{template: {spec: {containers: [" + Shop.container("resources: {requests: {cpu: 300m}}")
                + ", {name: side, image: a, resources: {requests: {cpu: 100m}}}]}}}";

        assertThat(workload(shop("mipsrequired: 2000", two)).containers())
                .extracting(each -> each.limits().nanoCpus().getAsLong())
                .containsExactly(300_000_000L, 100_000_000L);
        assertThat(workload(shop("mipsrequired: 2000", two.replaceAll("cpu: .00m", "")))
                        .containers())
                .extracting(each -> each.limits().nanoCpus().getAsLong())
                .containsExactly(200_000_000L, 200_000_000L);
    }

    @Test
    void takesLimitsAndRequests() {
        assertThat(container("resources: {limits: {cpu: 1500m, memory: 64Mi}, requests: {cpu: 250m, memory: 32Mi}}")
                        .limits())
                .isEqualTo(new ContainerSpec.Limits(
                        OptionalLong.of(1_500_000_000),
                        OptionalLong.of(256),
                        OptionalLong.of(64 << 20),
                        OptionalLong.of(32 << 20)));
        assertThat(container("resources: {limits: {cpu: 1m}, requests: {cpu: 0}}")
                        .limits()
                        .nanoCpus())
                .as("the least that the kernel holds to")
                .isEqualTo(OptionalLong.of(10_000_000));
    }

    @Test
    void takesWhatAContainerRuns() {
        ContainerSpec container =
                container("args: [\"$(A)\", \"$$(A)\", \"$(B)\"], workingDir: /tmp, tty: true, stdin: true,"
                        + " imagePullPolicy: Always, env: [{name: A, value: \"1\"}, {name: C, value: \"$(A)2\"}]");

        assertThat(container.entrypoint()).containsExactly("sleep", "3600");
        assertThat(container.arguments()).containsExactly("1", "$(A)", "$(B)");
        assertThat(container.environment()).containsEntry("A", "1").containsEntry("C", "12");
        assertThat(container.workingDirectory()).isEqualTo("/tmp");
        assertThat(container.pull()).isEqualTo(ContainerSpec.Pull.ALWAYS);
        assertThat(container.tty() && container.stdin()).isTrue();
    }

    @Test
    void takesPorts() {
        assertThat(container(
                                "ports: [{containerPort: 80}, {containerPort: 53, protocol: UDP, hostPort: 5353, hostIP: 127.0.0.1}]")
                        .ports())
                .containsExactly(
                        new ContainerSpec.Port(80, "tcp", 0, ""), new ContainerSpec.Port(53, "udp", 5353, "127.0.0.1"));
    }

    @Test
    void makesAHealthCheckOfAProbeThatRunsACommand() {
        String probe =
                "Probe: {exec: {command: [cat, /ready]}, periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 4,"
                        + " initialDelaySeconds: 7}";

        assertThat(container("readiness" + probe).health())
                .contains(new ContainerSpec.Health(List.of("cat", "/ready"), 5, 2, 4, 7));
        assertThat(notes(ofContainer("readiness" + probe))).isEmpty();
        assertThat(notes(ofContainer("liveness" + probe)))
                .containsExactly(
                        "Microservice 'web': Docker shows a container whose livenessProbe fails as unhealthy, but does"
                                + " not restart it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "readinessProbe: {httpGet: {path: /, port: 80}}|containers[main].readinessProbe",
                "lifecycle: {preStop: {exec: {command: [a]}}}|containers[main].lifecycle",
                "env: [{name: P, valueFrom: {secretKeyRef: {name: s, key: p}}}]|containers[main].env[P].valueFrom",
                "envFrom: [{configMapRef: {name: c}}]|containers[main].envFrom",
                "resources: {limits: {ephemeral-storage: 1Gi}}|containers[main].resources.limits.ephemeral-storage",
                "x-own: 1|containers[main].x-own",
                "restartPolicy: Always|containers[main].restartPolicy",
            })
    void listsWhatAContainerHasWithoutEqual(String more, String path) {
        assertThat(notes(ofContainer(more)))
                .containsExactly("Microservice 'web': deployment.spec.template.spec." + path + " has no equal");
        assertThatThrownBy(() -> wanted(ofContainer(more), true))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("deploy without --strict")
                .hasMessageContaining(path + " has no equal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "initContainers: [{name: i, image: a}]|initContainers",
                "serviceAccountName: me|serviceAccountName",
                "volumes: [{name: v, secret: {secretName: s}}]|volumes[v].secret",
                "volumes: [{name: v, persistentVolumeClaim: {claimName: c}}]|volumes[v].persistentVolumeClaim",
                "dnsPolicy: None|dnsPolicy",
                "securityContext: {fsGroup: 5}|securityContext.fsGroup",
            })
    void listsWhatAPodHasWithoutEqual(String more, String path) {
        assertThat(notes(ofPod(more)))
                .containsExactly("Microservice 'web': deployment.spec.template.spec." + path + " has no equal");
    }

    @Test
    void hasNothingToListOfWhatKubernetesFillsIn() {
        assertThat(notes(shop(
                        "",
                        "{replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600, selector: {matchLabels: {a: b}},"
                                + " strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%, maxUnavailable: 25%}},"
                                + " template: {metadata: {creationTimestamp: null, labels: {a: b}}, spec: {restartPolicy: Always,"
                                + " dnsPolicy: ClusterFirst, schedulerName: default-scheduler, nodeSelector: {a: b},"
                                + " terminationGracePeriodSeconds: 30, securityContext: {}, containers: ["
                                + Shop.container(
                                        "terminationMessagePath: /dev/termination-log, terminationMessagePolicy: File")
                                + "]}}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "volumes: [{name: v, hostPath: {path: /etc}}]|the volume 'v' is the path '/etc' of the engine's machine",
                "hostNetwork: true|hostNetwork: true would open the engine's machine",
                "hostPID: true|hostPID: true would open",
                "hostIPC: true|hostIPC: true would open",
                "hostAliases: [{ip: host-gateway, hostnames: [a]}]|the hostAlias 'a' with the address 'host-gateway' is none",
                "securityContext: {seccompProfile: {type: Unconfined}}|the seccompProfile 'Unconfined'",
            })
    void neverOpensTheMachineToAPod(String more, String why) {
        assertThat(refusal(ofPod(more))).contains("Microservice 'web': " + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "securityContext: {privileged: true}|privileged: true would make the container the master",
                "securityContext: {capabilities: {add: [SYS_ADMIN]}}|the capability 'SYS_ADMIN' goes beyond",
                "securityContext: {seccompProfile: {type: Localhost, localhostProfile: /etc/shadow}}|the seccompProfile 'Localhost'",
                "securityContext: {runAsNonRoot: true, runAsUser: 0}|runAsNonRoot is true, but runAsUser is 0",
                "ports: [{containerPort: 80, hostPort: 70000}]|the port 80/tcp with hostPort 70000",
                "ports: [{containerPort: 80, hostPort: 1}, {containerPort: 81, hostPort: 1}]|hostPort 1 is there twice",
                "env: [{name: a=b, value: c}]|'a=b' is no name of an environment variable",
            })
    void neverGivesAContainerMoreThanItsShare(String more, String why) {
        assertThat(refusal(ofContainer(more))).contains("Microservice 'web': " + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"--privileged|", "a b|", "''|the container 'main' has no image", "../x|"})
    void refusesWhatIsNoImage(String image, String why) {
        Shop shop = shop("", "{template: {spec: {containers: [{name: main, image: \"" + image + "\"}]}}}");

        assertThat(refusal(shop)).contains(why == null ? "'" + image + "' is no name of an image" : why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "io.fogatlas.application: other|the label 'io.fogatlas.application' is one by which objects are known",
                "com.docker.compose.project: x|the label 'com.docker.compose.project' is one by which objects are known",
                "\"a b\": x|the label 'a b' must have",
            })
    void refusesLabelsThatWouldMisleadOthers(String label, String why) {
        assertThat(refusal(shop(
                        "",
                        "{template: {metadata: {labels: {" + label + "}}, spec: {containers: [" + Shop.container("")
                                + "]}}}")))
                .contains(why);
    }

    @Test
    void refusesLabelsWithoutEnd() {
        String label = "a: " + "x".repeat(2000);

        assertThat(refusal(shop(
                        "",
                        "{template: {metadata: {labels: {" + label + "}}, spec: {containers: [" + Shop.container("")
                                + "]}}}")))
                .contains("the value of the label 'a' is longer than 1024 characters");
    }

    @Test
    void refusesNamesWithoutEnd() {
        String name = "x".repeat(300);
        String spec = "{template: {spec: {containers: [" + Shop.container("") + "]}}}";

        assertThat(refusal(new Shop(name).with("web", "", spec).in("web", "edge", 1)))
                .contains("xxx' must have at most 253 characters");
        assertThat(refusal(new Shop("shop").with(name, "", spec).in(name, "edge", 1)))
                .contains("Microservice 'xxx", "xxx' must have at most 253 characters");
    }

    @Test
    void refusesSeveralReplicasWithOnePortOfOneMachine() {
        Shop shop = ofContainer("ports: [{containerPort: 80, hostPort: 8080}]").in("web", "edge", 2);

        assertThat(refusal(shop)).contains("2 replicas in region 'edge' cannot all have 8080/tcp of one machine");
    }

    @Test
    void takesRightsAway() {
        ContainerSpec container = container(
                "securityContext: {readOnlyRootFilesystem: true, allowPrivilegeEscalation: false,"
                        + " runAsUser: 7, runAsGroup: 8, runAsNonRoot: true, capabilities: {drop: [ALL], add: [CAP_CHOWN]}}");

        assertThat(container.user()).isEqualTo("7:8");
        assertThat(container.rights().readOnlyRoot() && container.rights().noNewPrivileges())
                .isTrue();
        assertThat(container.rights().dropped()).containsExactly("ALL");
        assertThat(container.rights().added()).containsExactly("CHOWN");
        assertThat(notes(ofContainer("securityContext: {runAsNonRoot: true}")))
                .singleElement()
                .asString()
                .contains("runAsNonRoot is not checked");
        assertThat(notes(ofContainer("securityContext: {runAsGroup: 5}")))
                .singleElement()
                .asString()
                .contains("runAsGroup has an equal only together with runAsUser");
    }

    @Test
    void makesVolumesOfEmptyDirs() {
        String spec =
                "{template: {spec: {volumes: [{name: d, emptyDir: {}}, {name: m, emptyDir: {medium: Memory, sizeLimit: 1Mi}}],"
                        + " containers: ["
                        + Shop.container("volumeMounts: [{name: d, mountPath: /d, readOnly: true},"
                                + " {name: m, mountPath: /m}]")
                        + "]}}}";

        assertThat(workload(shop("", spec)).containers().get(0).mounts())
                .containsExactly(
                        new ContainerSpec.Mounted("d", "/d", true, false, 0),
                        new ContainerSpec.Mounted("m", "/m", false, true, 1 << 20));
        assertThat(notes(ofPod("volumes: [{name: d, emptyDir: {sizeLimit: 1Mi}}]")))
                .singleElement()
                .asString()
                .contains("the volume 'd' has a sizeLimit, which Docker does not hold");
        for (String limit : List.of("1e999999999", "1e-999999999", "lots", "-1")) {
            assertThat(refusal(shop("", spec.replace("1Mi", limit)))).contains("is no amount of bytes");
        }
    }

    @Test
    void runsTheImageThatARegionAsksFor() {
        Shop shop = shop(
                        "regions: [{regionrequired: edge, image: \"other:2\"}, {regionrequired: cloud}]",
                        "{template: {spec: {containers: [" + Shop.container("") + "]}}}")
                .in("web", "cloud", 1);

        Wanted wanted = wanted(shop, false);

        assertThat(wanted.byRegion().get("edge").get(0).containers().get(0).image())
                .isEqualTo("other:2");
        assertThat(wanted.byRegion().get("cloud").get(0).containers().get(0).image())
                .isEqualTo(RealEngines.IMAGE);
    }

    @Test
    void knowsWhatMakesAReplicaAnother() {
        String same = workload(ofContainer("")).fingerprint();

        assertThat(workload(ofContainer("").in("web", "edge", 5)).fingerprint()).isEqualTo(same);
        assertThat(workload(ofContainer("env: [{name: A}]")).fingerprint()).isNotEqualTo(same);
        assertThat(workload(ofPod("terminationGracePeriodSeconds: 5")).fingerprint())
                .isNotEqualTo(same);
    }

    @Test
    void knowsWhatHasToEndFirst() {
        assertThat(workload(shop(
                                "",
                                "{strategy: {type: Recreate}, template: {spec: {containers: [" + Shop.container("")
                                        + "]}}}"))
                        .stopsFirst())
                .isTrue();
    }
}
