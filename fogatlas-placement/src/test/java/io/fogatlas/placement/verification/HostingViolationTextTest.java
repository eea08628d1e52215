package io.fogatlas.placement.verification;

import static io.fogatlas.placement.verification.ThreeRegions.CLOUD;
import static io.fogatlas.placement.verification.ThreeRegions.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.infrastructure.Taint;
import io.fogatlas.placement.verification.NodeViolation.NodeInOtherRegion;
import io.fogatlas.placement.verification.NodeViolation.NodeLabelsDoNotFit;
import io.fogatlas.placement.verification.NodeViolation.NodeNotReady;
import io.fogatlas.placement.verification.NodeViolation.NodeOverloaded;
import io.fogatlas.placement.verification.NodeViolation.ReplicasNotOnNodes;
import io.fogatlas.placement.verification.NodeViolation.TaintNotTolerated;
import io.fogatlas.placement.verification.NodeViolation.UnknownNode;
import io.fogatlas.placement.verification.RegionViolation.RegionLabelDoesNotFit;
import io.fogatlas.placement.verification.RegionViolation.RegionNotPermitted;
import io.fogatlas.placement.verification.RegionViolation.UnknownRegion;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HostingViolationTextTest {

    @Test
    void saysWhatIsBroken() {
        assertThat(new NodeOverloaded("edge", "memory", 3 * 1024 * MIB, 1900 * MIB).text())
                .isEqualTo("Node 'edge' is to give 3Gi memory, but has 1900Mi memory left.");
        assertThat(new NodeOverloaded("edge", "cpu", 2001, 2000).text())
                .isEqualTo("Node 'edge' is to give 2001m CPU, but has 2000m CPU left.");
        assertThat(new TaintNotTolerated("driver", "n", new Taint("a", "b", Taint.Effect.NO_EXECUTE)).text())
                .isEqualTo("Microservice 'driver' is on node 'n' and does not tolerate its taint a=b:NO_EXECUTE.");
        assertThat(new RegionNotPermitted("driver", CLOUD, new RegionConstraint.AllowedTiers(Set.of(2))).text())
                .isEqualTo("Microservice 'driver' must not run in region '001-001':"
                        + " AllowedTiers[tiers=[2]] does not permit it.");
        assertThat(List.of(
                        new UnknownRegion("m", "r").text(),
                        new RegionLabelDoesNotFit("m", "r").text(),
                        new ReplicasNotOnNodes("m", "r", 3, 2).text(),
                        new UnknownNode("m", "n").text(),
                        new NodeInOtherRegion("m", "n", "r", "s").text(),
                        new NodeNotReady("m", "n").text(),
                        new NodeLabelsDoNotFit("m", "n").text()))
                .containsExactly(
                        "Microservice 'm' is placed in region 'r', but there is no such region.",
                        "Microservice 'm' must not run in region 'r': its node selector asks for another 'region' label.",
                        "Microservice 'm' has 3 replicas in region 'r', but 2 are on nodes.",
                        "Microservice 'm' is on node 'n', but there is no such node.",
                        "Microservice 'm' in region 'r' is on node 'n', which stands in region 's'.",
                        "Microservice 'm' is on node 'n', which is not ready.",
                        "Microservice 'm' is on node 'n', which its node selector does not match.");
    }
}
