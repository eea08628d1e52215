package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentPlan;
import io.fogatlas.orchestration.DeploymentStatus;
import io.fogatlas.orchestration.DeploymentStep;
import io.fogatlas.orchestration.WorkloadStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DockerTargetTest {
    private final TwoEngines engines = new TwoEngines();

    private static Shop shop() {
        return new Shop("shop")
                .sleeping("web", "")
                .sleeping("cart", "")
                .in("web", "cloud", 2)
                .in("cart", "edge", 1);
    }

    private static List<String> lines(DeploymentPlan plan) {
        return plan.steps().stream()
                .map(step -> step.action() + " " + step.region() + " " + step.kind() + " "
                        + step.name().replaceFirst("-[0-9a-f]{8}$", ""))
                .toList();
    }

    @Test
    void plansWithoutChangingAnything() {
        DeploymentPlan plan = engines.plan(shop());

        assertThat(lines(plan))
                .containsExactly(
                        "CREATE cloud network default.shop.cloud",
                        "CREATE cloud container default.shop.web.cloud-1",
                        "CREATE cloud container default.shop.web.cloud-2",
                        "CREATE edge network default.shop.edge",
                        "CREATE edge container default.shop.cart.edge-1");
        assertThat(engines.everything()).isEmpty();
    }

    @Test
    void doesWhatItPlanned() {
        List<String> told = new ArrayList<>();
        DeploymentPlan plan = engines.plan(shop());

        DeploymentPlan done = engines.apply(shop(), new DeploymentListener() {
            @Override
            public void done(DeploymentStep step) {
                told.add(step.name());
            }
        });

        assertThat(done).isEqualTo(plan);
        assertThat(told)
                .containsExactlyElementsOf(
                        plan.steps().stream().map(step -> step.name()).toList());
        assertThat(engines.plan(shop()).isEmpty()).isTrue();
    }

    @Test
    void startsWhatIsNewBeforeWhatIsOldEnds() {
        engines.apply(shop());
        engines.cloud.calls().clear();

        engines.apply(shop().sleeping("web", "env: [{name: A}]"));

        List<String> starts = engines.cloud.calls().stream()
                .filter(call -> call.startsWith("start") || call.startsWith("stop"))
                .map(call -> call.substring(0, 5))
                .toList();
        assertThat(starts).containsExactly("start", "start", "stop ", "stop ");
    }

    @Test
    void endsWhatIsOldFirstIfTheDeploymentSaysSo() {
        Shop shop = shop();
        engines.apply(shop);
        engines.cloud.calls().clear();

        engines.apply(shop.with(
                "web",
                "",
                "{strategy: {type: Recreate}, template: {spec: {containers: [" + Shop.container("env: [{name: A}]")
                        + "]}}}"));

        assertThat(engines.cloud.calls().stream()
                        .filter(call -> call.startsWith("start") || call.startsWith("stop"))
                        .map(call -> call.substring(0, 5)))
                .containsExactly("stop ", "stop ", "start", "start");
    }

    @Test
    void startsAgainWhatHadToStopForWhatFailed() {
        Shop shop = new Shop("shop")
                .sleeping("web", "ports: [{containerPort: 80, hostPort: 80}]")
                .in("web", "cloud", 1);
        engines.apply(shop);
        Set<String> before = engines.everything();

        Shop broken = new Shop("shop")
                .with(
                        "web",
                        "",
                        "{template: {spec: {containers: [{name: main, image: \"" + RealEngines.IMAGE
                                + "\", command: [exit], ports: [{containerPort: 80, hostPort: 80}]}]}}}")
                .in("web", "cloud", 1);
        assertThatThrownBy(() -> engines.apply(broken))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("'default/shop' was not ready within 0 s")
                .hasMessageContaining("microservice 'web' in region 'cloud': 0 of 1 ready")
                .hasMessageContaining("has ended with exit code 3")
                .hasMessageContaining("Everything that was changed has been taken back.");

        assertThat(engines.everything()).isEqualTo(before);
    }

    @Test
    void startsWhatDoesNotRun() {
        engines.apply(shop());
        engines.edge.end("default.shop.cart");

        assertThat(lines(engines.apply(shop()))).containsExactly("UPDATE edge container default.shop.cart.edge-1");
        assertThat(engines.plan(shop()).isEmpty()).isTrue();
    }

    @Test
    void scalesDownAndAway() {
        engines.apply(shop());

        DeploymentPlan done =
                engines.apply(shop().in("web", "cloud", 1).nowhere("cart").in("cart", "cloud", 1));

        assertThat(lines(done))
                .containsExactly(
                        "CREATE cloud container default.shop.cart.cloud-1",
                        "DELETE cloud container default.shop.web.cloud-2",
                        "DELETE edge container default.shop.cart.edge-1",
                        "DELETE edge network default.shop.edge");
        assertThat(engines.edge.everything()).isEmpty();
    }

    @Test
    void refusesPortsAndNamesOfOthers() {
        Shop shop = new Shop("shop")
                .sleeping("web", "ports: [{containerPort: 80, hostPort: 80}]")
                .in("web", "cloud", 1);
        String name = engines.plan(shop).steps().get(1).name();
        engines.cloud.foreign("proxy", "80/tcp");
        assertThatThrownBy(() -> engines.plan(shop))
                .hasMessageContaining("The port 80/tcp of the machine of region 'cloud'")
                .hasMessageContaining("is taken by the container 'proxy'");

        TwoEngines others = new TwoEngines();
        others.cloud.foreign(name);
        assertThatThrownBy(() -> others.apply(shop))
                .hasMessageContaining(
                        "The container '" + name + "' in region 'cloud' is not one that was made for 'default/shop'");

        others.edge.createNetwork("default.shop.edge", Map.of());
        assertThatThrownBy(() -> others.apply(shop()))
                .hasMessageContaining("The network 'default.shop.edge' in region 'edge' is not one that was made for");
    }

    @Test
    void refusesMoreCoresThanThereAre() {
        Shop shop = new Shop("shop")
                .with("web", "mipsrequired: 20001", "{template: {spec: {containers: [" + Shop.container("") + "]}}}")
                .in("web", "edge", 1);

        assertThatThrownBy(() -> engines.plan(shop))
                .isInstanceOf(DeploymentException.class)
                .hasMessage(
                        "Microservice 'web' is to get 4001m CPU in region 'edge', but its engine 'machine' has 4 cores."
                                + " Compare mipsrequired with the region's cpu2mips.");
    }

    @Test
    void fetchesImagesThatAreMissingOrAlwaysToBeFetched() {
        List<String> told = new ArrayList<>();
        Shop shop = new Shop("shop")
                .with(
                        "web",
                        "",
                        "{template: {spec: {containers: [{name: a, image: \"new:1\"}, " + Shop.container("") + "]}}}")
                .in("web", "cloud", 1);
        engines.cloud.offering("new:1");

        engines.apply(shop, new DeploymentListener() {
            @Override
            public void told(String message) {
                told.add(message);
            }
        });

        assertThat(told)
                .containsExactly(
                        "region 'cloud': fetching image 'new:1'", "region 'cloud': image 'new:1' 1 of 1 layers");
        assertThatThrownBy(() -> engines.apply(new Shop("other")
                        .with(
                                "web",
                                "",
                                "{template: {spec: {containers: [{name: a, image: \"none:1\", imagePullPolicy: Never}]}}}")
                        .in("web", "cloud", 1)))
                .hasMessageContaining("has no image 'none:1', and its imagePullPolicy is Never")
                .hasMessageContaining("Nothing was changed.");
    }

    @Test
    void deploysAlthoughAnEngineThatIsNotNeededIsDown() {
        engines.edge.stopAfter(0);
        Shop shop = new Shop("shop").sleeping("web", "").in("web", "cloud", 1);

        assertThat(engines.apply(shop).notes())
                .singleElement()
                .asString()
                .contains("What there may be of 'default/shop' at an engine that is not needed now stays");
    }

    @Test
    void saysWhichEngineIsDown() {
        engines.edge.stopAfter(0);

        assertThatThrownBy(() -> engines.apply(shop())).hasMessageContaining("The engine of 'edge' does not answer.");
        assertThatThrownBy(() -> engines.target(shop(), false).observe(ApplicationId.of("shop")))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("The engine of 'edge' does not answer.");
        DeploymentException left = catchThrowableOfType(DeploymentException.class, () -> engines.remove(shop()));
        assertThat(left.leftOver()).containsExactly("The engine of 'edge' does not answer.");
    }

    @Test
    void observesWhatIsThere() {
        engines.apply(shop());
        engines.cloud.end("default.shop.web.cloud-2");

        DeploymentStatus status = engines.target(shop(), false).observe(shop().id());

        assertThat(status.workloads())
                .extracting(
                        WorkloadStatus::microservice,
                        WorkloadStatus::region,
                        WorkloadStatus::wanted,
                        WorkloadStatus::ready)
                .containsExactly(tuple("cart", "edge", 1, 1), tuple("web", "cloud", 2, 1));
        assertThat(status.workloads().get(1).problems())
                .singleElement()
                .asString()
                .endsWith("has ended with exit code 3");
    }

    @Test
    void removesNothingOfOtherApplications() {
        Shop other = new Shop("other").sleeping("web", "").in("web", "cloud", 1);
        engines.apply(shop());
        engines.apply(other);

        engines.remove(shop());

        assertThat(engines.everything()).hasSize(2).allMatch(line -> line.contains("default.other"));
        assertThat(engines.remove(shop()).isEmpty()).isTrue();
    }

    @Test
    void refusesWhatNobodyKnows() {
        Shop shop = shop();
        try (DockerTarget target = DockerTarget.of(engines.fleet(), List.of(), false, Pace.USUAL)) {
            assertThat(target.name()).isEqualTo("docker");
            assertThatThrownBy(() -> target.apply(shop.deployable(), Duration.ZERO, DeploymentListener.NONE))
                    .hasMessage("There is no FADepl of 'default/shop', so nobody knows what to run; give it along.");
        }
        Fleet lacking = new Fleet(Map.of(), (region, address) -> engines.cloud);
        try (DockerTarget target = DockerTarget.of(lacking, List.of(shop.manifest()), false, Pace.USUAL)) {
            assertThatThrownBy(() -> target.plan(shop.deployable()))
                    .hasMessageContaining("There is no engine for region 'cloud'; name one in the file of targets");
        }
    }

    @Test
    void refusesUnderStrictWhatItWouldNote() {
        Shop shop = shop().with(
                        "cart",
                        "",
                        "{template: {spec: {containers: [" + Shop.container("lifecycle: {preStop: {}}") + "]}}}")
                .sleeping("web", "envFrom: [{secretRef: {name: s}}]");

        assertThat(engines.plan(shop).notes()).hasSize(2);
        assertThatThrownBy(() -> engines.target(shop, true).plan(shop.deployable()))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("containers[main].envFrom has no equal");
        assertThat(engines.everything()).isEmpty();
    }

    @Test
    void joinsTheContainersOfAReplicaAndItsNetwork() {
        Shop shop = new Shop("shop")
                .with(
                        "Big_Web",
                        "",
                        "{template: {spec: {containers: [" + Shop.container("") + ", {name: side, image: \""
                                + RealEngines.IMAGE + "\", ports: [{containerPort: 81, hostPort: 81}]}]}}}")
                .in("Big_Web", "cloud", 1);

        assertThat(engines.apply(shop).notes())
                .singleElement()
                .asString()
                .contains("share the network of the first one");

        Engine.NewContainer first = engines.cloud.made("default.shop.Big-Web-");
        assertThat(first.network()).isEqualTo("default.shop.cloud");
        assertThat(first.alias()).startsWith("big-web-");
        assertThat(first.workload().ports()).containsExactly(new ContainerSpec.Port(81, "tcp", 81, ""));
        assertThat(engines.cloud.made(first.name() + ".side").network()).startsWith("container:");
    }
}
