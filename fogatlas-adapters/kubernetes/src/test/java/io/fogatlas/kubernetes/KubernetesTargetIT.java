package io.fogatlas.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentPlan;
import io.fogatlas.orchestration.DeploymentStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KubernetesTargetIT {
    private static final String NAMESPACE = "fogatlas-target-it";
    private static final ApplicationId APP = new ApplicationId(NAMESPACE, "app");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String TWO = app("driver busybox:1 003-003:2", "processor busybox:1 002-002:1");

    private static Optional<RealCluster> opened = Optional.empty();

    private RealCluster real;

    @BeforeAll
    static void open() {
        opened = Optional.of(RealCluster.open(NAMESPACE));
    }

    @AfterAll
    static void close() {
        opened.ifPresent(RealCluster::close);
    }

    @BeforeEach
    void makeNodes() {
        real = opened.orElseThrow();
        real.clean();
        real.node("it-cloud-1", "001-001", "8", "16Gi");
        real.node("it-trento-1", "002-002", "4", "8Gi");
        real.node("it-povo-1", "003-003", "2", "4Gi");
        real.node("it-povo-2", "003-003", "2", "4Gi");
    }

    private static String app(String... microservices) {
        return Fadepls.app(NAMESPACE, "app", microservices);
    }

    private static KubernetesTarget target(String fadepl) {
        return new KubernetesTarget(RealCluster.connect(), List.of(Fadepls.manifest(fadepl)), ComputeNode.REGION_LABEL);
    }

    private static DeploymentPlan apply(String fadepl, Duration wait) {
        return apply(fadepl, wait, DeploymentListener.NONE);
    }

    private static DeploymentPlan apply(String fadepl, Duration wait, DeploymentListener listener) {
        try (KubernetesTarget target = target(fadepl)) {
            return target.apply(Fadepls.placed(fadepl), wait, listener);
        }
    }

    private static DeploymentPlan plan(String fadepl) {
        try (KubernetesTarget target = target(fadepl)) {
            return target.plan(Fadepls.placed(fadepl));
        }
    }

    private static List<String> steps(DeploymentPlan plan) {
        return plan.steps().stream()
                .map(step -> step.action() + " " + step.kind() + " " + step.name())
                .toList();
    }

    /** The regions of the nodes that Pods are bound to, by the region their Deployment is for. */
    private Map<String, List<String>> regionsOfPods() {
        Map<String, String> regionByNode = real.client().nodes().withLabel("test", NAMESPACE).list().getItems().stream()
                .collect(Collectors.toMap(
                        node -> node.getMetadata().getName(),
                        node -> node.getMetadata().getLabels().get("region")));
        return real.client().pods().inNamespace(NAMESPACE).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .collect(Collectors.groupingBy(
                        KubernetesTargetIT::deploymentOf,
                        Collectors.mapping(
                                pod -> regionByNode.getOrDefault(pod.getSpec().getNodeName(), "none"),
                                Collectors.toList())));
    }

    private static String deploymentOf(Pod pod) {
        String replicaSet = pod.getMetadata().getOwnerReferences().get(0).getName();
        return replicaSet.substring(0, replicaSet.lastIndexOf('-'));
    }

    @Test
    void theSchedulerBindsEveryPodToANodeOfTheDecidedRegion() {
        DeploymentPlan done = apply(app("driver busybox:1 003-003:2,001-001:1", "processor busybox:1 002-002:1"), LONG);

        assertThat(steps(done))
                .containsExactly(
                        "CREATE FADepl app",
                        "CREATE Deployment driver.reg.003-003",
                        "CREATE Deployment driver.reg.001-001",
                        "CREATE Deployment processor.reg.002-002",
                        "UPDATE FADepl app");
        assertThat(regionsOfPods())
                .isEqualTo(Map.of(
                        "driver.reg.001-001", List.of("001-001"),
                        "driver.reg.003-003", List.of("003-003", "003-003"),
                        "processor.reg.002-002", List.of("002-002")));
        ObjectNode deployment = real.get(ObjectKind.DEPLOYMENT, "driver.reg.003-003");
        assertThat(Trees.label(deployment, "fadepl")).isEqualTo("app");
        assertThat(new Owner("app", Trees.uid(real.get(ObjectKind.FADEPL, "app"))).controls(deployment))
                .isTrue();
    }

    @Test
    void aRepeatedApplyChangesNothing() {
        apply(TWO, Duration.ZERO);
        List<String> before = specVersions();

        DeploymentPlan planned = plan(TWO);
        DeploymentPlan done = apply(TWO, LONG);

        assertThat(planned.steps()).isEmpty();
        assertThat(done.steps()).isEmpty();
        assertThat(specVersions()).isEqualTo(before);
    }

    private List<String> specVersions() {
        return real.objects().list(ObjectKind.DEPLOYMENT, NAMESPACE).stream()
                .map(each -> Trees.name(each) + " "
                        + each.path("metadata").path("generation").asLong())
                .toList();
    }

    @Test
    void aPlanChangesNothing() {
        DeploymentPlan planned = plan(TWO);

        assertThat(steps(planned)).hasSize(4);
        assertThat(real.deployments()).isEmpty();
        assertThat(real.objects().get(ObjectKind.FADEPL, NAMESPACE, "app")).isEmpty();
    }

    @Test
    void scalesMovesAndChangesImages() {
        apply(TWO, Duration.ZERO);
        DeploymentPlan done = apply(app("driver busybox:2 003-003:3", "processor busybox:1 001-001:1"), LONG);

        assertThat(done.steps())
                .extracting(DeploymentStep::toString)
                .filteredOn(step -> step.contains("Deployment,"))
                .satisfiesExactly(
                        update -> assertThat(update)
                                .contains(
                                        "UPDATE",
                                        "driver.reg.003-003",
                                        "replicas 2 → 3",
                                        "image busybox:1 → busybox:2"),
                        create -> assertThat(create).contains("CREATE", "processor.reg.001-001"),
                        delete -> assertThat(delete).contains("DELETE", "processor.reg.002-002"));
        assertThat(real.deployments()).containsExactly("driver.reg.003-003", "processor.reg.001-001");
        RealCluster.await(
                "only the new Pods are there",
                () -> regionsOfPods()
                        .equals(Map.of(
                                "driver.reg.003-003", List.of("003-003", "003-003", "003-003"),
                                "processor.reg.001-001", List.of("001-001"))));
    }

    @Test
    void undoesWhatOthersChanged() {
        apply(TWO, Duration.ZERO);
        real.client()
                .apps()
                .deployments()
                .inNamespace(NAMESPACE)
                .withName("driver.reg.003-003")
                .scale(5);

        DeploymentPlan done = apply(TWO, Duration.ZERO);

        assertThat(steps(done)).containsExactly("UPDATE Deployment driver.reg.003-003");
        assertThat(done.steps().get(0).reason()).isEqualTo("replicas 5 → 2");
    }

    @Test
    void replacesADeploymentWhoseSelectorIsAnother() {
        apply(TWO, Duration.ZERO);
        DeploymentPlan done = apply(TWO.replace("app: driver", "name: driver"), LONG);

        assertThat(steps(done)).contains("REPLACE Deployment driver.reg.003-003");
        assertThat(real.get(ObjectKind.DEPLOYMENT, "driver.reg.003-003")
                        .at("/spec/selector/matchLabels/name")
                        .asText())
                .isEqualTo("driver");
    }

    @Test
    void saysWhichPodsHangAndTakesEverythingBack() {
        String missing = TWO.replaceFirst("busybox:1", "missing:1");

        DeploymentException failed =
                catchThrowableOfType(DeploymentException.class, () -> apply(missing, Duration.ofSeconds(4)));

        assertThat(failed)
                .hasMessageContaining("is not ready within 4000 ms: 1 of 3 replicas are")
                .hasMessageContaining("driver in 003-003: Pod 'driver.reg.003-003-")
                .hasMessageContaining("waits: container 'main' ImagePullBackOff: Back-off pulling image")
                .hasMessageContaining("everything that was changed has been taken back");
        assertThat(failed.leftOver()).isEmpty();
        assertThat(real.deployments()).isEmpty();
        assertThat(real.objects().get(ObjectKind.FADEPL, NAMESPACE, "app")).isEmpty();
    }

    @Test
    void saysWhichPodsFindNoNode() {
        DeploymentException failed = catchThrowableOfType(
                DeploymentException.class,
                () -> apply(
                        app("driver busybox:1 003-003:60", "processor busybox:1 002-002:1"), Duration.ofSeconds(3)));

        assertThat(failed).hasMessageContaining("is on no node: Unschedulable: 0/4 nodes are available");
        assertThat(real.deployments()).isEmpty();
    }

    @Test
    void takesAnUpdateBackDownToWhoManagesWhat() {
        apply(TWO, LONG);
        JsonNode before = withoutVersions(real.get(ObjectKind.DEPLOYMENT, "driver.reg.003-003"));
        ObjectNode fadepl = real.get(ObjectKind.FADEPL, "app");

        DeploymentException failed = catchThrowableOfType(
                DeploymentException.class,
                () -> apply(
                        app("driver missing:1 003-003:1,001-001:1", "processor busybox:1 001-001:1"),
                        Duration.ofSeconds(3)));

        assertThat(failed.leftOver()).isEmpty();
        assertThat(real.deployments()).containsExactly("driver.reg.003-003", "processor.reg.002-002");
        assertThat(withoutVersions(real.get(ObjectKind.DEPLOYMENT, "driver.reg.003-003")))
                .isEqualTo(before);
        assertThat(real.get(ObjectKind.FADEPL, "app").path("spec")).isEqualTo(fadepl.path("spec"));
        assertThat(real.get(ObjectKind.FADEPL, "app").path("status")).isEqualTo(fadepl.path("status"));
        assertThat(plan(TWO).steps()).isEmpty();
    }

    /** What a user can see of a Deployment, and who manages which of the fields that users write. */
    private static JsonNode withoutVersions(ObjectNode deployment) {
        ObjectNode copy = deployment.deepCopy();
        copy.remove("status");
        ObjectNode metadata = (ObjectNode) copy.get("metadata");
        for (String changing : List.of("resourceVersion", "generation")) {
            metadata.remove(changing);
        }
        ((ObjectNode) metadata.path("annotations")).remove("deployment.kubernetes.io/revision");
        JsonNode managed = metadata.remove("managedFields");
        metadata.set(
                "manager",
                Trees.items(managed).stream()
                        .filter(entry -> entry.path("manager").asText().equals("fogatlas"))
                        .findFirst()
                        .orElseThrow()
                        .path("fieldsV1"));
        return copy;
    }

    @Test
    void theNextApplyFinishesAKilledOne() {
        AtomicInteger left = new AtomicInteger(3);
        DeploymentListener killer = new DeploymentListener() {
            @Override
            public void done(DeploymentStep step) {
                if (left.decrementAndGet() == 0) {
                    throw new Killed();
                }
            }
        };
        String many = app(Fadepls.microservices(40, "001-001"));

        assertThatThrownBy(() -> apply(many, Duration.ZERO, killer)).isInstanceOf(Killed.class);
        assertThat(real.deployments()).hasSizeBetween(1, 39);

        apply(many, LONG);

        assertThat(real.deployments()).hasSize(40);
        assertThat(plan(many).steps()).isEmpty();
    }

    /** Ends a run without anything being taken back, as the end of the process does. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void neverTouchesTheDeploymentOfSomebodyElse() {
        apply(app("driver busybox:1 003-003:1"), Duration.ZERO);
        String foreign = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: processor.reg.002-002, labels: {fadepl: app}}
                spec:
                  selector: {matchLabels: {app: other}}
                  template:
                    metadata: {labels: {app: other}}
                    spec: {containers: [{name: other, image: other}]}
                """;
        real.apply(foreign);
        real.apply(foreign.replace("processor.reg.002-002", "stale.reg.002-002"));
        String before = Trees.resourceVersion(real.get(ObjectKind.FADEPL, "app"));

        DeploymentException refused = catchThrowableOfType(
                DeploymentException.class,
                () -> apply(app("driver busybox:1 001-001:1", "processor busybox:1 002-002:1"), Duration.ZERO));

        assertThat(refused)
                .hasMessageContaining("Deployment '" + NAMESPACE
                        + "/processor.reg.002-002' was made by somebody else; remove them, or rename the microservice");
        assertThat(real.deployments())
                .containsExactly("driver.reg.003-003", "processor.reg.002-002", "stale.reg.002-002");
        assertThat(Trees.resourceVersion(real.get(ObjectKind.FADEPL, "app"))).isEqualTo(before);
        assertThat(eventReasons()).contains("ErrResourceExists");

        apply(app("driver busybox:1 001-001:1"), Duration.ZERO);

        assertThat(real.deployments())
                .containsExactly("driver.reg.001-001", "processor.reg.002-002", "stale.reg.002-002");
    }

    private List<String> eventReasons() {
        return real.client().v1().events().inNamespace(NAMESPACE).list().getItems().stream()
                .filter(event -> event.getInvolvedObject().getKind().equals("FADepl"))
                .map(event -> event.getReason())
                .toList();
    }

    @Test
    void removesEverythingItMade() {
        apply(TWO, Duration.ZERO);
        real.apply("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: mine, labels: {fadepl: app}}
                spec:
                  selector: {matchLabels: {app: other}}
                  template:
                    metadata: {labels: {app: other}}
                    spec: {containers: [{name: other, image: other}]}
                """);

        try (KubernetesTarget target = target(TWO)) {
            assertThat(target.remove(APP, DeploymentListener.NONE).steps()).hasSize(3);
            assertThat(target.remove(APP, DeploymentListener.NONE).steps()).isEmpty();
            assertThat(target.observe(APP).workloads()).isEmpty();
        }
        assertThat(real.deployments()).containsExactly("mine");
        assertThat(real.objects().get(ObjectKind.FADEPL, NAMESPACE, "app")).isEmpty();
    }

    @Test
    void leavesAnFadeplThatSomebodyElseMade() {
        real.apply(TWO);
        apply(TWO, Duration.ZERO);
        assertThat(real.get(ObjectKind.FADEPL, "app")
                        .at("/status/currentstatus")
                        .asInt())
                .isEqualTo(1);

        try (KubernetesTarget target = target(TWO)) {
            target.remove(APP, DeploymentListener.NONE);
        }

        assertThat(real.get(ObjectKind.FADEPL, "app")
                        .at("/status/currentstatus")
                        .asInt())
                .isZero();
        assertThat(real.get(ObjectKind.FADEPL, "app").at("/status/placements").isMissingNode())
                .isTrue();
    }

    @Test
    void observesWhatIsReady() {
        apply(TWO, LONG);

        try (KubernetesTarget target = target(TWO)) {
            assertThat(target.observe(APP).isReady()).isTrue();
            assertThat(target.observe(APP).workloads())
                    .extracting(each -> each.microservice() + " " + each.region() + " " + each.ready())
                    .containsExactly("driver 003-003 2", "processor 002-002 1");
        }
    }
}
