package io.fogatlas.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.ApplicationId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeploymentStatusTest {
    private static final ApplicationId SHOP = ApplicationId.of("shop");

    @Test
    void isReadyWhenEveryWorkloadHasAllItsReplicas() {
        WorkloadStatus whole = new WorkloadStatus("cart", "edge", 2, 2, List.of());
        WorkloadStatus half = new WorkloadStatus("cart", "fog", 2, 1, List.of("Pod 'cart-1' waits: ImagePullBackOff"));

        assertThat(new DeploymentStatus(SHOP, List.of(whole)).isReady()).isTrue();
        assertThat(new DeploymentStatus(SHOP, List.of(whole, half)).isReady()).isFalse();
    }
}
