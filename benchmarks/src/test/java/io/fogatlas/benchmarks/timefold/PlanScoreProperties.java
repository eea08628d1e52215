package io.fogatlas.benchmarks.timefold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import io.fogatlas.benchmarks.ProofShape;
import io.fogatlas.benchmarks.textbook.CostUnits;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Both of Timefold's models say the same of any placement, and what the verifier says. */
final class PlanScoreProperties {
    private static final SolutionManager<Plan, HardSoftLongScore> STREAMS = manager(TimefoldModel.STREAMS);
    private static final SolutionManager<Plan, HardSoftLongScore> INCREMENTAL = manager(TimefoldModel.INCREMENTAL);

    private static SolutionManager<Plan, HardSoftLongScore> manager(TimefoldModel model) {
        SolverFactory<Plan> factory =
                SolverFactory.create(model.config(Duration.ofSeconds(1), 1, EnvironmentMode.NO_ASSERT));
        return SolutionManager.create(factory);
    }

    @Property(tries = 200)
    void bothModelsAgreeWithTheVerifier(@ForAll ProofShape shape, @ForAll long seed) {
        Random random = new Random(seed);
        PlacementRequest request = shape.request(4 + random.nextInt(8), 1 + random.nextInt(6), seed);
        Plan plan = PlanModel.of(request).plan();
        for (Vertex vertex : plan.vertices()) {
            if (!vertex.isPinned()) {
                if (vertex.getCandidates().isEmpty()) {
                    return;
                }
                vertex.setSite(vertex.getCandidates()
                        .get(random.nextInt(vertex.getCandidates().size())));
            }
        }
        plan.flows().forEach(flow -> flow.setChoice(random.nextInt(Ways.CHOICES)));

        HardSoftLongScore byStreams = Objects.requireNonNull(STREAMS.update(plan));
        HardSoftLongScore byHand = Objects.requireNonNull(INCREMENTAL.update(plan));
        Verification verification = PlacementVerifier.verify(request, PlanModel.placement(plan));

        assertThat(byHand).isEqualTo(byStreams);
        assertThat(byStreams.isFeasible()).isEqualTo(verification.isValid());
        verification
                .score()
                .map(Score::value)
                .ifPresent(score -> assertThat(-byStreams.softScore() / CostUnits.PER_SCORE)
                        .isCloseTo(score, within(1e-9 * score)));
    }
}
