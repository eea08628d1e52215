package io.fogatlas.placement.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Searches for an order in which all moves can be done.
 *
 * <p>Moves that are harmless ({@link Transition#isHarmless}) are done at once; between the others there is a choice, which a depth-first
 * search over all states makes: what is left to choose are only moves that compete for a node or a link. A state that led nowhere is
 * never looked at again. Microservices with affinities are an exception: to them it matters who goes first, so nothing is harmless.
 */
final class MoveOrder {
    /** A move is done in so many parts at most. */
    private static final int MOST_PARTS = 8;

    private final List<Move> moves;
    private final Supplier<Transition> start;
    private final boolean orderMatters;
    private final Budget budget;

    /** Some parts of a move. */
    record Part(int move, int parts) {}

    /** How many questions may still be asked; shared by all searches of one plan, so that planning takes a bounded time. */
    static final class Budget {
        private int left;

        Budget(int most) {
            left = most;
        }

        boolean isSpent() {
            return left <= 0;
        }
    }

    MoveOrder(List<Move> moves, Supplier<Transition> start, boolean orderMatters, Budget budget) {
        this.moves = moves;
        this.start = start;
        this.orderMatters = orderMatters;
        this.budget = budget;
    }

    /** The same moves, counted by another budget. */
    MoveOrder with(Budget other) {
        return new MoveOrder(moves, start, orderMatters, other);
    }

    /** Finds an order if there is one; if none is found and the budget is not spent, there is none. */
    Optional<List<Part>> search(Pauses pauses) {
        Transition transition = start.get();
        transition.allow(pauses);
        Search search = new Search(transition);
        return search.isFound() ? Optional.of(search.order) : Optional.empty();
    }

    /** How much of a move may be done now: all that is left if that is wanted, or one part of it, or nothing. */
    private int partsThatMay(Transition transition, int move, boolean all) {
        int count = moves.get(move).count();
        int left = count - transition.done(move);
        int one = Math.min((count + MOST_PARTS - 1) / MOST_PARTS, left);
        if (all && left > one && may(transition, move, left)) {
            return left;
        }
        return one > 0 && may(transition, move, one) ? one : 0;
    }

    private boolean may(Transition transition, int move, int parts) {
        budget.left--;
        return transition.may(move, parts);
    }

    private final class Search {
        private final Transition transition;
        private final Set<List<Integer>> seen = new HashSet<>();
        private final List<Part> order = new ArrayList<>();

        Search(Transition transition) {
            this.transition = transition;
        }

        private boolean isFound() {
            if (budget.isSpent()) {
                return false;
            }
            int mark = order.size();
            doHarmless();
            if (transition.isDone()) {
                return true;
            }
            if (seen.add(transition.state())) {
                for (int move : removalsFirst()) {
                    int parts = partsThatMay(transition, move, /* all= */ false);
                    if (parts > 0) {
                        apply(move, parts);
                        if (isFound()) {
                            return true;
                        }
                        undo(order.size() - 1);
                    }
                }
            }
            undo(mark);
            return false;
        }

        private void doHarmless() {
            boolean more = !orderMatters;
            while (more) {
                more = false;
                for (int move = 0; move < moves.size(); move++) {
                    int parts = !transition.isDone(move) && transition.isHarmless(move)
                            ? partsThatMay(transition, move, /* all= */ true)
                            : 0;
                    if (parts > 0) {
                        apply(move, parts);
                        more = true;
                    }
                }
            }
        }

        private List<Integer> removalsFirst() {
            List<Integer> first = new ArrayList<>();
            List<Integer> then = new ArrayList<>();
            for (int move = 0; move < moves.size(); move++) {
                (moves.get(move).adds() ? then : first).add(move);
            }
            first.addAll(then);
            return first;
        }

        private void apply(int move, int parts) {
            transition.apply(move, parts);
            order.add(new Part(move, parts));
        }

        private void undo(int mark) {
            while (order.size() > mark) {
                Part last = order.remove(order.size() - 1);
                transition.apply(last.move(), -last.parts());
            }
        }
    }

    /** What a straight walk did: the moves in their order, and the transition where it ended. */
    record Walk(List<Part> order, Transition end) {
        boolean isWhole() {
            return end.isDone();
        }
    }

    /**
     * Goes on as far as possible without ever taking back: harmless moves first, then what stops working least, and pauses only where
     * nothing else can be done.
     */
    Walk walk(Pauses pauses) {
        Transition transition = start.get();
        List<Part> order = new ArrayList<>();
        boolean more = true;
        while (more) {
            transition.allow(Pauses.NONE);
            more = (!orderMatters && step(transition, order, true, true))
                    || step(transition, order, false, true)
                    || step(transition, order, false, false);
            if (!more && !pauses.isEmpty()) {
                transition.allow(pauses);
                more = step(transition, order, false, true) || step(transition, order, false, false);
            }
        }
        return new Walk(order, transition);
    }

    /** Does what can be done of one kind; of what is not harmless only the first. */
    private boolean step(Transition transition, List<Part> order, boolean harmless, boolean adding) {
        boolean any = false;
        for (int move = 0; move < moves.size(); move++) {
            boolean wanted =
                    harmless ? transition.isHarmless(move) : moves.get(move).adds() == adding;
            int parts = wanted && !transition.isDone(move) ? partsThatMay(transition, move, harmless) : 0;
            if (parts > 0) {
                transition.apply(move, parts);
                order.add(new Part(move, parts));
                any = true;
                if (!harmless) {
                    return true;
                }
            }
        }
        return any;
    }
}
