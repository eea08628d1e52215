package io.fogatlas.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fogatlas.orchestration.DeploymentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClusterTest {
    private static final String KUBECONFIG = """
            apiVersion: v1
            kind: Config
            clusters: [{name: far, cluster: {server: "https://127.0.0.1:1"}}]
            users: [{name: me, user: {token: secret-of-mine}}]
            contexts: [{name: far, context: {cluster: far, user: me}}]
            current-context: far
            """;

    @TempDir
    private Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("kubeconfig"), text);
    }

    @Test
    void isNamedLikeItsContext() throws IOException {
        try (Cluster cluster = Cluster.connect(Optional.of(file(KUBECONFIG)), Optional.of("far"))) {
            assertThat(cluster.name()).isEqualTo("far");
            assertThat(cluster).asString().doesNotContain("secret-of-mine");
        }
    }

    @Test
    void verifiesCertificatesUnlessTheKubeconfigSaysOtherwise() throws IOException {
        try (Cluster cluster = Cluster.connect(Optional.of(file(KUBECONFIG)), Optional.empty())) {
            assertThat(cluster.client().getConfiguration().isTrustCerts()).isFalse();
            assertThat(cluster.client().getConfiguration().isDisableHostnameVerification())
                    .isFalse();
        }
    }

    @Test
    void needsAFileWithTheContext() throws IOException {
        Path file = file(KUBECONFIG);
        Path missing = directory.resolve("missing");

        assertThat(catchThrowableOfType(
                        DeploymentException.class, () -> Cluster.connect(Optional.of(missing), Optional.empty())))
                .hasMessage("there is no file '" + missing + "' that could be read as a kubeconfig");
        assertThat(catchThrowableOfType(
                        DeploymentException.class, () -> Cluster.connect(Optional.of(file), Optional.of("near"))))
                .hasMessage("there is no context 'near' in '" + file + "'; there are far");
    }

    @Test
    void refusesWhatIsNoKubeconfig() throws IOException {
        for (String text : new String[] {"", "a: [", "{}", "just text"}) {
            Path file = file(text);

            assertThat(catchThrowableOfType(
                            DeploymentException.class, () -> Cluster.connect(Optional.of(file), Optional.empty())))
                    .hasMessageContaining("'" + file + "'");
        }
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        try (Cluster cluster = Cluster.connect(Optional.of(file(KUBECONFIG)), Optional.empty())) {
            assertThat(catchThrowableOfType(
                            DeploymentException.class, () -> cluster.objects().listAll(ObjectKind.LINK)))
                    .hasMessageStartingWith(
                            "cluster 'far': cannot list the Links of all namespaces: the API server cannot be reached: ");
            assertThat(catchThrowableOfType(DeploymentException.class, () -> ClusterSource.watch(cluster, "region")))
                    .hasMessageStartingWith("cluster 'far': cannot watch the Regions of all namespaces: ");
        }
    }
}
