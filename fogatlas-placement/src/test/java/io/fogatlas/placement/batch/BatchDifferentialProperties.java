package io.fogatlas.placement.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.placement.Answer;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.greedy.GreedyAlgorithm;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.testkit.BruteForce;
import io.fogatlas.placement.testkit.Truth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Compares batches with the truth, which is found by trying every set of applications by brute force. */
final class BatchDifferentialProperties {
    private static final double ROUNDING = 1e-9;

    private final BatchEngine engine = new BatchEngine(new PlacementEngine(List.of()));

    /** Answers with the truth and proves it. */
    private static final class Oracle implements PlacementAlgorithm {
        @Override
        public String name() {
            return "oracle";
        }

        @Override
        public String description() {
            return "knows";
        }

        @Override
        public Answer solve(PlacementProblem problem, Search search) {
            Truth truth = BruteForce.solve(problem.request());
            if (truth instanceof Truth.Optimum optimum) {
                return new Answer(
                        Optional.of(optimum.placement()),
                        OptionalDouble.of(optimum.score().value()),
                        List.of(),
                        Set.of());
            }
            return truth instanceof Truth.Infeasible
                    ? Answer.infeasible(Set.of("tried everything", "and looked twice"))
                    : Answer.nothing(List.of());
        }
    }

    @Provide
    Arbitrary<RandomBatches.Cut> cuts() {
        return RandomBatches.cuts();
    }

    /** What the best admission is worth: value, size, and score. */
    private record Worth(long value, int size, double score) {
        boolean isBetterThan(Worth other) {
            if (value != other.value || size != other.size) {
                return value != other.value ? value > other.value : size > other.size;
            }
            return score < other.score;
        }
    }

    private static Optional<Worth> truth(RandomBatches.Cut cut, BatchRequest batch) {
        Worth best = new Worth(0, 0, 0);
        for (int set = 1; set < 1 << cut.parts(); set++) {
            Set<Integer> parts = new HashSet<>();
            long value = 0;
            int size = 0;
            Occupancy taken = batch.occupancy();
            for (int part = 0; part < cut.parts(); part++) {
                ApplicationId id = new ApplicationId("default", "part" + part);
                boolean there = batch.entries().stream()
                        .anyMatch(entry -> entry.application().id().equals(id));
                if (there && (set >> part & 1) == 1) {
                    parts.add(part);
                    value += cut.values().get(part);
                    size++;
                    taken = taken.without(id);
                }
            }
            Optional<Application> together = cut.only(parts, ApplicationId.of("together"));
            if (together.isPresent()) {
                Truth truth = truth(cut, together.get(), taken);
                if (truth instanceof Truth.TooLarge) {
                    return Optional.empty();
                }
                if (truth instanceof Truth.Optimum optimum) {
                    Worth worth = new Worth(value, size, optimum.score().value());
                    best = worth.isBetterThan(best) ? worth : best;
                }
            }
        }
        return Optional.of(best);
    }

    private static Truth truth(RandomBatches.Cut cut, Application together, Occupancy taken) {
        try {
            return BruteForce.solve(new PlacementRequest(
                    cut.whole().infrastructure(),
                    together,
                    taken,
                    cut.whole().objective(),
                    cut.current(together),
                    cut.whole().limits()));
        } catch (InvalidModelException waitingForEachOther) {
            return new Truth.Infeasible();
        }
    }

    @Property(tries = 250)
    void anExactAlgorithmAdmitsTheMostValuableApplicationsAndPlacesThemBest(@ForAll("cuts") RandomBatches.Cut cut) {
        Optional<BatchRequest> batch = cut.batch(List.of("default"));
        Assume.that(batch.isPresent());
        Optional<Worth> truth = truth(cut, batch.get());
        Assume.that(truth.isPresent());

        BatchDecision decision = engine.place(batch.get(), new Oracle(), SearchListener.NONE);

        Worth best = truth.get();
        assertThat(decision.value()).isEqualTo(best.value());
        assertThat(decision.valueBound()).isEqualTo(best.value());
        assertThat(decision.admitted()).hasSize(best.size());
        assertThat(decision.outcome()).isEqualTo(best.size() == 0 ? Outcome.INFEASIBLE : Outcome.OPTIMAL);
        assertThat(decision.score().map(Score::value).orElse(0.0))
                .isCloseTo(best.score(), within(ROUNDING * Math.max(1, best.score())));
        Statistics.label("admitted")
                .collect(best.size() + " of " + batch.get().entries().size());
    }

    @Property(tries = 250)
    void aHeuristicNeverClaimsMoreThanTheTruth(@ForAll("cuts") RandomBatches.Cut cut) {
        Optional<BatchRequest> batch = cut.batch(List.of("default"));
        Assume.that(batch.isPresent());
        Optional<Worth> truth = truth(cut, batch.get());
        Assume.that(truth.isPresent());

        BatchDecision decision = engine.place(batch.get(), new GreedyAlgorithm(), SearchListener.NONE);

        Worth best = truth.get();
        assertThat(decision.value()).isLessThanOrEqualTo(best.value());
        assertThat(decision.valueBound()).isGreaterThanOrEqualTo(best.value());
        double rounding = ROUNDING * Math.max(1, best.score());
        if (decision.outcome() == Outcome.OPTIMAL) {
            assertThat(decision.admitted()).hasSize(best.size());
            assertThat(decision.score().orElseThrow().value()).isCloseTo(best.score(), within(rounding));
        } else if (decision.outcome() == Outcome.INFEASIBLE) {
            assertThat(best.size()).isZero();
        }
        Statistics.label("greedy").collect(decision.outcome().key(), decision.value() == best.value());
    }

    /** The engine checks every placement next to the others; this runs it where the applications have different namespaces. */
    @Property(tries = 250)
    void placementsAcrossNamespacesAreValidNextToEachOther(@ForAll("cuts") RandomBatches.Cut cut) {
        Optional<BatchRequest> batch = cut.batch(List.of("default", "other", "neighbours"));
        Assume.that(batch.isPresent());

        BatchDecision decision = engine.place(batch.get(), new Oracle(), SearchListener.NONE);

        assertThat(decision.decisions())
                .hasSameSizeAs(batch.get().entries())
                .allSatisfy(each ->
                        assertThat(each.isPlaced() || !each.reasons().isEmpty()).isTrue());
    }
}
