package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentPlan;
import io.fogatlas.orchestration.DeploymentStep.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComposeTargetTest {
    @TempDir
    private Path directory;

    static Shop shop() {
        return new Shop("shop")
                .with(
                        "web",
                        "mipsrequired: 500",
                        "{template: {metadata: {labels: {tier: front}}, spec: {terminationGracePeriodSeconds: 5,"
                                + " volumes: [{name: d, emptyDir: {}}, {name: m, emptyDir: {medium: Memory, sizeLimit: 1Mi}}],"
                                + " hostAliases: [{ip: 10.0.0.1, hostnames: [gate]}], containers: ["
                                + Shop.container(
                                        "args: [\"$HOME\"], env: [{name: PRICE, value: \"5$\"}],"
                                                + " volumeMounts: [{name: d, mountPath: /d}, {name: m, mountPath: /m, readOnly: true}],"
                                                + " ports: [{containerPort: 80}, {containerPort: 81, hostPort: 8081, hostIP: 127.0.0.1}],"
                                                + " imagePullPolicy: Always, tty: true, stdin: true, workingDir: /tmp,"
                                                + " resources: {limits: {memory: 64Mi}, requests: {memory: 32Mi}},"
                                                + " readinessProbe: {exec: {command: [\"true\"]}},"
                                                + " securityContext: {runAsUser: 7, readOnlyRootFilesystem: true,"
                                                + " allowPrivilegeEscalation: false, capabilities: {drop: [ALL], add: [CHOWN]}}")
                                + "]}}}")
                .with(
                        "store",
                        "",
                        "{template: {spec: {volumes: [{name: d, emptyDir: {}}], containers: ["
                                + Shop.container("volumeMounts: [{name: d, mountPath: /d}]")
                                + ", {name: side, image: \"" + RealEngines.IMAGE
                                + "\", volumeMounts: [{name: d, mountPath: /e}]}]}}}")
                .sleeping("cart", "imagePullPolicy: Never, resources: {requests: {cpu: 250m}}")
                .in("web", "edge", 1)
                .in("cart", "edge", 3)
                .in("store", "cloud", 2);
    }

    private DeploymentPlan apply(Shop shop) {
        try (ComposeTarget target = new ComposeTarget(directory, List.of(shop.manifest()), false)) {
            return target.apply(shop.deployable(), Duration.ZERO, DeploymentListener.NONE);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private String text(String region) throws IOException {
        return Files.readString(
                directory.resolve(region).resolve("default.shop").resolve("compose.yaml"));
    }

    @Test
    void writesAFileForEachRegion() throws Exception {
        apply(shop());

        assertThat(files()).containsExactly("cloud/default.shop/compose.yaml", "edge/default.shop/compose.yaml");
        assertThat(text("edge")).isEqualTo("""
                # default.shop, written by fogatlas; changes here will be lost
                services:
                  web:
                    image: fogatlas/busybox:1
                    entrypoint:
                    - sleep
                    - "3600"
                    command:
                    - "$$HOME"
                    environment:
                      PRICE: "5$$"
                    working_dir: /tmp
                    user: "7"
                    cpus: 0.1
                    mem_limit: 67108864
                    mem_reservation: 33554432
                    ports:
                    - 127.0.0.1:8081:81/tcp
                    expose:
                    - 80/tcp
                    extra_hosts:
                    - gate:10.0.0.1
                    volumes:
                    - type: volume
                      target: /d
                    - type: tmpfs
                      target: /m
                      read_only: true
                      tmpfs:
                        size: 1048576
                    healthcheck:
                      test:
                      - CMD
                      - "true"
                      interval: 10s
                      timeout: 1s
                      retries: 3
                      start_period: 0s
                    read_only: true
                    security_opt:
                    - no-new-privileges:true
                    cap_drop:
                    - ALL
                    cap_add:
                    - CHOWN
                    stdin_open: true
                    tty: true
                    restart: unless-stopped
                    stop_grace_period: 5s
                    labels:
                      tier: front
                    pull_policy: always
                  cart:
                    image: fogatlas/busybox:1
                    entrypoint:
                    - sleep
                    - "3600"
                    cpu_shares: 256
                    restart: unless-stopped
                    stop_grace_period: 0s
                    pull_policy: never
                    scale: 3
                """);
    }

    @Test
    void givesEachReplicaOfSeveralContainersServicesOfItsOwn() throws Exception {
        apply(shop());

        assertThat(text("cloud"))
                .contains("  store-1:\n", "  store-1.side:\n", "  store-2:\n", "  store-2.side:\n")
                .contains("network_mode: service:store-1\n", "network_mode: service:store-2\n")
                .contains("        aliases:\n        - store\n")
                .contains("volumes:\n  store-1-d: {}\n  store-2-d: {}\n");
    }

    @Test
    void changesNothingTheSecondTime() {
        assertThat(apply(shop()).steps())
                .extracting(step -> step.action())
                .containsExactly(Action.CREATE, Action.CREATE);
        assertThat(apply(shop()).isEmpty()).isTrue();
    }

    @Test
    void prunesRegionsThatAreLeft() throws Exception {
        apply(shop());

        DeploymentPlan done = apply(shop().nowhere("store").in("store", "edge", 1));

        assertThat(done.steps())
                .extracting(step -> step.action() + " " + step.region())
                .containsExactly("UPDATE edge", "DELETE cloud");
        assertThat(files()).containsExactly("edge/default.shop/compose.yaml");
        assertThat(directory.resolve("cloud")).doesNotExist();
    }

    @Test
    void leavesFilesOfOthersAlone() throws Exception {
        Path foreign =
                Files.createDirectories(directory.resolve("cloud/default.shop")).resolve("compose.yaml");
        Files.writeString(foreign, "services: {}\n");

        assertThatThrownBy(() -> apply(shop()))
                .isInstanceOf(DeploymentException.class)
                .hasMessage("The file '" + foreign + "' is not one that was written for 'default/shop'; move it away.");
        try (ComposeTarget target = new ComposeTarget(directory, List.of(), false)) {
            assertThat(target.remove(shop().id(), DeploymentListener.NONE).isEmpty())
                    .isTrue();
        }

        assertThat(files()).containsExactly("cloud/default.shop/compose.yaml");
    }

    @Test
    void leavesNothingBehindWhenItRemoves() throws Exception {
        apply(shop());
        try (ComposeTarget target = new ComposeTarget(directory, List.of(shop().manifest()), false)) {
            assertThat(target.name()).isEqualTo("compose");
            assertThat(target.plan(shop().in("cart", "edge", 2).deployable()).steps())
                    .hasSize(1);
            assertThat(target.observe(shop().id()).workloads()).isEmpty();
            assertThat(target.remove(shop().id(), DeploymentListener.NONE).steps())
                    .hasSize(2);
        }

        assertThat(files()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void saysWhereItCannotWrite() throws Exception {
        Files.writeString(directory.resolve("cloud"), "in the way");

        assertThatThrownBy(() -> apply(shop()))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("A Compose file cannot be written")
                .hasMessageContaining("has been taken back");

        assertThat(files()).containsExactly("cloud");
    }

    @Test
    void refusesNamesThatComposeCannotTellApart() {
        Shop shop = new Shop("shop")
                .sleeping("web", "")
                .sleeping("Web", "")
                .in("web", "edge", 1)
                .in("Web", "edge", 1);

        assertThatThrownBy(() -> apply(shop))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("Two microservices would be the service 'web' of one Compose file");
    }
}
