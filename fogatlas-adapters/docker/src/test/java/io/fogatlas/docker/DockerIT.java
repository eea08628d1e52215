package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentPlan;
import io.fogatlas.orchestration.DeploymentStep;
import io.fogatlas.orchestration.DeploymentStep.Action;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deploys to real engines: the first is the region {@code cloud}, the second {@code edge}. */
final class DockerIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String FOREIGN = "somebody-else";

    private DockerClient cloud;
    private DockerClient edge;

    @BeforeAll
    static void findEngines() {
        RealEngines.needed();
    }

    @BeforeEach
    void connect() {
        cloud = RealEngines.client(0);
        edge = RealEngines.client(1);
        clean();
    }

    @AfterEach
    void clean() {
        for (DockerClient engine : List.of(cloud, edge)) {
            for (Container container :
                    engine.listContainersCmd().withShowAll(true).exec()) {
                engine.removeContainerCmd(container.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            }
            engine.listNetworksCmd().exec().stream()
                    .filter(network -> network.getLabels().containsKey(Names.APPLICATION))
                    .forEach(network -> engine.removeNetworkCmd(network.getId()).exec());
            engine.listVolumesCmd()
                    .exec()
                    .getVolumes()
                    .forEach(volume -> engine.removeVolumeCmd(volume.getName()).exec());
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        cloud.close();
        edge.close();
    }

    private static DockerTarget target(Shop shop) {
        return DockerTarget.of(
                DockerTargets.ofSockets(Map.of("cloud", RealEngines.address(0), "edge", RealEngines.address(1))),
                List.of(shop.manifest()),
                false);
    }

    private static DeploymentPlan apply(Shop shop) {
        try (DockerTarget target = target(shop)) {
            return target.apply(shop.deployable(), SOON, DeploymentListener.NONE);
        }
    }

    private static List<String> names(DockerClient engine) {
        return engine.listContainersCmd().withShowAll(true).exec().stream()
                .map(container -> container
                                .getLabels()
                                .getOrDefault(Names.MICROSERVICE, container.getNames()[0]) + " " + container.getState())
                .sorted()
                .toList();
    }

    private static Shop shop() {
        return new Shop("shop")
                .sleeping("web", "")
                .with(
                        "cart",
                        "mipsrequired: 500",
                        "{template: {metadata: {labels: {tier: back}}, spec: {terminationGracePeriodSeconds: 0, containers: ["
                                + Shop.container(
                                        "env: [{name: MODE, value: test}], resources: {limits: {memory: 64Mi}}")
                                + "]}}}")
                .in("web", "cloud", 2)
                .in("cart", "edge", 1);
    }

    @Test
    void deploysToTheEngineOfEachRegion() {
        DeploymentPlan done = apply(shop());

        assertThat(names(cloud)).containsExactly("web running", "web running");
        assertThat(names(edge)).containsExactly("cart running");
        assertThat(done.steps()).hasSize(5).allMatch(step -> step.action() == Action.CREATE);
        assertThat(done.notes()).isEmpty();
        Container cart = edge.listContainersCmd().exec().get(0);
        assertThat(cart.getLabels())
                .containsEntry("io.fogatlas.application", "shop")
                .containsEntry("io.fogatlas.namespace", "default")
                .containsEntry("io.fogatlas.microservice", "cart")
                .containsEntry("io.fogatlas.region", "edge")
                .containsEntry("tier", "back")
                .containsKey("io.fogatlas.decision");
        InspectContainerResponse inspected =
                edge.inspectContainerCmd(cart.getId()).exec();
        // 500 MIPS of a core with 5,000 are a tenth of it.
        assertThat(inspected.getHostConfig().getNanoCPUs()).isEqualTo(100_000_000L);
        assertThat(inspected.getHostConfig().getMemory()).isEqualTo(64L << 20);
        assertThat(inspected.getHostConfig().getRestartPolicy().getName()).isEqualTo("unless-stopped");
        assertThat(inspected.getConfig().getEnv()).contains("MODE=test");
        assertThat(inspected.getNetworkSettings().getNetworks()).containsOnlyKeys("default.shop.edge");
    }

    @Test
    void changesNothingTheSecondTime() {
        apply(shop());
        List<Container> before = cloud.listContainersCmd().exec();

        assertThat(apply(shop()).steps()).isEmpty();

        assertThat(cloud.listContainersCmd().exec())
                .extracting(Container::getId)
                .containsExactlyElementsOf(before.stream().map(Container::getId).toList());
    }

    @Test
    void movesAMicroserviceToAnotherEngine() {
        apply(shop());

        DeploymentPlan done = apply(shop().nowhere("cart").in("cart", "cloud", 1));

        assertThat(names(cloud)).containsExactly("cart running", "web running", "web running");
        assertThat(names(edge)).isEmpty();
        assertThat(edge.listNetworksCmd().exec())
                .noneMatch(network -> network.getLabels().containsKey(Names.APPLICATION));
        assertThat(done.steps())
                .extracting(step -> step.action() + " " + step.region() + " " + step.kind())
                .containsExactly("CREATE cloud container", "DELETE edge container", "DELETE edge network");
    }

    @Test
    void takesEverythingBackWhenAnImageIsMissing() {
        apply(shop());
        Shop changed = shop().sleeping("web", "env: [{name: A, value: b}]")
                .with("cart", "", "{template: {spec: {containers: [{name: main, image: \"127.0.0.1:1/none:1\"}]}}}");

        assertThatThrownBy(() -> apply(changed))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("The image '127.0.0.1:1/none:1' cannot be had.")
                .hasMessageContaining("region 'edge'")
                .hasMessageContaining("docker load")
                .hasMessageContaining("Nothing was changed.");

        assertThat(apply(shop()).steps()).isEmpty();
    }

    @Test
    void takesEverythingBackWhenSomethingDoesNotBecomeReady() {
        apply(shop());
        Shop broken = shop().sleeping("web", "env: [{name: A, value: b}]")
                .with(
                        "cart",
                        "",
                        "{template: {spec: {containers: [{name: main, image: \"" + RealEngines.IMAGE
                                + "\", command: [sh, -c, exit 3]}]}}}");

        assertThatThrownBy(() -> {
                    try (DockerTarget target = target(broken)) {
                        target.apply(broken.deployable(), Duration.ofSeconds(4), DeploymentListener.NONE);
                    }
                })
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("was not ready within 4 s")
                .hasMessageContaining("microservice 'cart' in region 'edge': 0 of 1 ready")
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("Everything that was changed has been taken back.");

        assertThat(apply(shop()).steps()).isEmpty();
    }

    @Test
    void refusesAPortThatSomebodyElseHas() {
        foreign(cloud, 18_500);
        Shop shop = new Shop("shop")
                .sleeping("web", "ports: [{containerPort: 80, hostPort: 18500}]")
                .in("web", "cloud", 1);

        assertThatThrownBy(() -> apply(shop))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("The port 18500/tcp of the machine of region 'cloud'")
                .hasMessageContaining("is taken by the container 'somebody-else'");

        assertThat(names(cloud)).containsExactly("/somebody-else running");
    }

    @Test
    void replacesWhatHasTheSamePort() {
        Shop shop = new Shop("shop")
                .sleeping("web", "ports: [{containerPort: 80, hostPort: 18501}]")
                .in("web", "cloud", 1);
        apply(shop);

        DeploymentPlan done = apply(shop.sleeping("web", "ports: [{containerPort: 81, hostPort: 18501}]"));

        assertThat(names(cloud)).containsExactly("web running");
        assertThat(done.steps()).extracting(step -> step.action()).containsExactly(Action.REPLACE);
    }

    @Test
    void leavesForeignContainersAlone() {
        foreign(cloud, 18_502);
        foreign(edge, 18_503);

        apply(shop());
        apply(shop().nowhere("cart").in("cart", "cloud", 1));
        try (DockerTarget target = target(shop())) {
            target.remove(shop().id(), DeploymentListener.NONE);
        }

        assertThat(names(cloud)).containsExactly("/somebody-else running");
        assertThat(names(edge)).containsExactly("/somebody-else running");
    }

    private static void foreign(DockerClient engine, int port) {
        String id = engine.createContainerCmd(RealEngines.IMAGE)
                .withName(FOREIGN)
                .withCmd("sleep", "3600")
                .withExposedPorts(ExposedPort.tcp(80))
                .withHostConfig(HostConfig.newHostConfig()
                        .withPortBindings(
                                new PortBinding(Ports.Binding.bindIpAndPort("127.0.0.1", port), ExposedPort.tcp(80))))
                .exec()
                .getId();
        engine.startContainerCmd(id).exec();
    }

    @Test
    void leavesNothingBehindWhenItRemoves() {
        Shop shop = shop().with(
                        "cart",
                        "",
                        "{template: {spec: {terminationGracePeriodSeconds: 0, volumes: [{name: data, emptyDir: {}}], containers: ["
                                + Shop.container("volumeMounts: [{name: data, mountPath: /data}]")
                                + ", {name: side, image: \"" + RealEngines.IMAGE
                                + "\", command: [sleep, \"3600\"], volumeMounts: [{name: data, mountPath: /here}]}]}}}");
        apply(shop);
        assertThat(names(edge)).containsExactly("cart running", "cart running");
        assertThat(edge.listVolumesCmd().exec().getVolumes()).hasSize(1);

        try (DockerTarget target = target(shop)) {
            DeploymentPlan removed = target.remove(shop.id(), DeploymentListener.NONE);

            assertThat(removed.steps()).hasSize(5).allMatch(step -> step.action() == Action.DELETE);
            assertThat(target.observe(shop.id()).workloads()).isEmpty();
            assertThat(target.remove(shop.id(), DeploymentListener.NONE).isEmpty())
                    .isTrue();
        }
        for (DockerClient engine : List.of(cloud, edge)) {
            assertThat(names(engine)).isEmpty();
            assertThat(engine.listVolumesCmd().exec().getVolumes()).isEmpty();
            assertThat(engine.listNetworksCmd().exec())
                    .extracting(network -> network.getName())
                    .containsOnly("bridge", "host", "none");
        }
    }

    @Test
    void waitsForTheHealthCheck() {
        Shop shop = new Shop("shop")
                .sleeping("web", "readinessProbe: {exec: {command: [\"true\"]}, periodSeconds: 1}")
                .in("web", "cloud", 1);

        apply(shop);

        assertThat(cloud.inspectContainerCmd(
                                cloud.listContainersCmd().exec().get(0).getId())
                        .exec()
                        .getState()
                        .getHealth()
                        .getStatus())
                .isEqualTo("healthy");
    }

    @Test
    void takesBackAtTheOthersWhenAnEngineStopsInTheMiddle() throws IOException {
        Optional<EngineProcess> engine = EngineProcess.at(RealEngines.address(1));
        assertThat(engine.isPresent() || !Boolean.getBoolean("fogatlas.it.required"))
                .as("the process of the engine has to be seen, to stop it; run the tests as root")
                .isTrue();
        assumeTrue(engine.isPresent(), "the process of the engine cannot be seen, so it cannot be stopped");
        apply(shop());
        Shop changed =
                shop().sleeping("web", "env: [{name: A, value: b}]").sleeping("cart", "env: [{name: A, value: b}]");

        DeploymentException failure = catchThrowableOfType(DeploymentException.class, () -> {
            try (DockerTarget target = target(changed)) {
                target.apply(changed.deployable(), SOON, new DeploymentListener() {
                    @Override
                    public void done(DeploymentStep step) {
                        if (step.region().equals("cloud")) {
                            engine.get().stop();
                        }
                    }
                });
            }
        });
        List<String> inCloud = names(cloud);
        engine.get().start();

        assertThat(failure)
                .hasMessageContaining("The engine of region 'edge' at " + RealEngines.address(1) + " does not answer")
                .hasMessageContaining("Not everything could be taken back");
        assertThat(failure.leftOver()).singleElement().asString().startsWith("container 'default.shop.cart.edge-1-");
        assertThat(inCloud).containsExactly("web running", "web running");
        assertThat(apply(shop()).steps()).isEmpty();
        apply(changed);
        assertThat(names(edge)).containsExactly("cart running");
    }
}
