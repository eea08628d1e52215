package io.fogatlas.placement.verification;

import static io.fogatlas.placement.verification.ThreeRegions.CLOUD;
import static io.fogatlas.placement.verification.ThreeRegions.EDGE;
import static io.fogatlas.placement.verification.ThreeRegions.FOG;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.placement.verification.RegionViolation.AffinityBroken;
import io.fogatlas.placement.verification.RegionViolation.AntiAffinityBroken;
import io.fogatlas.placement.verification.RegionViolation.KeptOut;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NeighbourCheckTest {
    private static final PodAffinity APP_A = with("a");
    private static final PodAffinity APP_B = with("b");

    private static PodAffinity with(String app) {
        return PodAffinity.with(selector(app));
    }

    private static LabelSelector selector(String app) {
        return new LabelSelector(List.of(LabelExpression.is("app", app)));
    }

    private static Microservice.Builder app(String name) {
        return Microservice.builder(name).addLabel("app", name);
    }

    private static ReplicaGroup running(String namespace, String app, String region, PodAffinity... antiAffinities) {
        return new ReplicaGroup(
                namespace, Map.of("app", app), List.of(antiAffinities), region, Map.of(), Resources.NONE);
    }

    private static List<Violation> violations(ThreeRegions built, ReplicaGroup... running) {
        Occupancy occupancy = new Occupancy(Map.of(), new Holding(Map.of(), List.of(running)));
        return built.verify(built.request().occupancy(occupancy).build()).violations();
    }

    private static ThreeRegions alone(Microservice microservice, String... regions) {
        ThreeRegions built = ThreeRegions.withoutNodes().with(microservice);
        for (String region : regions) {
            built.place(microservice.name(), region, 1);
        }
        return built;
    }

    @Test
    void findsAnAffinityToAMicroserviceInAnotherRegion() {
        ThreeRegions built = alone(app("a").addAffinity(APP_B).build(), FOG)
                .with(app("b").build())
                .place("b", EDGE, 1);

        assertThat(built.violations()).containsExactly(new AffinityBroken("a", FOG, APP_B));
        assertThat(violations(built, running("default", "b", FOG))).isEmpty();
        assertThat(violations(built, running("elsewhere", "b", FOG)))
                .containsExactly(new AffinityBroken("a", FOG, APP_B));
    }

    @Test
    void acceptsAnAffinityToAMicroserviceInTheSameRegion() {
        assertThat(alone(app("a").addAffinity(APP_B).build(), FOG)
                        .with(app("b").build())
                        .place("b", FOG, 1)
                        .violations())
                .isEmpty();
    }

    @Test
    void looksIntoTheNamespacesTheRuleNames() {
        PodAffinity elsewhere = new PodAffinity(selector("b"), Set.of("elsewhere"), false);
        PodAffinity everywhere = new PodAffinity(selector("b"), Set.of(), true);
        ThreeRegions built =
                alone(app("a").addAffinity(elsewhere).addAffinity(everywhere).build(), FOG);

        assertThat(violations(built, running("elsewhere", "b", FOG))).isEmpty();
        assertThat(violations(built, running("third", "b", FOG)))
                .containsExactly(new AffinityBroken("a", FOG, elsewhere));
    }

    @Test
    void letsAMicroserviceThatSelectsItselfBeTheFirst() {
        Microservice selfish = app("a").addAffinity(APP_A).replicas(2).build();

        assertThat(ThreeRegions.withoutNodes().with(selfish).place("a", FOG, 2).violations())
                .isEmpty();
        assertThat(violations(
                        ThreeRegions.withoutNodes().with(selfish).place("a", FOG, 2), running("default", "a", EDGE)))
                .containsExactly(new AffinityBroken("a", FOG, APP_A));
        assertThat(violations(
                        ThreeRegions.withoutNodes().with(selfish).place("a", FOG, 2), running("default", "a", FOG)))
                .isEmpty();
    }

    @Test
    void letsAMicroserviceBeTheFirstWhateverElseIsInOtherRegions() {
        assertThat(alone(app("a").addAffinity(APP_A).build(), FOG)
                        .with(app("b").build())
                        .place("b", EDGE, 1)
                        .violations())
                .isEmpty();
    }

    @Test
    void doesNotLetTwoRegionsBothBeTheFirst() {
        Microservice spread =
                app("a").addAffinity(APP_A).replicas(2).spreadOver(2).build();

        assertThat(alone(spread, FOG, EDGE).violations())
                .containsExactly(new AffinityBroken("a", FOG, APP_A), new AffinityBroken("a", EDGE, APP_A));
        assertThat(violations(alone(spread, FOG, EDGE), running("default", "a", FOG)))
                .containsExactly(new AffinityBroken("a", EDGE, APP_A));
    }

    @Test
    void doesNotLetReplicasStartThatWouldWaitForEachOther() {
        // In FOG a waits for b and b for a. In EDGE, c starts alone and both follow.
        Microservice a = app("a").addAffinity(APP_B).replicas(2).spreadOver(2).build();
        Microservice b = Microservice.builder("b")
                .addLabel("app", "b")
                .addAffinity(new PodAffinity(
                        new LabelSelector(
                                List.of(new LabelExpression("app", LabelExpression.Operator.IN, List.of("a", "c")))),
                        Set.of(),
                        false))
                .replicas(2)
                .spreadOver(2)
                .build();
        ThreeRegions built = alone(a, FOG, EDGE)
                .with(b)
                .with(app("c").build())
                .place("b", FOG, 1)
                .place("b", EDGE, 1)
                .place("c", EDGE, 1);

        assertThat(built.violations())
                .containsExactly(
                        new AffinityBroken("a", FOG, APP_B),
                        new AffinityBroken("b", FOG, b.affinities().get(0)));
    }

    @Test
    void findsANeighbourThatAnAntiAffinityForbids() {
        Microservice a = app("a").addAntiAffinity(APP_B).build();
        Microservice b = app("b").build();

        assertThat(alone(a, FOG).with(b).place("b", EDGE, 1).violations()).isEmpty();
        assertThat(alone(a, FOG).with(b).place("b", FOG, 1).violations())
                .containsExactly(new AntiAffinityBroken("a", FOG, "microservice 'b'"));
        assertThat(violations(
                        alone(a, FOG),
                        running("default", "b", FOG),
                        running("default", "b", EDGE),
                        running("elsewhere", "b", FOG)))
                .containsExactly(new AntiAffinityBroken("a", FOG, "running replicas {app=b} of namespace 'default'"));
    }

    @Test
    void findsReplicasOfTheSameMicroserviceThatKeepEachOtherAway() {
        Microservice two = app("a").addAntiAffinity(APP_A)
                .addDemand(RegionDemand.anywhere(2))
                .build();
        Microservice one = app("a").addAntiAffinity(APP_A).build();

        assertThat(ThreeRegions.withoutNodes().with(two).place("a", FOG, 2).violations())
                .containsExactly(new AntiAffinityBroken("a", FOG, "microservice 'a'"));
        assertThat(alone(one, FOG).violations()).isEmpty();
    }

    @Test
    void findsAMicroserviceThatRunningReplicasKeepOut() {
        ReplicaGroup jealous = running("other", "z", FOG, new PodAffinity(selector("a"), Set.of("default"), false));
        ReplicaGroup ownNamespaceOnly = running("other", "z", FOG, APP_A);

        assertThat(violations(alone(app("a").build(), FOG), jealous)).containsExactly(new KeptOut("a", FOG, jealous));
        assertThat(violations(alone(app("a").build(), CLOUD), jealous)).isEmpty();
        assertThat(violations(alone(app("a").build(), FOG), ownNamespaceOnly)).isEmpty();
    }

    @Test
    void forgetsTheReplicasOfTheApplicationItself() {
        ThreeRegions built = alone(app("a").addAntiAffinity(APP_A).build(), FOG);
        Holding own = new Holding(Map.of(), List.of(running("default", "a", FOG, APP_A)));

        assertThat(built.verify(built.request()
                                .occupancy(new Occupancy(Map.of(ApplicationId.of("app"), own), Holding.NONE))
                                .build())
                        .violations())
                .isEmpty();
        assertThat(built.verify(built.request()
                                .occupancy(new Occupancy(Map.of(ApplicationId.of("twin"), own), Holding.NONE))
                                .build())
                        .violations())
                .hasSize(2);
    }

    @Test
    void saysWhoMeetsWhom() {
        assertThat(new AffinityBroken("a", FOG, APP_B).text())
                .isEqualTo("Microservice 'a' in region '002-002' lacks a replica beside it that its affinity selects by"
                        + " [LabelExpression[key=app, operator=IN, values=[b]]].");
        assertThat(new AntiAffinityBroken("a", FOG, "microservice 'b'").text())
                .isEqualTo("Microservice 'a' in region '002-002' must not be beside microservice 'b':"
                        + " its anti-affinity forbids it.");
        assertThat(new KeptOut("a", FOG, running("n", "z", FOG)).text())
                .isEqualTo("Microservice 'a' is kept out of region '002-002' by the anti-affinity of replicas {app=z}"
                        + " of namespace 'n'.");
    }
}
