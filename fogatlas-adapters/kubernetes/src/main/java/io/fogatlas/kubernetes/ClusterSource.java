package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fogatlas.manifests.ManifestException;
import io.fogatlas.manifests.ManifestReader;
import io.fogatlas.manifests.Manifests;
import io.fogatlas.manifests.Source;
import io.fogatlas.orchestration.DeploymentException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The infrastructure and the applications of a live cluster: Regions, Links, ExternalEndpoints and FADepls of all namespaces, Nodes, and
 * the Pods bound to them. They are watched, so that asking again costs nothing and gives what is there by then. Thread-safe.
 */
public final class ClusterSource implements AutoCloseable {
    private static final List<ObjectKind> KINDS = List.of(
            ObjectKind.REGION,
            ObjectKind.LINK,
            ObjectKind.EXTERNAL_ENDPOINT,
            ObjectKind.NODE,
            ObjectKind.POD,
            ObjectKind.FADEPL);
    private static final long START_SECONDS = 60;

    private final String cluster;
    private final ManifestReader reader;
    private final Map<ObjectKind, SharedIndexInformer<GenericKubernetesResource>> informers =
            new EnumMap<>(ObjectKind.class);

    private ClusterSource(String cluster, ManifestReader reader) {
        this.cluster = cluster;
        this.reader = reader;
    }

    /**
     * Starts to watch a cluster, and returns once everything that is there was seen.
     *
     * @param cluster the cluster; is not closed with the source
     * @param regionLabel the label by which Nodes say their region
     * @return the source
     * @throws DeploymentException if the cluster cannot be reached or refuses
     */
    public static ClusterSource watch(Cluster cluster, String regionLabel) {
        ClusterSource source = new ClusterSource(
                cluster.name(), new ManifestReader(Objects.requireNonNull(regionLabel, "regionLabel")));
        try {
            source.start(cluster);
            return source;
        } catch (RuntimeException failed) {
            source.close();
            throw failed;
        }
    }

    private void start(Cluster of) {
        for (ObjectKind kind : KINDS) {
            informers.put(
                    kind,
                    of.client()
                            .genericKubernetesResources(kind.context())
                            .inAnyNamespace()
                            .runnableInformer(0));
        }
        List<Map.Entry<ObjectKind, CompletionStage<Void>>> starting = new ArrayList<>();
        informers.forEach((kind, informer) -> starting.add(Map.entry(kind, informer.start())));
        starting.forEach(each -> await(each.getKey(), each.getValue()));
    }

    private void await(ObjectKind kind, CompletionStage<Void> start) {
        String what = "watch the " + kind.kind() + "s of all namespaces";
        try {
            start.toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof KubernetesClientException refused
                    ? ClusterFailures.explain(cluster, what, kind, refused)
                    : new DeploymentException(
                            "cluster '" + cluster + "': cannot " + what + ": " + ClusterFailures.firstLine(failed),
                            failed);
        } catch (TimeoutException slow) {
            throw new DeploymentException(
                    "cluster '" + cluster + "': cannot " + what + ": no answer within " + START_SECONDS + " s", slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DeploymentException("interrupted while reading the cluster '" + cluster + "'", interrupted);
        }
    }

    /**
     * Says what there is now. What a Link's status says is booked by an FADepl counts as held by it, even if the FADepl does not know it,
     * since its deployment was cut short; what FADepls have booked that are gone counts as free.
     *
     * @return the infrastructure, what is taken, and the FADepls, by namespace and name
     * @throws ManifestException if objects contradict each other
     */
    public Manifests current() {
        Map<ObjectKind, List<ObjectNode>> objects = new EnumMap<>(ObjectKind.class);
        informers.forEach((kind, informer) -> objects.put(kind, sorted(informer)));
        Bookings.settle(
                objects.getOrDefault(ObjectKind.LINK, List.of()), objects.getOrDefault(ObjectKind.FADEPL, List.of()));
        List<Source> sources = new ArrayList<>();
        objects.forEach((kind, of) -> {
            if (!of.isEmpty()) {
                sources.add(Source.of(
                        kind.kind() + "s of cluster '" + cluster + "'",
                        new ByteArrayInputStream(lines(of).getBytes(StandardCharsets.UTF_8))));
            }
        });
        return reader.read(sources);
    }

    private static List<ObjectNode> sorted(SharedIndexInformer<GenericKubernetesResource> informer) {
        return informer.getStore().list().stream()
                .map(ClusterObjects::tree)
                .sorted(Comparator.comparing((ObjectNode object) -> Trees.namespace(object))
                        .thenComparing(Trees::name))
                .toList();
    }

    /** One object a line, one after the other. */
    private static String lines(List<ObjectNode> objects) {
        StringBuilder text = new StringBuilder();
        for (ObjectNode object : objects) {
            Trees.inner(object, "metadata").remove("managedFields");
            text.append(object).append('\n');
        }
        return text.toString();
    }

    @Override
    public void close() {
        informers.values().forEach(SharedIndexInformer::close);
    }
}
