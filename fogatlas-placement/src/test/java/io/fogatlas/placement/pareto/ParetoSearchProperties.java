package io.fogatlas.placement.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.arbitraries.Applications;
import io.fogatlas.model.arbitraries.Infrastructures;
import io.fogatlas.model.arbitraries.Scenarios;
import io.fogatlas.model.arbitraries.Tightness;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.testkit.FrontTruth;
import io.fogatlas.placement.testkit.RequestArbitraries;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** The front is that of all placements there are. */
class ParetoSearchProperties {
    private static final Scenarios TINY = new Scenarios(
            Infrastructures.ANY.regions(1, 3).nodesPerRegion(2),
            Applications.ANY.microservices(1, 2).furtherFlows(1).tightnesses(Tightness.ROOMY),
            /* occupied= */ true);

    private static final ParetoSearch SEARCH = new ParetoSearch(PlacementEngine.withInstalledAlgorithms());

    @Provide
    Arbitrary<PlacementRequest> tinyRequests() {
        return RequestArbitraries.of(TINY);
    }

    @Provide
    Arbitrary<List<Term>> terms() {
        return Arbitraries.of(Term.class).list().ofMinSize(2).ofMaxSize(3).uniqueElements();
    }

    private static PlacementRequest weighed(PlacementRequest request, List<Term> terms, OptionalLong work) {
        return new PlacementRequest(
                request.infrastructure(),
                request.application(),
                request.occupancy(),
                ParetoFront.objective(terms),
                request.current(),
                new SearchLimits(Duration.ofMinutes(5), 0, 0, work));
    }

    private static List<List<Double>> values(ParetoFront front) {
        return front.points().stream()
                .map(point -> front.terms().stream().map(point::value).toList())
                .toList();
    }

    /** Balance is told apart to a millionth. */
    private static void assertSame(List<List<Double>> actual, Collection<List<Double>> truth) {
        Comparator<List<Double>> byValues = Comparator.comparing(List::toString);
        if (actual.size() != truth.size()) {
            assertThat(actual).containsExactlyInAnyOrderElementsOf(truth);
        }
        List<List<Double>> rest = new ArrayList<>(truth);
        rest.sort(byValues);
        for (List<Double> point : actual) {
            assertThat(rest).anySatisfy(other -> assertClose(point, other));
            rest.removeIf(other -> isClose(point, other));
        }
        assertThat(rest).isEmpty();
    }

    private static void assertClose(List<Double> one, List<Double> other) {
        for (int term = 0; term < one.size(); term++) {
            assertThat(one.get(term)).isCloseTo(other.get(term), within(2e-6 * Math.max(1, other.get(term))));
        }
    }

    private static boolean isClose(List<Double> one, List<Double> other) {
        for (int term = 0; term < one.size(); term++) {
            if (Math.abs(one.get(term) - other.get(term)) > 2e-6 * Math.max(1, other.get(term))) {
                return false;
            }
        }
        return true;
    }

    @Property(tries = 25)
    void ofTinyRequestsItIsThatOfAllPlacements(
            @ForAll("tinyRequests") PlacementRequest tiny, @ForAll("terms") List<Term> terms) {
        PlacementRequest request = weighed(tiny, terms, OptionalLong.empty());
        Optional<List<List<Double>>> truth = FrontTruth.of(request, terms, 8_000);
        Assume.that(truth.isPresent());

        ParetoFront front = SEARCH.front(request, terms);

        if (truth.get().isEmpty()) {
            assertThat(front.points()).isEmpty();
            assertThat(front.refusal().orElseThrow().outcome()).isEqualTo(Outcome.INFEASIBLE);
        } else {
            assertThat(front.isComplete()).isTrue();
            assertThat(front.points()).allMatch(ParetoPoint::proved);
            assertSame(values(front), truth.get());
        }
        Statistics.label("points").collect(Math.min(4, truth.get().size()));
    }

    @Property(tries = 25)
    void ofSeveralWaysEachIsTakenThatIsBestInSomeTerm(@ForAll Random random, @ForAll boolean computeCounts) {
        List<Term> terms = computeCounts
                ? List.of(Term.LATENCY, Term.NETWORK, Term.COMPUTE)
                : List.of(Term.COMPUTE, random.nextBoolean() ? Term.LATENCY : Term.BALANCE);
        PlacementRequest request = weighed(TradeOffs.mesh(random), terms, OptionalLong.empty());
        List<List<Double>> truth = FrontTruth.of(request, terms, 1_000_000).orElseThrow();

        ParetoFront front = SEARCH.front(request, terms);

        assertThat(front.isComplete()).isTrue();
        assertSame(values(front), truth);
        Statistics.label("points").collect(truth.size());
    }

    @Property(tries = 25)
    void ofLongFrontsNoPointIsLost(
            @ForAll Random random, @ForAll boolean nodes, @ForAll @IntRange(min = 2, max = 4) int regions) {
        PlacementRequest line = TradeOffs.line(random, regions, 4, nodes);
        List<Term> terms = random.nextBoolean()
                ? List.of(Term.COMPUTE, Term.LATENCY)
                : List.of(Term.NETWORK, Term.COMPUTE, random.nextBoolean() ? Term.REGIONS : Term.LATENCY);
        PlacementRequest request = weighed(line, terms, OptionalLong.empty());
        Set<List<Double>> truth = TradeOffs.truth(request, terms);

        ParetoFront front = SEARCH.front(request, terms);

        if (truth.isEmpty()) {
            assertThat(front.points()).isEmpty();
        } else {
            assertThat(front.isComplete()).isTrue();
            assertThat(values(front)).containsExactlyInAnyOrderElementsOf(truth);
            front.points()
                    .forEach(point -> assertThat(PlacementVerifier.verify(
                                            request,
                                            point.decision().placement().orElseThrow())
                                    .isValid())
                            .isTrue());
        }
        Statistics.label("points").collect(truth.size() / 10 * 10);
    }

    @Property(tries = 12)
    void whatIsMissingWhenItStopsIsInAnOpenBox(@ForAll Random random, @ForAll @IntRange(max = 2_000_000) int work) {
        List<Term> terms = random.nextBoolean()
                ? List.of(Term.COMPUTE, Term.LATENCY)
                : List.of(Term.COMPUTE, Term.NETWORK, Term.LATENCY);
        PlacementRequest request = weighed(TradeOffs.line(random, 4, 4, true), terms, OptionalLong.of(work));
        Set<List<Double>> truth = TradeOffs.truth(request, terms);

        ParetoFront front = SEARCH.front(request, terms);

        List<List<Double>> values = values(front);
        for (List<Double> point : truth) {
            if (!values.contains(point)) {
                assertThat(front.open().isEmpty() && front.refusal().isEmpty()).isFalse();
                assertThat(front.refusal().isPresent() || front.open().stream().anyMatch(box -> holds(box, point)))
                        .as("%s misses %s", front.open(), point)
                        .isTrue();
            }
        }
        for (ParetoPoint point : front.points()) {
            if (point.proved()) {
                assertThat(truth).contains(terms.stream().map(point::value).toList());
            }
        }
        assertThat(values(SEARCH.front(request, terms))).isEqualTo(values);
        Statistics.label("complete").collect(front.isComplete(), front.refusal().isPresent());
    }

    private static boolean holds(OpenBox box, List<Double> point) {
        for (int term = 0; term < point.size(); term++) {
            if (point.get(term) < box.least().get(term) - 1e-9
                    || point.get(term) > box.most().get(term) + 1e-9) {
                return false;
            }
        }
        return true;
    }
}
