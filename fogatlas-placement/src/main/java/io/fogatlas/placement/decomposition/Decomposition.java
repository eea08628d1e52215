package io.fogatlas.placement.decomposition;

import io.fogatlas.placement.Search;
import io.fogatlas.placement.greedy.GreedyAlgorithm;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the optimum and proves it, without a solver: prices for what is shared, dynamic programming over the application's tree, and branch
 * and bound on the little that they leave.
 *
 * <ol>
 *   <li>The {@link Relaxation} without prices. If its choice keeps all rules, it is the optimum: so it is where little is short.
 *   <li>Prices rise on what is taken too much of, which raises the bound.
 *   <li>With a guess of what the optimum costs at most, the marginals leave a few regions for each slot and a few routes for each leg. They
 *       are written out ({@link Reduced}); prices are then much faster to improve, and a stronger relaxation pays, which follows the load of
 *       clusters of slots in one region ({@link TreeProgram}).
 *   <li>A {@link LoadProgram}, which follows all that is shared exactly, and {@link Branching} around it find whatever is below the guess. If there is nothing, the guess was a lower bound, and the next is higher.
 * </ol>
 *
 * <p>Complete for every rule and objective: what the relaxations leave out is checked when all is decided. It is strong for network, latency,
 * compute and migration, and slow for the number of regions and the highest utilisation, of which its bounds know little.
 *
 * <p>What each step brought on tight requests of 50 regions × 20 microservices and 200 × 30 (the shapes of the benchmark of proofs):
 *
 * <table>
 * <caption>Steps and what they brought</caption>
 * <tr><th>step</th><th>before</th><th>after</th></tr>
 * <tr><td>following the load of clusters</td><td>gap at the root 1.4 to 4 %</td><td>0.7 to 1.7 %</td></tr>
 * <tr><td>of routes over links that are never short, only the cheapest</td><td>75,000 to 190,000 routes below 4 %</td><td>700 to 1,500</td></tr>
 * <tr><td>guesses 1 % apart, not each three times as far</td><td>worst of six 5 s</td><td>2.4 s</td></tr>
 * <tr><td>verifying only choices that are better</td><td>median 47 ms of CPU</td><td>24 ms</td></tr>
 * <tr><td>guesses 0.3 % apart while they take nodes, else farther, up to 1 %</td><td>200 × 30: median 0.5 s of CPU</td><td>0.18 s</td></tr>
 * <tr><td>rows that count large demands</td><td>gap at the root of one in six 4.4 %</td><td>3.2 %; no change of the others</td></tr>
 * <tr><td>settling nodes by a load program, branching by rows</td><td>1,000 × 100 loose: 4 of 10 proved in 5 s</td><td>20 of 20,
 * median 1.1 s of CPU, worst 2.2 s</td></tr>
 * <tr><td>the same</td><td>100 × 30 tight: median 0.7 s, one in three not in 12 s</td><td>20 of 20, median 0.1 s, worst 3.9 s</td></tr>
 * <tr><td>the same</td><td>200 × 30 tight: median 0.18 s, worst 2.4 s</td><td>0.14 s, 0.65 s</td></tr>
 * <tr><td>trying four splits, weighed by prices</td><td>100 × 30 tight: worst 9 s</td><td>3.4 s</td></tr>
 * </table>
 */
public final class Decomposition {
    /** Steps with prices on the whole network; most of what more would bring, the written-out part brings faster. */
    private static final int MOST_STEPS = 60;

    /** Steps without a better bound after which prices go back to the best and steps are halved. */
    private static final int PATIENCE = 4;

    /** By how much the first guess is above the bound, as a part of it. */
    private static final double FIRST_STEP = 0.003;

    /** By how much at most a guess is above the last, as a part of the bound. */
    private static final double LARGEST_STEP = 0.01;

    /** If steps would have to be smaller, so that what is left can be written out, it is given up. */
    private static final double LEAST_STEP = 1e-4;

    /** Above so many times the first bound, the next guess is that anything will do. */
    private static final double HIGHEST_GUESS = 2;

    /** How many labels are made for the routes of one leg before it is given up. */
    private static final int MOST_LABELS = 200_000;

    /** How many nodes are searched where bounds prune little: terms that they know little of, or no limit at all. */
    private static final long MOST_NODES_WITHOUT_BOUND = 100;

    private final PlacementProblem problem;
    private final Search search;
    private final Realisation realisation;
    private final Prices prices;
    private final Relaxation relaxation;
    private final BitSet scarce = new BitSet();
    private final boolean bounded;

    /** How a decomposition ended. */
    public enum Ending {
        /** The best placement the search knows is proved to be the best there is. */
        PROVED,
        /** It is proved that there is no placement. */
        NO_PLACEMENT,
        /** Neither: the search was over, or it was too much for this method. */
        STOPPED
    }

    private Decomposition(PlacementProblem problem, Search search) {
        this.problem = problem;
        this.search = search;
        realisation = new Realisation(problem, search);
        prices = new Prices(problem);
        relaxation = new Relaxation(problem, prices, search::isOver);
        bounded = problem.costs().perRegion() == 0 && problem.costs().perUtilisation() == 0;
    }

