package io.fogatlas.placement.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.PlacementRequest;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProblemCompilerTest {
    private static Microservice.Builder microservice(String name, long cpuMillis) {
        return Microservice.builder(name)
                .addLabel("app", name)
                .requirements(new Requirements(
                        0, Resources.builder().cpuMillis(cpuMillis).build()));
    }

    private static PlacementProblem compile(Microservice.Builder... microservices) {
        Infrastructure.Builder infrastructure = Infrastructure.builder();
        for (int size : new int[] {100, 200, 300}) {
            infrastructure
                    .add(Region.builder("r" + size).build())
                    .add(ComputeNode.builder("n" + size, "r" + size)
                            .allocatable(Resources.builder()
                                    .cpuMillis(size)
                                    .podSlots(10)
                                    .build())
                            .build());
        }
        Application.Builder application = Application.builder(ApplicationId.of("app"));
        for (Microservice.Builder microservice : microservices) {
            application.add(microservice.build());
        }
        return PlacementProblem.of(PlacementRequest.of(infrastructure.build(), application.build()));
    }

    private static BitSet regions(int... numbers) {
        BitSet regions = new BitSet();
        for (int number : numbers) {
            regions.set(number);
        }
        return regions;
    }

    @Test
    void microservicesThatNeedTheSameShareTheirCandidates() {
        PlacementProblem problem = compile(
                microservice("a", 150),
                microservice("b", 150),
                microservice("c", 250),
                microservice("d", 150).addRegionConstraint(new RegionConstraint.ForbiddenRegions(Set.of("r200"))),
                microservice("e", 150).replicas(2));

        List<Slot> slots = problem.slots();
        assertThat(slots.get(0).candidates())
                .isEqualTo(regions(1, 2))
                .isSameAs(slots.get(1).candidates());
        assertThat(slots.get(2).candidates()).isEqualTo(regions(2));
        assertThat(slots.get(3).candidates()).isEqualTo(regions(2));
        assertThat(slots.get(4).candidates()).isEqualTo(regions(2));
    }

    @Test
    void whoeverOfTwoHasTheRuleThatKeepsThemApartEachExcludesTheOther() {
        PodAffinity apartFromA = PodAffinity.with(new LabelSelector(List.of(LabelExpression.is("app", "a"))));
        PlacementProblem problem = compile(
                microservice("a", 10), microservice("b", 10).addAntiAffinity(apartFromA), microservice("c", 10));

        assertThat(problem.services().get(0).excludes(1)).isTrue();
        assertThat(problem.services().get(1).excludes(0)).isTrue();
        assertThat(problem.services().get(1).excludes(1)).isFalse();
        assertThat(problem.services().get(2).excludes(0)).isFalse();
        assertThat(problem.services().get(2).excludes(1)).isFalse();
    }
}
