package io.fogatlas.placement.local;

import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.search.DraftSnapshot;
import java.util.SplittableRandom;

/** One run of the local search: simulated annealing in rounds that get longer, each from the best there is. */
final class LocalSearch {
    /** How many steps the first round takes for each slot. */
    private static final int FIRST_ROUND = 100;

    private static final double ROUND_GROWTH = 1.5;

    /** The temperature at the beginning of a round, in what a slot costs on average. */
    private static final double WARM = 0.5;

    /** The temperature at the end of a round. */
    private static final double COLD = 0.002;

    /** The share of the work that goes into solving parts exactly. */
    private static final double SHARE_OF_PARTS = 0.1;

    /** The share of the work that goes into moving what belongs together. */
    private static final double SHARE_OF_RESETTLING = 0.15;

    /** What a step counts at least, in labels expanded. */
    private static final long LEAST_STEPS = 10;

    /** Gains below this are rounding. */
    private static final double LEAST_GAIN = 1e-9;

    private final PlacementProblem problem;
    private final Search search;
    private final SplittableRandom random;
    private final Walk walk;
    private final CheapestInsertion insertion;
    private final Neighbourhood recreate;
    private final Neighbourhood swap;
    private final Neighbourhood ejection;
    private final Reroute reroute;
    private final Neighbourhood parts;
    private final Neighbourhood resettlement;
    private DraftSnapshot best;
    private double bestCost = Double.POSITIVE_INFINITY;
    private long stepsInParts;
    private long stepsInResettling;
    private long steps;

    LocalSearch(PlacementProblem problem, Search search) {
        this.problem = problem;
        this.search = search;
        random = new SplittableRandom(search.seed());
        walk = new Walk(problem, random);
        Ruin ruin = new Ruin(walk);
        insertion = new CheapestInsertion(walk);
        recreate = new Recreate(walk, ruin, insertion);
        swap = new Swap(walk, ruin);
        ejection = new EjectionChain(walk, ruin, insertion);
        reroute = new Reroute(walk);
        parts = new PartSolver(walk, ruin, search);
        resettlement = new Resettlement(walk, ruin, insertion);
        best = walk.draft().snapshot();
    }

    /** Searches until the search is over, or there is nothing to change. */
    void run() {
        problem.legs().stream().filter(walk.router()::canRoute).forEach(walk.router()::route);
        double round = FIRST_ROUND * (1 + walk.movable().size());
        while (!search.isOver()) {
            returnToBest();
            if (walk.isComplete() && walk.movable().isEmpty() && !reroute.isPossible()) {
                return;
            }
            double usual = walk.draft().cost() / Math.max(1, problem.slots().size());
            for (int step = 0; step < round && !search.isOver(); step++) {
                step(usual * WARM * Math.pow(COLD / WARM, step / round));
            }
            round *= ROUND_GROWTH;
        }
    }

    /** Goes back to the best draft, or on to a better one that another member of the search has found. */
    private void returnToBest() {
        search.best()
                .filter(placement -> search.score() < bestCost * (1 - LEAST_GAIN))
                .ifPresent(placement -> {
                    best = DraftSnapshot.of(problem, placement);
                    bestCost = search.score();
                });
        if (bestCost < Double.POSITIVE_INFINITY) {
            walk.restore(best);
        }
    }

    private void step(double temperature) {
        long before = walk.steps() + insertion.steps();
        Neighbourhood neighbourhood = choose();
        walk.begin();
        double limit = walk.value() - temperature * Math.log(1 - random.nextDouble());
        if (neighbourhood.change(limit)) {
            walk.keep();
            offerIfBetter();
        } else {
            walk.undo();
        }
        long taken = LEAST_STEPS + walk.steps() + insertion.steps() - before;
        steps += taken;
        stepsInParts += neighbourhood == parts ? taken : 0;
        stepsInResettling += neighbourhood == resettlement ? taken : 0;
        search.spend(taken);
    }

    private Neighbourhood choose() {
        if (!walk.isComplete()) {
            return random.nextInt(4) == 0 ? ejection : recreate;
        }
        if (walk.movable().isEmpty()) {
            return reroute;
        }
        if (stepsInParts < SHARE_OF_PARTS * steps) {
            return parts;
        }
        if (stepsInResettling < SHARE_OF_RESETTLING * steps) {
            return resettlement;
        }
        int kind = random.nextInt(20);
        if (kind < 2) {
            return swap;
        }
        if (kind < 4) {
            return ejection;
        }
        return kind == 4 && reroute.isPossible() ? reroute : recreate;
    }

    private void offerIfBetter() {
        if (walk.isComplete() && walk.draft().cost() < bestCost * (1 - LEAST_GAIN)) {
            bestCost = walk.draft().cost();
            best = walk.draft().snapshot();
            search.offer(walk.draft().toPlacement());
        }
    }
}
