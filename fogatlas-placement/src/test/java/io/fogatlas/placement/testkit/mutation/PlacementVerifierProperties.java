package io.fogatlas.placement.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.testkit.BruteForce;
import io.fogatlas.placement.testkit.RequestArbitraries;
import io.fogatlas.placement.testkit.Truth;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Violation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** The verifier finds nothing in a valid placement, and in one that was spoilt what was spoilt and nothing else. */
final class PlacementVerifierProperties {
    private static final List<Mutation> MUTATIONS = Stream.of(
                    InfrastructureMutations.all(), ApplicationMutations.all(), PlacementMutations.all())
            .flatMap(List::stream)
            .toList();

    @Provide
    Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small();
    }

    @Property(tries = 1000)
    @StatisticsReport(onFailureOnly = true)
    void everyMutationIsFoundAndNothingElse(@ForAll("requests") PlacementRequest request, @ForAll long seed) {
        if (!(BruteForce.solve(request) instanceof Truth.Optimum optimum)) {
            return;
        }
        assertThat(PlacementVerifier.verify(request, optimum.placement()).violations())
                .isEmpty();
        for (Mutation mutation : MUTATIONS) {
            Optional<Mutant> mutant = mutation.apply().apply(new Case(request, optimum.placement(), new Random(seed)));
            mutant.ifPresent(spoilt -> assertThat(PlacementVerifier.verify(spoilt.request(), spoilt.placement())
                            .violations())
                    .as(mutation.name())
                    .isNotEmpty()
                    .allSatisfy(violation -> assertThat(violation).isInstanceOf(spoilt.broken()))
                    .allSatisfy(violation -> assertThat(violation.text()).isNotBlank()));
            Statistics.label(mutation.name())
                    .collect(mutant.isPresent())
                    .coverage(coverage -> coverage.check(true).count(count -> count > 0));
        }
    }

    @Example
    void everyKindOfViolationIsProvokedByAMutation() {
        RandomGenerator<PlacementRequest> requests = requests().generator(1000);
        Random random = new Random(2026);
        Set<Class<?>> provoked = new HashSet<>();
        for (int number = 0; number < 1000; number++) {
            PlacementRequest request = requests.next(random).value();
            if (BruteForce.solve(request) instanceof Truth.Optimum optimum) {
                Case valid = new Case(request, optimum.placement(), random);
                MUTATIONS.forEach(
                        mutation -> mutation.apply().apply(valid).ifPresent(mutant -> provoked.add(mutant.broken())));
            }
        }

        assertThat(provoked).containsExactlyInAnyOrderElementsOf(kindsOf(Violation.class));
    }

    private static Set<Class<?>> kindsOf(Class<?> sealed) {
        if (!sealed.isSealed()) {
            return Set.of(sealed);
        }
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(kind -> kindsOf(kind).stream())
                .collect(Collectors.toSet());
    }

    @Property(tries = 250)
    void whatTheApplicationHoldsItselfIsAvailableToIt(@ForAll("requests") PlacementRequest request) {
        if (!(BruteForce.solve(request) instanceof Truth.Optimum optimum)) {
            return;
        }
        Map<String, Long> everything = new HashMap<>();
        request.infrastructure().links().forEach(link -> everything.put(link.id(), link.bandwidthBps()));

        PlacementRequest holdingAll = new PlacementRequest(
                request.infrastructure(),
                request.application(),
                request.occupancy().with(request.application().id(), new Holding(everything, List.of())),
                request.objective(),
                request.current(),
                request.limits());

        assertThat(PlacementVerifier.verify(holdingAll, optimum.placement()))
                .isEqualTo(PlacementVerifier.verify(request, optimum.placement()));
    }
}
