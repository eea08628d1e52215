package io.fogatlas.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NamespaceListVisitFromServerGetDeleteRecreateWaitApplicable;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.placement.Route;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class AccessRightsIT {
    private static final String NAMESPACE = "fogatlas-rights-it";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String FLOW =
            "  dataflows: [{name: flow, sourceid: a, destinationid: b, bandwidthrequired: 1M, latency: 100}]\n";
    private static final String APP =
            Fadepls.app(NAMESPACE, "app", "a busybox:1 003-003:1", "b busybox:1 002-002:1") + FLOW;
    private static final String MOVED =
            Fadepls.app(NAMESPACE, "app", "a busybox:2 003-003:1", "b missing:1 002-002:2") + FLOW;
    private static final List<Route> ROUTE = List.of(new Route("flow", "003-003", "002-002", List.of("link3")));

    private static Optional<RealCluster> opened = Optional.empty();

    @BeforeAll
    static void open() {
        RealCluster real = RealCluster.open(NAMESPACE);
        opened = Optional.of(real);
        rights().forceConflicts().serverSideApply();
        RealCluster.await("the service account has a token", () -> token().isPresent());
        real.node("it-rights-povo", "003-003", "4", "8Gi");
        real.node("it-rights-trento", "002-002", "4", "8Gi");
        real.apply(Fadepls.REGIONS);
    }

    @AfterAll
    static void close() {
        opened.ifPresent(real -> {
            rights().delete();
            real.close();
        });
    }

    private static NamespaceListVisitFromServerGetDeleteRecreateWaitApplicable<HasMetadata> rights() {
        return opened.orElseThrow()
                .client()
                .load(new ByteArrayInputStream(AccessRights.yaml().getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<String> token() {
        return opened.orElseThrow().client().secrets().inNamespace("default").list().getItems().stream()
                .filter(secret -> secret.getMetadata().getAnnotations() != null
                        && "fogatlas"
                                .equals(secret.getMetadata()
                                        .getAnnotations()
                                        .get("kubernetes.io/service-account.name")))
                .map(Secret::getData)
                .filter(data -> data != null && data.containsKey("token"))
                .map(data -> new String(Base64.getDecoder().decode(data.get("token")), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** Connects as the service account of the manifest. */
    private static KubernetesClient limited() {
        Config config = new ConfigBuilder(
                        Config.fromKubeconfig(RealCluster.kubeconfig().toFile()))
                .withOauthToken(token().orElseThrow())
                .withAutoOAuthToken(token().orElseThrow())
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    private static KubernetesTarget target(String fadepl) {
        return new KubernetesTarget(
                Cluster.of("limited", limited()), List.of(Fadepls.manifest(fadepl)), ComputeNode.REGION_LABEL);
    }

    @Test
    void areEnoughForEverything() {
        try (Cluster cluster = Cluster.of("limited", limited());
                ClusterSource source = ClusterSource.watch(cluster, ComputeNode.REGION_LABEL)) {
            assertThat(source.current().infrastructure().regions()).hasSize(3);
        }
        try (KubernetesTarget target = target(APP)) {
            target.apply(Fadepls.placed(APP, ROUTE), LONG, DeploymentListener.NONE);
            assertThat(target.observe(new ApplicationId(NAMESPACE, "app")).isReady())
                    .isTrue();
        }
        try (KubernetesTarget target = target(MOVED)) {
            DeploymentException failed = catchThrowableOfType(
                    DeploymentException.class,
                    () -> target.apply(Fadepls.placed(MOVED, ROUTE), Duration.ofSeconds(2), DeploymentListener.NONE));
            assertThat(failed.leftOver()).isEmpty();
            assertThat(failed).hasMessageContaining("ImagePullBackOff");
            assertThat(target.remove(new ApplicationId(NAMESPACE, "app"), DeploymentListener.NONE)
                            .steps())
                    .hasSize(4);
        }
        assertThat(opened.orElseThrow()
                        .client()
                        .v1()
                        .events()
                        .inNamespace(NAMESPACE)
                        .list()
                        .getItems())
                .extracting(event -> event.getReason())
                .contains("Synced", "Failed");
    }

    @Test
    void allowNothingElse() {
        try (KubernetesClient client = limited()) {
            assertForbidden(() -> client.secrets().inNamespace(NAMESPACE).list());
            assertForbidden(() -> client.configMaps().inNamespace(NAMESPACE).list());
            assertForbidden(() -> client.services().inNamespace(NAMESPACE).list());
            assertForbidden(() -> client.nodes().withName("it-rights-povo").delete());
            assertForbidden(
                    () -> client.pods().inNamespace(NAMESPACE).withName("any").delete());
            assertForbidden(() -> client.namespaces().withName(NAMESPACE).delete());
            assertForbidden(() -> client.rbac().clusterRoles().list());
        }
    }

    private static void assertForbidden(Runnable request) {
        KubernetesClientException refused = catchThrowableOfType(KubernetesClientException.class, request::run);
        assertThat(refused.getCode()).isEqualTo(403);
    }
}
