package io.fogatlas.placement.change;

import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.PlanVerifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Finds by brute force how few pauses do: all orders of all single steps, judged by the verifier of plans alone. */
final class EveryOrder {
    private final PlacementRequest request;
    private final Placement from;
    private final Placement to;
    private final Placement start;
    private final List<Step> all;
    private int left;

    EveryOrder(PlacementRequest request, Placement from, Placement to, Placement start, int work) {
        this.request = request;
        this.from = from;
        this.to = to;
        this.start = start;
        all = steps(start, to);
        left = work;
    }

    private static List<Step> steps(Placement start, Placement to) {
        List<Step> steps = new ArrayList<>();
        Map<List<String>, Integer> change = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        to.assignments()
                .forEach((name, in) -> in.forEach(assignment -> assignment
                        .replicasByNode()
                        .forEach((node, count) ->
                                change.merge(List.of(name, assignment.region(), node), count, Integer::sum))));
        start.assignments()
                .forEach((name, in) -> in.forEach(assignment -> assignment
                        .replicasByNode()
                        .forEach((node, count) ->
                                change.merge(List.of(name, assignment.region(), node), -count, Integer::sum))));
        change.forEach((where, count) -> {
            Assignment one = new Assignment(where.get(1), 1, Map.of(where.get(2), 1));
            for (int each = 0; each < Math.abs(count); each++) {
                steps.add(
                        count > 0
                                ? new Step.AddReplicas(where.get(0), one)
                                : new Step.RemoveReplicas(where.get(0), one));
            }
        });
        for (Route route : to.routes()) {
            if (!start.routes().contains(route)) {
                steps.add(new Step.AddRoute(route));
            }
        }
        for (Route route : start.routes()) {
            if (!to.routes().contains(route)) {
                steps.add(new Step.RemoveRoute(route));
            }
        }
        return steps;
    }

    int size() {
        return all.size();
    }

    /** The fewest pauses and interruptions; empty if that is too much work. */
    OptionalInt fewestPauses() {
        List<Step> pauses = new ArrayList<>();
        request.application().microservices().forEach(each -> pauses.add(new Step.Pause(each.name())));
        for (DataFlow flow : request.application().flows()) {
            if (request.application().microservice(flow.source()).isEmpty()
                    && request.application().microservice(flow.destination()).isEmpty()) {
                pauses.add(new Step.Interrupt(flow.name()));
            }
        }
        for (int size = 0; size <= pauses.size(); size++) {
            for (int subset = 0; subset < 1 << pauses.size(); subset++) {
                if (Integer.bitCount(subset) == size) {
                    List<Step> prefix = new ArrayList<>();
                    for (int bit = 0; bit < pauses.size(); bit++) {
                        if ((subset & 1 << bit) != 0) {
                            prefix.add(pauses.get(bit));
                        }
                    }
                    if (reaches(prefix, new boolean[all.size()], new HashSet<>())) {
                        return OptionalInt.of(size);
                    }
                    if (left <= 0) {
                        return OptionalInt.empty();
                    }
                }
            }
        }
        throw new AssertionError("There is no order even if all pause.");
    }

    private boolean reaches(List<Step> soFar, boolean[] done, Set<String> seen) {
        if (left-- <= 0) {
            return false;
        }
        boolean whole = true;
        Set<Step> tried = new HashSet<>();
        for (int number = 0; number < done.length; number++) {
            if (!done[number]) {
                whole = false;
                soFar.add(all.get(number));
                done[number] = true;
                boolean next = tried.add(all.get(number))
                        && seen.add(Arrays.toString(done))
                        && isRight(soFar)
                        && reaches(soFar, done, seen);
                if (next) {
                    return true;
                }
                done[number] = false;
                soFar.remove(soFar.size() - 1);
            }
        }
        return whole;
    }

    /** Whether the last step breaks no rule; that the plan is not at its end is no matter. */
    private boolean isRight(List<Step> steps) {
        List<Step> further = new ArrayList<>(steps);
        further.add(new Step.Restore(" "));
        return PlanVerifier.verify(request, from, new MigrationPlan(start, further, true), to).stream()
                .noneMatch(fault -> fault.step() == steps.size());
    }
}
