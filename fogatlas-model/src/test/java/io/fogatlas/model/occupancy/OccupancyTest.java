package io.fogatlas.model.occupancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.fogatlas.model.Problems;
import io.fogatlas.model.Refusal;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.ApplicationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OccupancyTest {
    private static final ApplicationId SHOP = ApplicationId.of("shop");
    private static final ApplicationId BANK = ApplicationId.of("bank");
    private static final ReplicaGroup OF_SHOP = group("shop", "r1");
    private static final ReplicaGroup OF_BANK = group("bank", "r1");
    private static final ReplicaGroup OF_OTHERS = group("others", "r2");

    @Test
    void addsUpWhatAllHoldersHold() {
        Occupancy occupancy = new Occupancy(Map.of(), new Holding(Map.of("l1", 1L), List.of(OF_OTHERS)))
                .with(SHOP, new Holding(Map.of("l1", 10L, "l2", 20L), List.of(OF_SHOP)))
                .with(BANK, new Holding(Map.of("l2", 200L), List.of(OF_BANK)));

        assertThat(occupancy.bandwidthBpsByLink()).containsExactly(entry("l1", 11L), entry("l2", 220L));
        assertThat(occupancy.replicas()).containsExactly(OF_BANK, OF_SHOP, OF_OTHERS);
    }

    @Test
    void replacesAndDropsWhatAnApplicationHolds() {
        Occupancy before = Occupancy.NONE.with(BANK, new Holding(Map.of("l1", 1L), List.of(OF_BANK)));

        Occupancy after = before.with(SHOP, new Holding(Map.of("l1", 2L), List.of()))
                .with(SHOP, new Holding(Map.of("l1", 3L), List.of(OF_SHOP)));

        assertThat(after.bandwidthBpsByLink()).containsExactly(entry("l1", 4L));
        assertThat(after.without(SHOP)).isEqualTo(before).hasSameHashCodeAs(before);
        assertThat(before.without(SHOP)).isEqualTo(before);
        assertThat(after.without(SHOP).without(BANK)).isEqualTo(Occupancy.NONE);
    }

    @Test
    void stopsAtTheLargestAmountInsteadOfOverflowing() {
        Holding most = new Holding(Map.of("l1", Problems.MAX_AMOUNT), List.of());

        assertThat(new Occupancy(Map.of(SHOP, most, BANK, most), most).bandwidthBpsByLink())
                .containsExactly(entry("l1", Problems.MAX_AMOUNT));
    }

    @Test
    void doesNotChangeWithTheMapItWasMadeOf() {
        Map<ApplicationId, Holding> holdings = new HashMap<>(Map.of(SHOP, Holding.NONE));
        Occupancy occupancy = new Occupancy(holdings, Holding.NONE);
        holdings.clear();

        assertThat(occupancy.byApplication()).containsOnlyKeys(SHOP);
        assertThatThrownBy(() -> occupancy.byApplication().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> occupancy.bandwidthBpsByLink().put("l1", 1L))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> occupancy.replicas().add(OF_SHOP)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void holdingsRefuseNegativeBandwidths() {
        assertThat(Refusal.of(() -> new Holding(Map.of("l1", -1L), List.of())))
                .containsExactly("Holding '': bandwidth of 'l1' must be from 0 to 9007199254740992, but is -1");
    }

    @Test
    void replicaGroupsRefuseEverythingThatIsWrongAtOnce() {
        assertThat(Refusal.of(
                        () -> new ReplicaGroup("default", Map.of(), List.of(), " ", Map.of("n1", 0), Resources.NONE)))
                .containsExactly(
                        "Replica group ' ': region must not be blank",
                        "Replica group ' ': replicas on node 'n1' must be from 1 to 9007199254740992, but is 0");
    }

    @Test
    void replicaGroupsDoNotChangeWithTheMapsTheyWereMadeOf() {
        Map<String, Integer> onNodes = new HashMap<>(Map.of("n1", 1));
        ReplicaGroup group = new ReplicaGroup("default", Map.of(), List.of(), "r1", onNodes, Resources.NONE);
        onNodes.clear();

        assertThat(group.replicasByNode()).containsExactly(entry("n1", 1));
        assertThatThrownBy(() -> group.labels().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> group.replicasByNode().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static ReplicaGroup group(String app, String region) {
        return new ReplicaGroup("default", Map.of("app", app), List.of(), region, Map.of(), Resources.NONE);
    }
}
