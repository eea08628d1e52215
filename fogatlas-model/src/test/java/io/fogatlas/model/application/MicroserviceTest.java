package io.fogatlas.model.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.Refusal;
import io.fogatlas.model.Resources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MicroserviceTest {
    private static final PodAffinity NOT_WITH_WEB =
            PodAffinity.with(new LabelSelector(List.of(LabelExpression.is("app", "web"))));

    @Test
    void isOneReplicaAnywhereUnlessSaidOtherwise() {
        Microservice plain = Microservice.builder("web").build();

        assertThat(plain)
                .isEqualTo(new Microservice(
                        "web",
                        Requirements.NONE,
                        List.of(RegionDemand.anywhere(1)),
                        Map.of(),
                        NodeSelector.ANY,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        assertThat(plain.replicas()).isEqualTo(1);
    }

    @Test
    void keepsWhatTheBuilderWasTold() {
        Requirements requirements = new Requirements(5, Resources.NONE);
        NodeSelector selector = new NodeSelector(new LabelSelector(List.of(LabelExpression.is("a", "b"))), List.of());
        Toleration toleration = new Toleration("", Optional.empty(), Optional.empty());
        RegionConstraint constraint = new RegionConstraint.AllowedTiers(Set.of(1));

        assertThat(Microservice.builder("web")
                        .requirements(requirements)
                        .addDemand(RegionDemand.in("edge", 2))
                        .addLabel("app", "db")
                        .addLabels(Map.of("tier", "back"))
                        .nodeSelector(selector)
                        .addTolerations(List.of(toleration))
                        .addRegionConstraint(constraint)
                        .addAffinity(PodAffinity.with(LabelSelector.EVERYTHING))
                        .addAntiAffinity(NOT_WITH_WEB)
                        .build())
                .isEqualTo(new Microservice(
                        "web",
                        requirements,
                        List.of(RegionDemand.in("edge", 2)),
                        Map.of("tier", "back", "app", "db"),
                        selector,
                        List.of(toleration),
                        List.of(constraint),
                        List.of(PodAffinity.with(LabelSelector.EVERYTHING)),
                        List.of(NOT_WITH_WEB)));
    }

    @Test
    void spreadsReplicasAsEvenlyAsCanBe() {
        assertThat(replicasOf(Microservice.builder("web").replicas(7).spreadOver(3)))
                .containsExactly(3, 2, 2);
        assertThat(replicasOf(Microservice.builder("web").replicas(7))).containsExactly(7);
        assertThat(replicasOf(Microservice.builder("web").replicas(2).spreadOver(2)))
                .containsExactly(1, 1);
    }

    @Test
    void spreadsReplicasThatKeepEachOtherOutOverAsManyRegions() {
        Microservice.Builder web =
                Microservice.builder("web").replicas(3).addLabel("app", "web").addAntiAffinity(NOT_WITH_WEB);

        assertThat(replicasOf(web)).containsExactly(1, 1, 1);
        assertThat(replicasOf(Microservice.builder("db").replicas(3).addAntiAffinity(NOT_WITH_WEB)))
                .containsExactly(3);
    }

    @Test
    void demandsGivenOneByOneWinOverReplicasAndSpread() {
        Microservice pinned = Microservice.builder("web")
                .replicas(5)
                .spreadOver(9)
                .addDemand(RegionDemand.in("edge", 2))
                .addDemand(RegionDemand.anywhere(1))
                .build();

        assertThat(pinned.demands()).containsExactly(RegionDemand.in("edge", 2), RegionDemand.anywhere(1));
        assertThat(pinned.replicas()).isEqualTo(3);
    }

    @Test
    void refusesEverythingThatIsWrongAtOnce() {
        RegionDemand edge = RegionDemand.in("edge", 1);

        assertThat(Refusal.of(() -> Microservice.builder(" ")
                        .addDemand(edge)
                        .addDemand(RegionDemand.in("edge", 2))
                        .build()))
                .containsExactly(
                        "Microservice ' ': name must not be blank",
                        "Microservice ' ': requires region 'edge' twice; give the replicas in one entry");
    }

    @Test
    void refusesNoDemandAndTooManyDemands() {
        assertThat(Refusal.of(() -> withDemands(List.of())))
                .containsExactly("Microservice 'web': must ask for 1 to 10000 Assignments, but asks for 0");
        assertThat(Refusal.of(
                        () -> withDemands(Collections.nCopies(Microservice.MAX_DEMANDS + 1, RegionDemand.anywhere(1)))))
                .containsExactly("Microservice 'web': must ask for 1 to 10000 Assignments, but asks for 10001");
    }

    @Test
    void refusesReplicasThatCannotBeSpread() {
        assertThat(Refusal.of(() ->
                        Microservice.builder("web").replicas(2).spreadOver(3).build()))
                .containsExactly("Microservice 'web': cannot spread 2 replicas over 3 regions; use from 1 to 2");
        assertThat(Refusal.of(() -> Microservice.builder("web").replicas(0).build()))
                .contains("Microservice 'web': replicas must be from 1 to 9007199254740992, but is 0");
        assertThat(Refusal.of(() -> Microservice.builder("web")
                        .replicas(Integer.MAX_VALUE)
                        .spreadOver(20_000)
                        .build()))
                .containsExactly(
                        "Microservice 'web': cannot spread 2147483647 replicas over 20000 regions; use from 1 to 10000");
    }

    @Test
    void demandsRefuseNoReplicas() {
        assertThat(Refusal.of(() -> RegionDemand.in("edge", 0)))
                .containsExactly("Region demand 'edge': replicas must be from 1 to 9007199254740992, but is 0");
        assertThatThrownBy(() -> new RegionDemand(null, 1, Optional.empty())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new RegionDemand(Optional.empty(), 1, null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void doesNotChangeWithTheCollectionsItWasMadeOf() {
        List<RegionDemand> demands = new ArrayList<>(List.of(RegionDemand.anywhere(1)));
        Microservice web = withDemands(demands);
        demands.clear();

        assertThat(web.demands()).hasSize(1);
        assertThatThrownBy(() -> web.demands().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> web.labels().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> web.tolerations().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Microservice withDemands(List<RegionDemand> demands) {
        return new Microservice(
                "web",
                Requirements.NONE,
                demands,
                Map.of(),
                NodeSelector.ANY,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Integer> replicasOf(Microservice.Builder microservice) {
        return microservice.build().demands().stream()
                .map(RegionDemand::replicas)
                .toList();
    }
}
