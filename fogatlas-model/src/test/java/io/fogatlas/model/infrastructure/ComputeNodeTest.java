package io.fogatlas.model.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.fogatlas.model.Refusal;
import io.fogatlas.model.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ComputeNodeTest {
    private static final Taint TAINT = new Taint("dedicated", "edge", Taint.Effect.NO_SCHEDULE);

    @Test
    void isReadyAndOffersNothingUnlessSaidOtherwise() {
        assertThat(ComputeNode.builder("n1", "r1").build())
                .isEqualTo(new ComputeNode("n1", "r1", Resources.NONE, Map.of(), List.of(), true));
    }

    @Test
    void keepsWhatTheBuilderWasTold() {
        Resources offered = Resources.builder().cpuMillis(1).build();

        ComputeNode node = ComputeNode.builder("n1", "r1")
                .allocatable(offered)
                .addLabels(Map.of("zone", "a"))
                .addLabel("disk", "ssd")
                .addTaint(TAINT)
                .ready(false)
                .build();

        assertThat(node)
                .isEqualTo(new ComputeNode(
                        "n1", "r1", offered, Map.of("disk", "ssd", "zone", "a"), List.of(TAINT), false));
        assertThat(node.toString()).contains("n1", "r1", "disk=ssd", "dedicated", "ready=false");
    }

    @Test
    void doesNotChangeWithTheCollectionsItWasMadeOf() {
        Map<String, String> labels = new HashMap<>(Map.of("zone", "a"));
        List<Taint> taints = new ArrayList<>(List.of(TAINT));
        ComputeNode node = new ComputeNode("n1", "r1", Resources.NONE, labels, taints, true);
        labels.clear();
        taints.clear();

        assertThat(node.labels()).containsExactly(entry("zone", "a"));
        assertThat(node.taints()).containsExactly(TAINT);
        assertThatThrownBy(() -> node.labels().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> node.taints().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesBlankNames() {
        assertThat(Refusal.of(() -> ComputeNode.builder("", " ").build()))
                .containsExactly("Node '': name must not be blank", "Node '': regionId must not be blank");
    }

    @Test
    void onlyAPreferenceDoesNotForbid() {
        assertThat(TAINT.forbids()).isTrue();
        assertThat(new Taint("k", "", Taint.Effect.NO_EXECUTE).forbids()).isTrue();
        assertThat(new Taint("k", "", Taint.Effect.PREFER_NO_SCHEDULE).forbids())
                .isFalse();
    }

    @Test
    void taintsRefuseNull() {
        assertThatThrownBy(() -> new Taint("k", null, Taint.Effect.NO_EXECUTE))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Taint("k", "", null)).isInstanceOf(NullPointerException.class);
    }
}
