package io.fogatlas.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.placement.Route;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LinkBookingIT {
    private static final String NAMESPACE = "fogatlas-link-it";

    private static Optional<RealCluster> opened = Optional.empty();

    private RealCluster real;

    @BeforeAll
    static void open() {
        opened = Optional.of(RealCluster.open(NAMESPACE));
    }

    @AfterAll
    static void close() {
        opened.ifPresent(RealCluster::close);
    }

    @BeforeEach
    void makeLinks() {
        real = opened.orElseThrow();
        real.clean();
        real.apply(Fadepls.REGIONS);
    }

    private static String app(String name, String bandwidth) {
        return Fadepls.app(NAMESPACE, name, name + "-a busybox:1 003-003:1", name + "-b busybox:1 002-002:1")
                + "  dataflows: [{name: flow, sourceid: " + name + "-a, destinationid: " + name
                + "-b, bandwidthrequired: " + bandwidth + ", latency: 100}]\n";
    }

    private static DeploymentPlan apply(String name, String bandwidth) {
        String fadepl = app(name, bandwidth);
        try (KubernetesTarget target = new KubernetesTarget(
                RealCluster.connect(), List.of(Fadepls.manifest(fadepl)), ComputeNode.REGION_LABEL)) {
            return target.apply(
                    Fadepls.placed(fadepl, List.of(new Route("flow", "003-003", "002-002", List.of("link3")))),
                    Duration.ZERO,
                    DeploymentListener.NONE);
        }
    }

    private static void remove(String name) {
        try (KubernetesTarget target =
                new KubernetesTarget(RealCluster.connect(), List.of(), ComputeNode.REGION_LABEL)) {
            assertThat(target.remove(new ApplicationId(NAMESPACE, name), DeploymentListener.NONE)
                            .isEmpty())
                    .isFalse();
        }
    }

    private JsonNode link() {
        return real.get(ObjectKind.LINK, "link3").path("status");
    }

    @Test
    void booksOnceHoweverOftenItIsApplied() {
        apply("app", "5M");
        DeploymentPlan again = apply("app", "5M");

        assertThat(again.steps()).isEmpty();
        assertThat(link().path("bwallocated").asText()).isEqualTo("5M");
        assertThat(link().path("bookings").path(NAMESPACE + "/app").asText()).isEqualTo("5M");
        assertThat(real.get(ObjectKind.FADEPL, "app")
                        .at("/status/linksoccupancy/0")
                        .toString())
                .isEqualTo(
                        "{\"bwallocated\":\"5M\",\"ischanged\":false,\"linkid\":\"link3\",\"prevbwallocated\":\"0\"}");
    }

    @Test
    void booksTheDifferenceAndReleases() {
        apply("app", "5M");
        apply("other", "1M");

        apply("app", "7M");
        assertThat(link().path("bwallocated").asText()).isEqualTo("8M");

        remove("app");
        assertThat(link().path("bwallocated").asText()).isEqualTo("1M");
        assertThat(link().path("bookings").size()).isEqualTo(1);
    }

    @Test
    void respectsWhatOthersBookedWithoutSayingSo() {
        ObjectNode link = real.get(ObjectKind.LINK, "link3");
        Trees.inner(link, "status").put("bwallocated", "97M").put("currentstatus", 0);
        real.objects().replaceStatus(ObjectKind.LINK, link);

        DeploymentException refused = catchThrowableOfType(DeploymentException.class, () -> apply("app", "5M"));

        assertThat(refused)
                .hasMessageContaining("Link 'link3' has 3M bit/s left, but FADepl '" + NAMESPACE
                        + "/app' needs 5M of it; others have booked since it was placed, so place again");
        assertThat(link().path("bwallocated").asText()).isEqualTo("97M");
        assertThat(real.deployments()).isEmpty();
    }

    @Test
    void releasesWhatAnFadeplThatIsGoneHadBooked() {
        apply("gone", "5M");
        real.client()
                .genericKubernetesResources(ObjectKind.FADEPL.context())
                .inNamespace(NAMESPACE)
                .withName("gone")
                .delete();
        RealCluster.await(
                "the FADepl is gone",
                () -> real.objects().get(ObjectKind.FADEPL, NAMESPACE, "gone").isEmpty());

        apply("app", "1M");

        assertThat(link().path("bwallocated").asText()).isEqualTo("1M");
    }

    @Test
    void manyAtOnceBookExactlyWhatTheyNeed() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Callable<DeploymentPlan>> work = IntStream.range(0, 12)
                .<Callable<DeploymentPlan>>mapToObj(i -> () -> apply("app" + i, "2M"))
                .toList();

        for (Future<DeploymentPlan> done : threads.invokeAll(work)) {
            assertThat(done.get().isEmpty()).isFalse();
        }
        threads.shutdown();

        assertThat(link().path("bwallocated").asText()).isEqualTo("24M");
        assertThat(link().path("bookings").size()).isEqualTo(12);
    }
}
