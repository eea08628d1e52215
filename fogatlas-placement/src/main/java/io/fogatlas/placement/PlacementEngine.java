package io.fogatlas.placement;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.change.Migration;
import io.fogatlas.placement.decomposition.LowerBound;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.verification.NecessaryConditions;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Runs placement algorithms and lets nothing out unverified.
 *
 * <p>A placement is handed out only if {@link PlacementVerifier} finds no broken rule; its score is the verifier's. {@code optimal}
 * is said only if the score reaches the bound, {@code infeasible} only if {@link NecessaryConditions} finds one broken or the algorithm
 * names two different proofs.
 *
 * <p>Immutable and thread-safe.
 */
public final class PlacementEngine {
    /** The algorithm of those who name none. */
    public static final String DEFAULT_ALGORITHM = "portfolio";

    private final Map<String, PlacementAlgorithm> byName = new TreeMap<>();
    private final List<PlacementAlgorithm> algorithms;
    private final boolean bounds;

    /**
     * Takes algorithms.
     *
     * @param algorithms the algorithms, each with a name of its own
     * @throws IllegalArgumentException if two have a name in common
     */
    public PlacementEngine(Collection<? extends PlacementAlgorithm> algorithms) {
        this(algorithms, /* bounds= */ true);
    }

    private PlacementEngine(Collection<? extends PlacementAlgorithm> algorithms, boolean bounds) {
        this.bounds = bounds;
        List<PlacementAlgorithm> sorted = new ArrayList<>(algorithms);
        sorted.sort(Comparator.comparing(PlacementAlgorithm::name));
        this.algorithms = List.copyOf(sorted);
        for (PlacementAlgorithm algorithm : this.algorithms) {
            register(algorithm.name(), algorithm);
            algorithm.aliases().forEach(alias -> register(alias, algorithm));
        }
    }

    private void register(String name, PlacementAlgorithm algorithm) {
        PlacementAlgorithm before = byName.putIfAbsent(name, algorithm);
        if (before != null) {
            throw new IllegalArgumentException("Two algorithms are named '%s': %s and %s. Take one off the class path."
                    .formatted(
                            name,
                            before.getClass().getName(),
                            algorithm.getClass().getName()));
        }
    }

    /**
     * Takes all algorithms on the class path.
     *
     * @return an engine with them
     * @throws IllegalArgumentException if two have a name in common, or one cannot be loaded
     */
    public static PlacementEngine withInstalledAlgorithms() {
        List<PlacementAlgorithm> found = new ArrayList<>();
        try {
            ServiceLoader.load(PlacementAlgorithm.class).forEach(found::add);
        } catch (ServiceConfigurationError | LinkageError broken) {
            throw new IllegalArgumentException(
                    "An algorithm on the class path cannot be loaded: %s. Mend its jar, or take it off the class path."
                            .formatted(broken.getMessage()),
                    broken);
        }
        return new PlacementEngine(found);
    }

    /**
     * Leaves lower bounds to the algorithms, for those who place more often than they ask how good that is: the bound of a decision is 0
     * then, unless its algorithm proves a better one.
     *
     * @return an engine with the same algorithms that computes no bound of its own
     */
    public PlacementEngine withoutBounds() {
        return new PlacementEngine(algorithms, /* bounds= */ false);
    }

    /**
     * Lists the algorithms.
     *
     * @return the algorithms by name
     */
    public List<PlacementAlgorithm> algorithms() {
        return algorithms;
    }

    /**
     * Finds an algorithm.
     *
     * @param name its name or one of its aliases
     * @return the algorithm
     * @throws IllegalArgumentException if there is none of that name
     */
    public PlacementAlgorithm algorithm(String name) {
        PlacementAlgorithm algorithm = byName.get(name);
        if (algorithm == null) {
            throw new IllegalArgumentException(
                    "No algorithm named '%s'. Use one of %s, or put its jar on the class path."
                            .formatted(name, byName.keySet()));
        }
        return algorithm;
    }

    /**
     * Places an application by the {@link #DEFAULT_ALGORITHM}.
     *
     * @param request what to place where
     * @return the verified decision
     */
    public Decision place(PlacementRequest request) {
        return place(request, DEFAULT_ALGORITHM);
    }

    /**
     * Places an application.
     *
     * @param request what to place where
     * @param algorithm the name or an alias of the algorithm to use
     * @return the verified decision
     * @throws IllegalArgumentException if there is no such algorithm
     * @throws AlgorithmErrorException if the algorithm's answer is wrong
     */
    public Decision place(PlacementRequest request, String algorithm) {
        return place(request, algorithm(algorithm));
    }

    /**
     * Places an application by an algorithm that need not be installed.
     *
     * @param request what to place where
     * @param algorithm the algorithm
     * @return the verified decision
     * @throws AlgorithmErrorException if the algorithm's answer is wrong
     */
    public Decision place(PlacementRequest request, PlacementAlgorithm algorithm) {
        return place(request, algorithm, SearchListener.NONE);
    }

    /**
     * Places an application and tells how the search goes.
     *
     * @param request what to place where
     * @param algorithm the algorithm
     * @param listener is told of each better placement and bound
     * @return the verified decision
     * @throws AlgorithmErrorException if the algorithm's answer is wrong
     */
    public Decision place(PlacementRequest request, PlacementAlgorithm algorithm, SearchListener listener) {
        Search search = new Search(request, algorithm.name(), listener);
        PlacementProblem problem = PlacementProblem.of(request);
        Answer answer = algorithm.solve(problem, search);
        answer.placement().ifPresent(search::offer);
        if (search.best().isEmpty()) {
            return notPlaced(request, algorithm.name(), answer, search);
        }
        search.raiseBound(answer.bound().orElse(0));
        if (bounds && search.outcome() != Outcome.OPTIMAL) {
            LowerBound.claim(problem, search);
        }
        Placement best = search.best().orElseThrow();
        Optional<Migration> migration = request.current().map(current -> Migration.of(request, current, best));
        return new Decision(
                request.application().id(),
                algorithm.name(),
                search.outcome(),
                Optional.of(migration.map(Migration::placement).orElse(best)),
                search.bestScore(),
                OptionalDouble.of(search.progress().bound()),
                List.of(),
                search.elapsed(),
                migration.map(Migration::plan));
    }

    private static Decision notPlaced(PlacementRequest request, String algorithm, Answer answer, Search search) {
        List<Reason> proof = NecessaryConditions.broken(request);
        boolean infeasible = !proof.isEmpty() || answer.infeasibleBy().size() > 1;
        return new Decision(
                request.application().id(),
                algorithm,
                infeasible ? Outcome.INFEASIBLE : Outcome.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                proof.isEmpty() ? answer.reasons() : proof,
                search.elapsed());
    }
}
