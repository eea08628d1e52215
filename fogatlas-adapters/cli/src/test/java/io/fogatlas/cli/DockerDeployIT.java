package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deploys from the command line to real Docker engines, as {@code fogatlas.docker.engines} names them. */
final class DockerDeployIT {
    private static final List<String> ENGINES = List.of(
            System.getProperty("fogatlas.docker.engines", System.getenv().getOrDefault("FOGATLAS_DOCKER_ENGINES", ""))
                    .split(","));
    private static final String SECRET = "hunter2-of-the-shop";

    @TempDir
    private Path directory;

    private final StringBuilder said = new StringBuilder();

    @BeforeEach
    void findEngines() throws IOException {
        assertThat(ENGINES.size() >= 2 || !Boolean.getBoolean("fogatlas.it.required"))
                .as("two Docker engines are required; name them by -Dfogatlas.docker.engines=unix:///…,unix:///…")
                .isTrue();
        assumeTrue(ENGINES.size() >= 2, "there are no Docker engines; name them by -Dfogatlas.docker.engines");
        String pair = Base64.getEncoder().encodeToString(("me:" + SECRET).getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                directory.resolve("config.json"), "{\"auths\": {\"127.0.0.1:1\": {\"auth\": \"" + pair + "\"}}}");
        Files.writeString(
                directory.resolve("targets.yaml"),
                "regions: {cloud: \"%s\", edge: \"%s\"}\nregistryCredentials: config.json\n"
                        .formatted(ENGINES.get(0).strip(), ENGINES.get(1).strip()));
    }

    @AfterEach
    void remove() {
        if (Files.exists(directory.resolve("targets.yaml"))) {
            run("remove", "--target", "docker", "command-line");
        }
    }

    private Run run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--targets", directory.resolve("targets.yaml").toString()));
        Run run = Run.of(all.toArray(new String[0]));
        said.append(run.out()).append(run.err());
        return run;
    }

    private String application(String image) throws IOException {
        return Files.writeString(directory.resolve("application.yaml"), """
                        apiVersion: fogatlas.fbk.eu/v1alpha1
                        kind: Region
                        metadata: {name: cloud}
                        spec: {id: cloud, name: cloud, location: "46,11", tier: 0, cpumodel: a, cpu2mips: 50000}
                        ---
                        apiVersion: fogatlas.fbk.eu/v1alpha1
                        kind: Region
                        metadata: {name: edge}
                        spec: {id: edge, name: edge, location: "46,11", tier: 1, cpumodel: a, cpu2mips: 5000}
                        ---
                        apiVersion: fogatlas.fbk.eu/v1alpha1
                        kind: FADepl
                        metadata: {name: command-line}
                        spec:
                          algorithm: DAG
                          externalendpoints: []
                          microservices:
                          - name: detect
                            mipsrequired: 500
                            regions: [{regionrequired: edge, replicas: 2}]
                            deployment:
                              apiVersion: apps/v1
                              kind: Deployment
                              spec:
                                template:
                                  spec:
                                    terminationGracePeriodSeconds: 0
                                    containers:
                                    - name: main
                                      image: %s
                                      command: [sleep, "3600"]
                                      env: [{name: PASSWORD, value: %s}]
                        """.formatted(image, SECRET))
                .toString();
    }

    @Test
    void deploysLooksAndRemovesWithoutTellingSecrets() throws IOException {
        Path nodes = directory.resolve("nodes.yaml");
        Files.writeString(nodes, run("nodes", "--without", "command-line").out());
        String application = application("fogatlas/busybox:1");

        Run planned = run("deploy", "--target", "docker", "--dry-run", application, nodes.toString());
        Run deployed = run("deploy", "--target", "docker", "--wait", "60s", application, nodes.toString());
        Run again = run("deploy", "--target", "docker", application);
        Run status = run("status", "--target", "docker", "command-line");
        Run missing = run("--debug", "deploy", "--target", "docker", application("127.0.0.1:1/none:1"));
        Run removed = run("remove", "--target", "docker", "command-line");
        Run gone = run("status", "--target", "docker", "command-line");

        assertThat(planned.out()).startsWith("default/command-line: would change\n");
        assertThat(deployed.exitCode()).as(deployed.err()).isZero();
        assertThat(deployed.out())
                .startsWith("default/command-line: changed\n")
                .contains("default.command-line.detect.edge-2-");
        assertThat(again.out()).isEqualTo("default/command-line: nothing had to change\n");
        assertThat(status.out()).startsWith("default/command-line: ready\n");
        assertThat(status.exitCode()).isZero();
        assertThat(missing.exitCode()).isEqualTo(4);
        assertThat(missing.err())
                .contains("fogatlas: The image '127.0.0.1:1/none:1' cannot be had.", "Nothing was changed.");
        assertThat(removed.exitCode()).isZero();
        assertThat(gone.out()).isEqualTo("default/command-line: not deployed\n");
        assertThat(said)
                .doesNotContain(
                        SECRET, Base64.getEncoder().encodeToString(("me:" + SECRET).getBytes(StandardCharsets.UTF_8)));
    }
}
