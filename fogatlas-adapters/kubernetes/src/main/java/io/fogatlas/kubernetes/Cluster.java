package io.fogatlas.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fogatlas.orchestration.DeploymentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A connection to the API server of a Kubernetes cluster.
 *
 * <p>Credentials come from a kubeconfig, or inside a cluster from the Pod's service account; they are never logged. The server's
 * certificate is verified unless the kubeconfig itself says otherwise. Thread-safe.
 */
public final class Cluster implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int REQUEST_MILLIS = 30_000;
    private static final int RETRIES = 3;
    private static final int CONCURRENT = 16;

    private final String name;
    private final ClusterObjects objects;
    private final KubernetesClient client;

    private Cluster(String name, KubernetesClient client) {
        this.name = name;
        this.client = client;
        this.objects = new ClusterObjects(client, name);
    }

    /**
     * Prepares a connection; nothing is sent yet.
     *
     * @param kubeconfig the file that says how to reach the cluster; if none is given, {@code $KUBECONFIG}, {@code ~/.kube/config} or
     *     the service account of the Pod that this runs in
     * @param context the context in it; if none is given, its current one
     * @return the connection
     * @throws DeploymentException if there is no such file or context, or the file is no kubeconfig
     */
    public static Cluster connect(Optional<Path> kubeconfig, Optional<String> context) {
        kubeconfig.ifPresent(Cluster::requireFile);
        String from = kubeconfig.map(file -> "'" + file + "'").orElse("the kubeconfig");
        Config config = read(kubeconfig, from, context);
        require(config, from, context);
        return new Cluster(
                nameOf(config),
                new KubernetesClientBuilder().withConfig(limited(config)).build());
    }

    /** The client's reader of kubeconfigs throws whatever comes to pass of a file that is none. */
    private static Config read(Optional<Path> kubeconfig, String from, Optional<String> context) {
        try {
            return kubeconfig.isPresent()
                    ? Config.fromKubeconfig(
                            context.orElse(null), kubeconfig.get().toFile())
                    : Config.autoConfigure(context.orElse(null));
        } catch (RuntimeException wrong) {
            throw new DeploymentException("cannot use " + from + " as a kubeconfig: " + reason(wrong), wrong);
        }
    }

    private static String reason(RuntimeException wrong) {
        return wrong instanceof KubernetesClientException || wrong instanceof IllegalArgumentException
                ? ClusterFailures.firstLine(wrong)
                : "it is none";
    }

    /**
     * Uses a client that was set up elsewhere.
     *
     * @param name what messages call the cluster
     * @param client the client; is closed with the connection
     * @return the connection
     */
    public static Cluster of(String name, KubernetesClient client) {
        return new Cluster(Objects.requireNonNull(name, "name"), Objects.requireNonNull(client, "client"));
    }

    private static void requireFile(Path kubeconfig) {
        if (!Files.isRegularFile(kubeconfig) || !Files.isReadable(kubeconfig)) {
            throw new DeploymentException("there is no file '" + kubeconfig + "' that could be read as a kubeconfig");
        }
    }

    private static void require(Config config, String from, Optional<String> context) {
        List<String> contexts = config.getContexts() == null
                ? List.of()
                : config.getContexts().stream().map(each -> each.getName()).toList();
        if (context.isPresent() && !contexts.contains(context.get())) {
            throw new DeploymentException("there is no context '" + context.get() + "' in " + from
                    + (contexts.isEmpty() ? "" : "; there are " + String.join(", ", contexts)));
        }
        boolean inPod = config.getAutoOAuthToken() != null;
        if (contexts.isEmpty() && !inPod) {
            throw new DeploymentException("there is no context in " + from
                    + ", so it is not known how to reach a cluster; name a kubeconfig by --kubeconfig or $KUBECONFIG");
        }
    }

    private static String nameOf(Config config) {
        return config.getCurrentContext() == null
                ? config.getMasterUrl()
                : config.getCurrentContext().getName();
    }

    private static Config limited(Config config) {
        return new ConfigBuilder(config)
                .withConnectionTimeout(CONNECT_MILLIS)
                .withRequestTimeout(REQUEST_MILLIS)
                .withRequestRetryBackoffLimit(RETRIES)
                .withMaxConcurrentRequestsPerHost(CONCURRENT)
                .withUserAgent("fogatlas")
                .build();
    }

    ClusterObjects objects() {
        return objects;
    }

    KubernetesClient client() {
        return client;
    }

    /**
     * Says what messages call the cluster.
     *
     * @return the name of the context
     */
    public String name() {
        return name;
    }

    @Override
    public void close() {
        client.close();
    }
}
