package io.fogatlas.placement.change;

import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plans how an application gets from one placement to another, adding before removing, with as few pauses as possible.
 *
 * <p>Where no order keeps everything running (two microservices that change places on full nodes, two flows on full links), some must
 * pause. Which, is searched for: no pause at all, then each single one, each pair, and so on, each with a search over all orders
 * ({@link MoveOrder}). Planning may ask a bounded number of questions; a dozen moves that compete with each other take a small part of
 * them, and moves that compete with nobody none. When they are used up, microservices are added to those that pause, each time the one
 * that lets most moves be done, and afterwards taken out again where they turn out not to be needed; {@link MigrationPlan#fewestPauses}
 * is false then.
 *
 * <p>Pure, deterministic and thread-safe.
 */
public final class MigrationPlanner {
    /** How many questions the search for the fewest pauses may ask; some hundredths of a second. */
    private static final int MOST_QUESTIONS = 30_000;

    /** How many questions may be asked while adding pauses one by one; then all that are left pause. */
    private static final int MOST_QUESTIONS_ADDING = 30_000;

    /** Above so many moves no search is made. */
    private static final int MOST_MOVES_SEARCHED = 200;

    private final List<Move> moves;
    private final MoveOrder order;
    private final MoveOrder.Budget budget = new MoveOrder.Budget(MOST_QUESTIONS);
    private final PlacementRequest request;
    private Pauses pauses = Pauses.NONE;
    private boolean fewest = true;

    private MigrationPlanner(PlacementRequest request, Placement start, Placement to) {
        this.request = request;
        moves = Move.between(start, to);
        boolean orderMatters = request.application().microservices().stream()
                .anyMatch(each -> !each.affinities().isEmpty());
        order = new MoveOrder(moves, () -> new Transition(request, start, to, moves), orderMatters, budget);
    }

    /**
     * Plans the way from one placement to another.
     *
     * @param request infrastructure, application and what others hold
     * @param from where the application runs; it need not keep the rules any more: what of it is gone counts as gone
     * @param to where it is to run: a placement that keeps the rules of the request
     * @return the plan
     */
    public static MigrationPlan plan(PlacementRequest request, Placement from, Placement to) {
        Placement start = WhatStands.of(request, from, to);
        MigrationPlanner planner = new MigrationPlanner(request, start, to);
        List<MoveOrder.Part> order = planner.order();
        Transition transition = new Transition(request, start, to, planner.moves);
        List<Step> steps = new StepWriter(planner.moves, transition, planner.pauses).write(order);
        return new MigrationPlan(start, steps, planner.fewest);
    }

    private List<MoveOrder.Part> order() {
        MoveOrder.Walk straight = order.walk(Pauses.NONE);
        if (straight.isWhole()) {
            return straight.order();
        }
        List<Pauses> candidates = candidates();
        for (int size = 0; size <= candidates.size() && moves.size() <= MOST_MOVES_SEARCHED; size++) {
            Optional<List<MoveOrder.Part>> found = ofSize(size, 0, Pauses.NONE, candidates);
            if (found.isPresent()) {
                return found.get();
            }
            if (budget.isSpent()) {
                break;
            }
        }
        fewest = false;
        return withSomePauses(candidates);
    }

    /** All that may have to pause: what loses replicas or routes on the way. */
    private List<Pauses> candidates() {
        Set<String> microservices = new TreeSet<>();
        Set<String> flows = new TreeSet<>();
        for (Move move : moves) {
            if (move instanceof Move.Replicas some && !some.adds()) {
                microservices.add(some.microservice());
            } else if (move instanceof Move.Path path && !path.adds()) {
                DataFlow flow = request.application().flow(path.route().flow()).orElseThrow();
                boolean any = false;
                for (String end : List.of(flow.source(), flow.destination())) {
                    if (request.application().microservice(end).isPresent()) {
                        microservices.add(end);
                        any = true;
                    }
                }
                if (!any) {
                    flows.add(flow.name());
                }
            }
        }
        List<Pauses> candidates = new ArrayList<>();
        microservices.forEach(name -> candidates.add(Pauses.ofMicroservice(name)));
        flows.forEach(name -> candidates.add(Pauses.ofFlow(name)));
        return candidates;
    }

    private Optional<List<MoveOrder.Part>> ofSize(int size, int from, Pauses chosen, List<Pauses> candidates) {
        if (size == 0) {
            Optional<List<MoveOrder.Part>> found = order.search(chosen);
            pauses = chosen;
            return found.map(this::withShortPauses);
        }
        for (int next = from; next <= candidates.size() - size && !budget.isSpent(); next++) {
            Optional<List<MoveOrder.Part>> found =
                    ofSize(size - 1, next + 1, chosen.plus(candidates.get(next)), candidates);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A search pauses early, since that can only help; a walk pauses late, but may not arrive. */
    private List<MoveOrder.Part> withShortPauses(List<MoveOrder.Part> found) {
        MoveOrder.Walk walk = order.walk(pauses);
        return walk.isWhole() ? walk.order() : found;
    }

    /** Lets one after the other pause, each time the one that lets most be done, and then drops those that need not. */
    private List<MoveOrder.Part> withSomePauses(List<Pauses> candidates) {
        MoveOrder.Budget adding = new MoveOrder.Budget(MOST_QUESTIONS_ADDING);
        MoveOrder walks = order.with(adding);
        List<Pauses> left = new ArrayList<>(candidates);
        List<Pauses> chosen = new ArrayList<>();
        MoveOrder.Walk best = walks.walk(Pauses.NONE);
        while (!best.isWhole() && !left.isEmpty()) {
            Optional<Pauses> next = Optional.empty();
            int most = -1;
            for (Pauses candidate : left) {
                MoveOrder.Walk walk = walks.walk(all(chosen).plus(candidate));
                if (walk.order().size() > most) {
                    most = walk.order().size();
                    next = Optional.of(candidate);
                    best = walk;
                }
                if (walk.isWhole() || adding.isSpent()) {
                    break;
                }
            }
            chosen.add(next.orElseThrow());
            left.remove(next.orElseThrow());
            if (adding.isSpent() && !best.isWhole()) {
                chosen.addAll(left);
                best = walks.walk(all(chosen));
                break;
            }
        }
        for (Pauses candidate : List.copyOf(chosen)) {
            MoveOrder.Walk without =
                    adding.isSpent() ? best : walks.walk(all(chosen).minus(candidate));
            if (!adding.isSpent() && without.isWhole()) {
                chosen.remove(candidate);
                best = without;
            }
        }
        if (!best.isWhole()) {
            throw new IllegalStateException(
                    "There is no way to the placement even with everything paused. This is a bug;"
                            + " please report it with the problem.");
        }
        pauses = all(chosen);
        return best.order();
    }

    private static Pauses all(List<Pauses> some) {
        Pauses all = Pauses.NONE;
        for (Pauses each : some) {
            all = all.plus(each);
        }
        return all;
    }
}