    /**
     * Searches until the optimum is proved or the search is over. Placements and bounds go to the search as they are found.
     *
     * @param problem what to place where
     * @param search what is known so far, and whether to go on
     * @return how it ended
     */
    public static Ending run(PlacementProblem problem, Search search) {
        Ending ending = new Decomposition(problem, search).run();
        // The search is also over when somebody else has found a placement as good as the bound.
        return search.progress().gap() <= 1e-9 ? Ending.PROVED : ending;
    }

    private Ending run() {
        double bound = relax();
        if (relaxation.isStopped()) {
            return Ending.STOPPED;
        }
        if (bound == Double.POSITIVE_INFINITY) {
            return Ending.NO_PLACEMENT;
        }
        relaxation.solve();
        relaxation.solveMarginals();
        scarce.or(prices.overloadedOnce());
        // The highest utilisation depends on every link, so no route makes up for one over other links.
        scarce.set(0, problem.costs().perUtilisation() > 0 ? problem.network().links() : 0);
        return relaxation.isStopped() ? Ending.STOPPED : guess(bound);
    }

    /** Raises the prices; leaves them at the best, and answers what they prove. */
    private double relax() {
        Prices best = new Prices(problem);
        double bound = Double.NEGATIVE_INFINITY;
        double factor = 1;
        int worse = 0;
        for (int step = 0; step < MOST_STEPS && factor > 0.05; step++) {
            double value = relaxation.solve();
            if (relaxation.isStopped() || value == Double.POSITIVE_INFINITY) {
                return value;
            }
            Choice choice = relaxation.choice();
            boolean fits = prices.load(choice);
            if (fits) {
                realisation.offer(choice);
            }
            worse = value > bound + 1e-4 * Math.abs(bound) ? 0 : worse + 1;
            if (value > bound) {
                bound = value;
                best.set(prices);
                search.raiseBound(value);
            }
            if (search.isOver() || search.score() <= bound * (1 + 1e-12) || (fits && prices.areZero())) {
                break;
            }
            if (step == 0 && search.best().isEmpty()) {
                new GreedyAlgorithm().solve(problem, search).placement().ifPresent(search::offer);
            }
            if (worse >= PATIENCE) {
                worse = 0;
                factor /= 2;
                prices.set(best);
            } else {
                double aim = Math.min(search.score(), bound * 1.05 + 1e-9);
                prices.step(aim - value, factor);
            }
        }
        prices.set(best);
        return bound;
    }

    /** Searches below higher and higher guesses of the optimum's score, until one is right. */
    private Ending guess(double firstBound) {
        Map<Rows.Key, Double> rowPrices = prices.byRow();
        double proved = firstBound;
        double step = bounded ? FIRST_STEP * firstBound : 0;
        double guess = proved + step;
        while (!search.isOver()) {
            boolean anything = step <= 0 || guess > HIGHEST_GUESS * firstBound;
            double limit = Math.min(anything ? Double.POSITIVE_INFINITY : guess, search.score());
            List<BitSet> kept = relaxation.copyOfCandidates();
            if (relaxation.dropAbove(limit)) {
                Optional<Branching> branching = branchBelow(limit, rowPrices);
                if (branching.isEmpty() && step > LEAST_STEP * firstBound && !anything) {
                    relaxation.restore(kept);
                    step /= 4;
                    guess = proved + step;
                    continue;
                }
                if (branching.isEmpty() || branching.get().ending() != Branching.Ending.DONE) {
                    return Ending.STOPPED;
                }
                rowPrices = branching.get().rootPrices();
                // A guess that the root refutes was far too low; one that takes nodes is near, and too high a guess
                // takes many more.
                step = branching.get().nodes() > 0
                        ? FIRST_STEP * firstBound
                        : Math.min(2 * step, LARGEST_STEP * firstBound);
            }
            if (search.score() <= limit) {
                search.raiseBound(search.score());
                return search.best().isPresent() ? Ending.PROVED : Ending.NO_PLACEMENT;
            }
            proved = limit * (1 - 1e-9);
            search.raiseBound(proved);
            relaxation.restore(kept);
            guess = limit + step;
        }
        return Ending.STOPPED;
    }

    /** Searches below a limit, watching more links as they turn out to be short. */
    private Optional<Branching> branchBelow(double limit, Map<Rows.Key, Double> startPrices) {
        Map<Rows.Key, Double> rowPrices = startPrices;
        while (!search.isOver()) {
            Optional<Reduced> reduced = Reduced.of(problem, relaxation, limit, scarce, MOST_LABELS);
            if (reduced.isEmpty()) {
                return Optional.empty();
            }
            long mostNodes = bounded && limit < Double.POSITIVE_INFINITY ? Long.MAX_VALUE : MOST_NODES_WITHOUT_BOUND;
            Branching branching = new Branching(reduced.get(), search, realisation, limit, mostNodes);
            if (branching.run(rowPrices) != Branching.Ending.UNWATCHED) {
                return Optional.of(branching);
            }
            scarce.or(branching.unwatched());
            rowPrices = branching.rootPrices();
            IntStream.range(0, problem.slots().size())
                    .forEach(slot -> relaxation.candidates(slot).and(branching.regionsLeft(slot)));
        }
        return Optional.empty();
    }
}
