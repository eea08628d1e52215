package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeployCommandTest {
    private static final String EXAMPLE = "examples/fogatlas";

    @TempDir
    private Path directory;

    private String kubeconfig(String text) throws IOException {
        return Files.writeString(directory.resolve("kubeconfig"), text).toString();
    }

    @Test
    void wantsToKnowWhere() {
        Run run = Run.of("deploy", EXAMPLE);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("fogatlas: Missing required option: '--target=TARGET'\n");
    }

    @Test
    void namesTheTargetsThatThereAre() {
        Run run = Run.of("deploy", "--target", "mainframe", EXAMPLE);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no target 'mainframe'; use one of kubernetes, docker, compose");
    }

    @Test
    void refusesAKubeconfigThatIsNotThere() {
        Run run = Run.of("deploy", "--target", "kubernetes", "--kubeconfig", "missing", EXAMPLE);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).endsWith("fogatlas: there is no file 'missing' that could be read as a kubeconfig\n");
    }

    @Test
    void refusesAContextThatIsNotThere() throws IOException {
        String file = kubeconfig("""
                apiVersion: v1
                kind: Config
                clusters: [{name: far, cluster: {server: "https://127.0.0.1:1"}}]
                users: [{name: me, user: {token: secret-of-mine}}]
                contexts: [{name: far, context: {cluster: far, user: me}}]
                current-context: far
                """);

        Run run = Run.of("status", "--target", "kubernetes", "--kubeconfig", file, "--context", "near", "app");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("fogatlas: there is no context 'near' in '" + file + "'; there are far\n");
    }

    @Test
    void saysThatNobodyAnswersAndKeepsTheToken() throws IOException {
        String file = kubeconfig("""
                apiVersion: v1
                kind: Config
                clusters: [{name: far, cluster: {server: "https://127.0.0.1:1"}}]
                users: [{name: me, user: {token: secret-of-mine}}]
                contexts: [{name: far, context: {cluster: far, user: me}}]
                current-context: far
                """);

        Run run = Run.of("deploy", "--target", "kubernetes", "--kubeconfig", file, EXAMPLE);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err())
                .contains(
                        "fogatlas: cluster 'far': cannot read FADepl 'default/simple-app': the API server cannot be reached")
                .doesNotContain("secret-of-mine", "\tat ");
    }

    @Test
    void deploysNothingIfSomethingHasNoPlacement() {
        Run run = Run.of("deploy", "--target", "kubernetes", "examples/infeasible");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("default/inspection: infeasible");
        assertThat(run.err()).endsWith("fogatlas: nothing was deployed\n");
    }

    @Test
    void refusesANameThatIsNone() {
        Run run = Run.of("remove", "--target", "kubernetes", "default/");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'default/' is not the name of an application; write NAME or NAMESPACE/NAME");
    }
}
