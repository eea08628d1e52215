package io.fogatlas.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.placement.Route;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentPlan;
import io.fogatlas.orchestration.DeploymentStatus;
import io.fogatlas.orchestration.DeploymentStep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KubernetesTargetTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NS = "default";
    private static final ApplicationId APP = new ApplicationId(NS, "app");
    private static final String FLOW =
            "  dataflows: [{name: flow, sourceid: a, destinationid: b, bandwidthrequired: 5M, latency: 100}]\n";
    private static final String TEXT = app("a busybox:1 003-003:1", "b busybox:1 002-002:2");
    private static final String SCALED = app("a busybox:2 003-003:3", "b busybox:1 001-001:2");

    private ApiServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ApiServer();
        server.put(ObjectKind.LINK, NS, tree("""
                {"apiVersion": "fogatlas.fbk.eu/v1alpha1", "kind": "Link", "metadata": {"name": "link3"},
                 "spec": {"id": "link3", "endpointa": "003-003", "endpointb": "002-002", "bandwidth": "100M"}}
                """));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String app(String... microservices) {
        return Fadepls.app(NS, "app", microservices) + FLOW;
    }

    private static ObjectNode tree(String json) throws IOException {
        return (ObjectNode) MAPPER.readTree(json);
    }

    private KubernetesTarget target(String fadepl) {
        return new KubernetesTarget(server.connect(), List.of(Fadepls.manifest(fadepl)), ComputeNode.REGION_LABEL);
    }

    private DeploymentPlan apply(String fadepl, Duration wait) {
        return apply(fadepl, wait, DeploymentListener.NONE);
    }

    private DeploymentPlan apply(String fadepl, Duration wait, DeploymentListener listener) {
        String other = fadepl.contains("001-001") ? "001-001" : "002-002";
        List<String> links = other.equals("002-002") ? List.of("link3") : List.of();
        try (KubernetesTarget target = target(fadepl)) {
            return target.apply(
                    Fadepls.placed(fadepl, List.of(new Route("flow", "003-003", other, links))), wait, listener);
        }
    }

    private static List<String> steps(DeploymentPlan plan) {
        return plan.steps().stream()
                .map(step -> step.action() + " " + step.kind() + " " + step.name())
                .toList();
    }

    @Test
    void makesOwnsAndBooks() {
        DeploymentPlan done = apply(TEXT, Duration.ZERO);

        assertThat(steps(done))
                .containsExactly(
                        "CREATE FADepl app",
                        "UPDATE Link link3",
                        "CREATE Deployment a.reg.003-003",
                        "CREATE Deployment b.reg.002-002",
                        "UPDATE FADepl app");
        assertThat(done.steps().get(1).reason()).isEqualTo("books 5M instead of 0 bit/s");
        ObjectNode deployment =
                server.get(ObjectKind.DEPLOYMENT, NS, "b.reg.002-002").orElseThrow();
        assertThat(deployment.at("/spec/template/spec/nodeSelector/region").asText())
                .isEqualTo("002-002");
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(deployment.at("/metadata/labels/fadepl").asText()).isEqualTo("app");
        assertThat(server.get(ObjectKind.LINK, NS, "link3")
                        .orElseThrow()
                        .at("/status/bookings/default~1app")
                        .asText())
                .isEqualTo("5M");
        assertThat(server.get(ObjectKind.FADEPL, NS, "app")
                        .orElseThrow()
                        .at("/status/currentstatus")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.names(ObjectKind.EVENT, NS)).startsWith("app.");
    }

    @Test
    void changesNothingTheSecondTime() {
        apply(TEXT, Duration.ZERO);

        assertThat(apply(TEXT, Duration.ZERO).steps()).isEmpty();
        try (KubernetesTarget target = target(TEXT)) {
            assertThat(target.name()).isEqualTo("kubernetes");
            assertThat(target.plan(Fadepls.placed(
                                    TEXT, List.of(new Route("flow", "003-003", "002-002", List.of("link3")))))
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void updatesMovesAndReleases() {
        apply(TEXT, Duration.ZERO);

        DeploymentPlan done = apply(SCALED, Duration.ZERO);

        assertThat(steps(done))
                .containsExactly(
                        "UPDATE FADepl app",
                        "UPDATE Link link3",
                        "UPDATE Deployment a.reg.003-003",
                        "CREATE Deployment b.reg.001-001",
                        "DELETE Deployment b.reg.002-002",
                        "UPDATE FADepl app");
        assertThat(server.get(ObjectKind.LINK, NS, "link3")
                        .orElseThrow()
                        .at("/status/bwallocated")
                        .asText())
                .isEqualTo("0");
    }

    @Test
    void takesEverythingBackIfSomethingIsRefused() {
        apply(TEXT, Duration.ZERO);
        ObjectNode before =
                server.get(ObjectKind.DEPLOYMENT, NS, "a.reg.003-003").orElseThrow();
        server.refuse(
                (method, path) -> method.equals("PATCH") && path.contains("b.reg.001-001") && !path.contains("dryRun")
                        ? Optional.of(500)
                        : Optional.empty());

        DeploymentException failed =
                catchThrowableOfType(DeploymentException.class, () -> apply(SCALED, Duration.ZERO));

        assertThat(failed)
                .hasMessageContaining(
                        "cluster 'test': cannot apply Deployment 'default/b.reg.001-001': refused by the test")
                .hasMessageEndingWith("everything that was changed has been taken back");
        assertThat(failed.leftOver()).isEmpty();
        assertThat(server.names(ObjectKind.DEPLOYMENT, NS)).isEqualTo("a.reg.003-003 b.reg.002-002");
        assertThat(server.get(ObjectKind.DEPLOYMENT, NS, "a.reg.003-003")
                        .orElseThrow()
                        .path("spec"))
                .isEqualTo(before.path("spec"));
        assertThat(server.get(ObjectKind.LINK, NS, "link3")
                        .orElseThrow()
                        .at("/status/bwallocated")
                        .asText())
                .isEqualTo("5M");
    }

    @Test
    void saysWhatCouldNotBeTakenBack() {
        server.refuse((method, path) -> {
            boolean last = method.equals("PATCH") && path.contains("b.reg.002-002") && !path.contains("dryRun");
            boolean undo = method.equals("DELETE") && path.contains("a.reg.003-003");
            return last || undo ? Optional.of(403) : Optional.empty();
        });

        DeploymentException failed = catchThrowableOfType(DeploymentException.class, () -> apply(TEXT, Duration.ZERO));

        assertThat(failed).hasMessageContaining("not allowed: refused by the test; 'fogatlas rbac' prints the rights");
        assertThat(failed.leftOver())
                .singleElement()
                .satisfies(left ->
                        assertThat(left).startsWith("Deployment 'a.reg.003-003': cluster 'test': cannot delete"));
    }

    @Test
    void triesAgainWhereOthersWriteToo() {
        List<String> refusedOnce = new ArrayList<>();
        server.refuse((method, path) -> {
            boolean first = method.equals("PUT") && path.contains("/status") && !refusedOnce.contains(path);
            if (first) {
                refusedOnce.add(path);
            }
            return first ? Optional.of(409) : Optional.empty();
        });

        apply(TEXT, Duration.ZERO);

        assertThat(refusedOnce).hasSize(2);
        assertThat(server.get(ObjectKind.LINK, NS, "link3")
                        .orElseThrow()
                        .at("/status/bwallocated")
                        .asText())
                .isEqualTo("5M");
    }

    @Test
    void leavesALinkAloneOfWhichTooLittleIsLeft() throws IOException {
        ObjectNode link = server.get(ObjectKind.LINK, NS, "link3").orElseThrow();
        Trees.inner(link, "status").put("bwallocated", "97M");
        server.put(ObjectKind.LINK, NS, link);

        DeploymentException refused = catchThrowableOfType(DeploymentException.class, () -> apply(TEXT, Duration.ZERO));

        assertThat(refused)
                .hasMessageContaining("Link 'link3' has 3M bit/s left, but FADepl 'default/app' needs 5M of it");
        assertThat(server.get(ObjectKind.LINK, NS, "link3")
                        .orElseThrow()
                        .path("status")
                        .toString())
                .isEqualTo("{\"bwallocated\":\"97M\"}");
    }

    @Test
    void refusesToTouchWhatOthersMade() throws IOException {
        apply(TEXT, Duration.ZERO);
        server.put(ObjectKind.DEPLOYMENT, NS, tree("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "b.reg.001-001", "ownerReferences":
                  [{"apiVersion": "x/v1", "kind": "Tool", "name": "other", "uid": "1", "controller": true}]}}
                """));

        DeploymentException refused =
                catchThrowableOfType(DeploymentException.class, () -> apply(SCALED, Duration.ZERO));

        assertThat(refused)
                .hasMessageContaining(
                        "Deployment 'default/b.reg.001-001' belongs to Tool 'other'; remove them, or rename");
        assertThat(server.names(ObjectKind.DEPLOYMENT, NS)).isEqualTo("a.reg.003-003 b.reg.001-001 b.reg.002-002");
    }

    @Test
    void waitsSaysWhoHangsAndTakesBack() throws IOException {
        server.put(ObjectKind.POD, NS, tree("""
                {"metadata": {"name": "a-1", "ownerReferences": [{"kind": "ReplicaSet", "name": "a.reg.003-003-77", "controller": true}]},
                 "status": {"containerStatuses": [{"name": "main", "state": {"waiting": {"reason": "ImagePullBackOff"}}}]}}
                """));
        List<DeploymentStatus> seen = new ArrayList<>();
        DeploymentListener listener = new DeploymentListener() {
            @Override
            public void observed(DeploymentStatus status) {
                seen.add(status);
            }
        };

        DeploymentException failed =
                catchThrowableOfType(DeploymentException.class, () -> apply(TEXT, Duration.ofMillis(50), listener));

        assertThat(failed)
                .hasMessageContaining("FADepl 'default/app' is not ready within 50 ms: 0 of 3 replicas are")
                .hasMessageContaining("a in 003-003: Pod 'a-1' waits: container 'main' ImagePullBackOff")
                .hasMessageContaining("b in 002-002: 0 of 2 replicas are ready");
        assertThat(seen).isNotEmpty();
        assertThat(server.names(ObjectKind.DEPLOYMENT, NS) + server.names(ObjectKind.FADEPL, NS))
                .isEmpty();
    }

    @Test
    void removesWhatItMadeAndOnlyThat() {
        apply(TEXT, Duration.ZERO);

        try (KubernetesTarget target = target(TEXT)) {
            DeploymentPlan removed = target.remove(APP, DeploymentListener.NONE);

            assertThat(removed.steps())
                    .extracting(DeploymentStep::name)
                    .containsExactly("a.reg.003-003", "b.reg.002-002", "link3", "app");
            assertThat(target.remove(APP, DeploymentListener.NONE).isEmpty()).isTrue();
            assertThat(target.observe(APP).workloads()).isEmpty();
        }
    }

    @Test
    void leavesAnFadeplOfSomebodyElseAndClearsItsStatus() {
        ObjectNode fadepl = Trees.of(Fadepls.manifest(TEXT).tree());
        server.put(ObjectKind.FADEPL, NS, fadepl);
        apply(TEXT, Duration.ZERO);

        try (KubernetesTarget target = target(TEXT)) {
            assertThat(target.observe(APP).workloads()).hasSize(2);
            target.remove(APP, DeploymentListener.NONE);
        }

        assertThat(server.get(ObjectKind.FADEPL, NS, "app")
                        .orElseThrow()
                        .path("status")
                        .toString())
                .isEqualTo("{\"currentstatus\":0}");
    }

    @Test
    void saysOfAClusterWithoutTheKindsHowToAddThem() {
        server.refuse((method, path) -> path.contains("fogatlas.fbk.eu") ? Optional.of(404) : Optional.empty());

        DeploymentException failed = catchThrowableOfType(DeploymentException.class, () -> apply(TEXT, Duration.ZERO));

        assertThat(failed).hasMessageContaining("cannot apply FADepl 'default/app': ");
    }

    @Test
    void knowsOnlyTheFadeplsThatItWasGiven() {
        ApplicationManifest other = Fadepls.manifest(TEXT.replace("name: app,", "name: other,"));
        try (KubernetesTarget target =
                new KubernetesTarget(server.connect(), List.of(other), ComputeNode.REGION_LABEL)) {
            assertThat(catchThrowableOfType(DeploymentException.class, () -> target.plan(Fadepls.placed(TEXT))))
                    .hasMessage("there is no FADepl 'default/app' among those that may be deployed");
            assertThat(catchThrowableOfType(
                            DeploymentException.class, () -> target.observe(new ApplicationId("../x", "app"))))
                    .hasMessageStartingWith("FADepl '../x/app' cannot be in a cluster: names are at most 253");
        }
    }
}
