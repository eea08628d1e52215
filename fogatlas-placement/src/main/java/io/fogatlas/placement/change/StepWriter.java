package io.fogatlas.placement.change;

import io.fogatlas.model.placement.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes steps of moves: neighbouring parts of one change become one step, and pauses begin and end where they must. */
final class StepWriter {
    private final List<Move> moves;
    private final Transition transition;
    private final Pauses pauses;

    StepWriter(List<Move> moves, Transition transition, Pauses pauses) {
        this.moves = moves;
        this.transition = transition;
        this.pauses = pauses;
    }

    /** From the state before which move to the state after which somebody pauses, by number. */
    private static final class Interval {
        private final int first;
        private int last;

        private Interval(int at) {
            first = at;
            last = at;
        }
    }

    List<Step> write(List<MoveOrder.Part> order) {
        Map<Step, Interval> pausing = intervals(order);
        List<Step> steps = new ArrayList<>();
        int number = 0;
        while (number < order.size()) {
            int now = number;
            pausing.forEach((pause, interval) -> {
                if (interval.first == now) {
                    steps.add(pause);
                }
            });
            int next = number + 1;
            while (next < order.size() && continues(order, number, next) && !isEdge(next, pausing)) {
                next++;
            }
            steps.add(step(order.subList(number, next)));
            int end = next;
            pausing.forEach((pause, interval) -> {
                if (interval.last + 1 == end - 1) {
                    steps.add(over(pause));
                }
            });
            number = next;
        }
        return steps;
    }

    /** When who pauses: from the first state that falls short because of it to the last, found by doing the moves. */
    private Map<Step, Interval> intervals(List<MoveOrder.Part> order) {
        Map<Step, Interval> intervals = new TreeMap<>((a, b) -> a.text().compareTo(b.text()));
        if (pauses.isEmpty()) {
            return intervals;
        }
        transition.allow(pauses);
        for (int number = 0; number < order.size(); number++) {
            transition.apply(order.get(number).move(), order.get(number).parts());
            int at = number;
            Pauses now = transition.mustPause();
            now.microservices().forEach(name -> note(intervals, new Step.Pause(name), at));
            now.flows().forEach(name -> note(intervals, new Step.Interrupt(name), at));
        }
        return intervals;
    }

    private static void note(Map<Step, Interval> intervals, Step pause, int at) {
        intervals.computeIfAbsent(pause, key -> new Interval(at)).last = at;
    }

    /** Whether a pause begins before a move, or ends with it. */
    private static boolean isEdge(int number, Map<Step, Interval> pausing) {
        return pausing.values().stream()
                .anyMatch(interval -> interval.first == number || interval.last + 1 == number - 1);
    }

    private static Step over(Step pause) {
        if (pause instanceof Step.Pause paused) {
            return new Step.Resume(paused.microservice());
        }
        return new Step.Restore(((Step.Interrupt) pause).flow());
    }

    private boolean continues(List<MoveOrder.Part> order, int number, int next) {
        return moves.get(order.get(number).move()) instanceof Move.Replicas before
                && moves.get(order.get(next).move()) instanceof Move.Replicas after
                && before.adds() == after.adds()
                && before.microservice().equals(after.microservice())
                && before.region().equals(after.region());
    }

    private Step step(List<MoveOrder.Part> parts) {
        Move first = moves.get(parts.get(0).move());
        if (first instanceof Move.Path path) {
            return path.adds() ? new Step.AddRoute(path.route()) : new Step.RemoveRoute(path.route());
        }
        Move.Replicas some = (Move.Replicas) first;
        int count = 0;
        Map<String, Integer> byNode = new HashMap<>();
        for (MoveOrder.Part part : parts) {
            count += part.parts();
            String node = ((Move.Replicas) moves.get(part.move())).node();
            if (!node.isEmpty()) {
                byNode.merge(node, part.parts(), Integer::sum);
            }
        }
        Assignment replicas = new Assignment(some.region(), count, byNode);
        return some.adds()
                ? new Step.AddReplicas(some.microservice(), replicas)
                : new Step.RemoveReplicas(some.microservice(), replicas);
    }
}
