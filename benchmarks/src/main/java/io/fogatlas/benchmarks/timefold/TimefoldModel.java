package io.fogatlas.benchmarks.timefold;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.placer.QueuedEntityPlacerConfig;
import ai.timefold.solver.core.config.heuristic.selector.entity.EntitySelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.value.ValueSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import io.fogatlas.benchmarks.TimedPlacement;
import io.fogatlas.placement.PlacementRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How Timefold is told what a plan is worth, and by which moves it looks for better ones. */
public enum TimefoldModel {
    /** Constraint streams, with the phases and moves that Timefold takes by default. */
    STREAMS,
    /** An incremental score calculator, with the phases and moves that Timefold takes by default. */
    INCREMENTAL,
    /** An incremental score calculator, with moves made for placement beside the usual ones. */
    TUNED;

    /** Among how many paths between two regions a flow chooses. */
    public static final int PATHS = Ways.CHOICES;

    /** A plan at the moment at which Timefold found it the best so far. */
    private record Found(Duration elapsed, Plan plan) {}

    /**
     * Says how it is called in options and output.
     *
     * @return its name
     */
    public String key() {
        return "timefold-" + name().toLowerCase(Locale.ROOT);
    }

    /**
     * Solves. Time begins before the plan is written; setting up Timefold for a kind of plan, which a service does once, is given for free, and so
     * is turning plans into placements.
     *
     * @param request what is to be placed where
     * @param limit how long it may take
     * @param seed where random choices start from
     * @return each better placement in which no rule is broken, as far as Timefold knows, in order
     * @throws IllegalArgumentException if the request asks for what the model does not know
     */
    public List<TimedPlacement> solve(PlacementRequest request, Duration limit, long seed) {
        return solve(request, limit, seed, EnvironmentMode.NO_ASSERT);
    }

    List<TimedPlacement> solve(PlacementRequest request, Duration limit, long seed, EnvironmentMode mode) {
        SolverFactory<Plan> factory = SolverFactory.create(config(limit, seed, mode));
        long start = System.nanoTime();
        Plan plan = PlanModel.of(request).plan();
        if (plan.vertices().stream().anyMatch(vertex -> vertex.getCandidates().isEmpty())) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        Solver<Plan> solver = factory.buildSolver();
        solver.addEventListener(event -> {
            if (event.isNewBestSolutionInitialized()
                    && event.getNewBestScore() instanceof HardSoftLongScore score
                    && score.isFeasible()) {
                found.add(new Found(Duration.ofNanos(System.nanoTime() - start), event.getNewBestSolution()));
            }
        });
        solver.solve(plan);
        return found.stream()
                .map(each -> new TimedPlacement(each.elapsed(), PlanModel.placement(each.plan())))
                .toList();
    }

    SolverConfig config(Duration limit, long seed, EnvironmentMode mode) {
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Plan.class)
                .withEntityClasses(Vertex.class, Flow.class)
                .withScoreDirectorFactory(
                        this == STREAMS
                                ? new ScoreDirectorFactoryConfig().withConstraintProviderClass(PlanConstraints.class)
                                : new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(PlanScore.class))
                .withEnvironmentMode(mode)
                .withRandomSeed(seed)
                .withTerminationConfig(new TerminationConfig().withSpentLimit(limit));
        return this == TUNED ? config.withPhases(construction(), localSearch()) : config;
    }

    private static ConstructionHeuristicPhaseConfig construction() {
        EntitySelectorConfig placed = new EntitySelectorConfig(Vertex.class).withId("placed");
        return new ConstructionHeuristicPhaseConfig()
                .withEntityPlacerConfig(new QueuedEntityPlacerConfig()
                        .withEntitySelectorConfig(placed)
                        .withMoveSelectorConfigs(new ChangeMoveSelectorConfig()
                                .withEntitySelectorConfig(EntitySelectorConfig.newMimicSelectorConfig("placed"))
                                .withValueSelectorConfig(new ValueSelectorConfig("site"))));
    }

    private static LocalSearchPhaseConfig localSearch() {
        return new LocalSearchPhaseConfig()
                .withLocalSearchType(LocalSearchType.LATE_ACCEPTANCE)
                .withMoveSelectorConfig(new UnionMoveSelectorConfig()
                        .withMoveSelectors(
                                new MoveIteratorFactoryConfig()
                                        .withMoveIteratorFactoryClass(RelocationFactory.class)
                                        .withFixedProbabilityWeight(6.0),
                                new ChangeMoveSelectorConfig()
                                        .withEntitySelectorConfig(new EntitySelectorConfig(Vertex.class))
                                        .withFixedProbabilityWeight(1.0),
                                new ChangeMoveSelectorConfig()
                                        .withEntitySelectorConfig(new EntitySelectorConfig(Flow.class))
                                        .withFixedProbabilityWeight(2.0),
                                new SwapMoveSelectorConfig()
                                        .withEntitySelectorConfig(new EntitySelectorConfig(Vertex.class))
                                        .withFixedProbabilityWeight(1.0)));
    }
}
