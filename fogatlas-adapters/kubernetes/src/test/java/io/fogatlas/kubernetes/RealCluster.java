package io.fogatlas.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fogatlas.kubernetes.crd.Definitions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A real control plane to test against, with a namespace and nodes of its own: the one whose kubeconfig the system property
 * {@code fogatlas.kubernetes.kubeconfig} or the environment variable {@code FOGATLAS_KUBERNETES_KUBECONFIG} names.
 */
final class RealCluster implements AutoCloseable {
    private static final Optional<String> KUBECONFIG = Optional.ofNullable(
                    System.getProperty("fogatlas.kubernetes.kubeconfig"))
            .or(() -> Optional.ofNullable(System.getenv("FOGATLAS_KUBERNETES_KUBECONFIG")))
            .filter(path -> !path.isBlank());
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final String namespace;
    private final Cluster cluster;
    private final Kubelet kubelet;

    private RealCluster(String namespace) {
        this.namespace = namespace;
        this.cluster = connect();
        this.kubelet = new Kubelet(cluster.client(), namespace);
    }

    /** Skips the tests where there is no cluster, unless {@code -Dfogatlas.it.required=true} demands one. */
    static RealCluster open(String namespace) {
        assertThat(KUBECONFIG.isPresent() || !Boolean.getBoolean("fogatlas.it.required"))
                .as("a cluster is required; name its kubeconfig by -Dfogatlas.kubernetes.kubeconfig=FILE")
                .isTrue();
        assumeTrue(
                KUBECONFIG.isPresent(),
                "there is no cluster: name its kubeconfig by -Dfogatlas.kubernetes.kubeconfig=FILE");
        RealCluster real = new RealCluster(namespace);
        real.start();
        return real;
    }

    static Path kubeconfig() {
        return Path.of(KUBECONFIG.orElseThrow());
    }

    /** A further connection, which a target may close. */
    static Cluster connect() {
        return Cluster.connect(Optional.of(kubeconfig()), Optional.empty());
    }

    private void start() {
        await("an earlier namespace is gone", () -> {
            Namespace earlier = client().namespaces().withName(namespace).get();
            return earlier == null || earlier.getMetadata().getDeletionTimestamp() == null;
        });
        client().load(new ByteArrayInputStream(Definitions.yaml().getBytes(StandardCharsets.UTF_8)))
                .forceConflicts()
                .serverSideApply();
        await("the kinds are known", () -> isKnown(ObjectKind.LINK) && isKnown(ObjectKind.FADEPL));
        client().resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .serverSideApply();
        await(
                "the namespace has its service account",
                () -> client().serviceAccounts()
                                .inNamespace(namespace)
                                .withName("default")
                                .get()
                        != null);
        kubelet.start();
        clean();
    }

    private boolean isKnown(ObjectKind kind) {
        return client().apiextensions()
                                .v1()
                                .customResourceDefinitions()
                                .withName(kind.resource())
                                .get()
                                .getStatus()
                        != null
                && client().getApiGroup("fogatlas.fbk.eu") != null
                && client().getApiResources("fogatlas.fbk.eu/v1alpha1").getResources().stream()
                        .anyMatch(resource -> resource.getKind().equals(kind.kind()));
    }

    /** Removes what tests made. */
    void clean() {
        client().nodes().withLabel("test", namespace).delete();
        for (ObjectKind kind : List.of(
                ObjectKind.FADEPL,
                ObjectKind.LINK,
                ObjectKind.REGION,
                ObjectKind.EXTERNAL_ENDPOINT,
                ObjectKind.DEPLOYMENT,
                ObjectKind.EVENT)) {
            client().genericKubernetesResources(kind.context())
                    .inNamespace(namespace)
                    .delete();
        }
        await(
                "all Pods are gone",
                () -> client().pods().inNamespace(namespace).list().getItems().isEmpty());
    }

    KubernetesClient client() {
        return cluster.client();
    }

    ClusterObjects objects() {
        return cluster.objects();
    }

    String namespace() {
        return namespace;
    }

    Kubelet kubelet() {
        return kubelet;
    }

    /** Makes a node that the real scheduler takes. */
    void node(String name, String region, String cpu, String memory) {
        client().resource(new NodeBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withLabels(Map.of("region", region, "test", namespace))
                        .endMetadata()
                        .build())
                .create();
        client().nodes()
                .withName(name)
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), """
                {"status": {"allocatable": {"cpu": "%1$s", "memory": "%2$s", "pods": "600"},
                 "capacity": {"cpu": "%1$s", "memory": "%2$s", "pods": "600"},
                 "conditions": [{"type": "Ready", "status": "True"}]}}
                """.formatted(cpu, memory));
    }

    /** Applies objects as a user does. */
    void apply(String yaml) {
        client().load(new ByteArrayInputStream(("---\n" + yaml).getBytes(StandardCharsets.UTF_8)))
                .inNamespace(namespace)
                .fieldManager("somebody")
                .forceConflicts()
                .serverSideApply();
    }

    ObjectNode get(ObjectKind kind, String name) {
        return objects().get(kind, namespace, name).orElseThrow();
    }

    List<String> deployments() {
        return objects().list(ObjectKind.DEPLOYMENT, namespace).stream()
                .map(Trees::name)
                .sorted()
                .toList();
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() < deadline).as("in time: " + what).isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Override
    public void close() {
        clean();
        client().namespaces().withName(namespace).delete();
        kubelet.close();
        cluster.close();
    }
}
