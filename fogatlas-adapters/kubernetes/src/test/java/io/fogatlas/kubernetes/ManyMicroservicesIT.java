package io.fogatlas.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentPlan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ManyMicroservicesIT {
    private static final String NAMESPACE = "fogatlas-many-it";
    private static final int COUNT = 500;

    @Test
    void fiveHundredAreCarriedOutInLessThanAMinute() {
        try (RealCluster real = RealCluster.open(NAMESPACE)) {
            real.node("it-many-cloud", "001-001", "100", "100Gi");
            String fadepl = Fadepls.app(NAMESPACE, "many", Fadepls.microservices(COUNT, "001-001"));
            try (KubernetesTarget target = new KubernetesTarget(
                    RealCluster.connect(), List.of(Fadepls.manifest(fadepl)), ComputeNode.REGION_LABEL)) {
                long start = System.nanoTime();
                DeploymentPlan done = target.apply(Fadepls.placed(fadepl), Duration.ZERO, DeploymentListener.NONE);
                Duration took = Duration.ofNanos(System.nanoTime() - start);

                assertThat(done.steps()).hasSize(COUNT + 2);
                assertThat(took).isLessThan(Duration.ofSeconds(60));
                assertThat(real.deployments()).hasSize(COUNT);
                assertThat(target.plan(Fadepls.placed(fadepl)).steps()).isEmpty();
            }
        }
    }
}
