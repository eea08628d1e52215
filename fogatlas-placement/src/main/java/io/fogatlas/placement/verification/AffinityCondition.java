package io.fogatlas.placement.verification;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Rules out where no replica can be that an affinity selects.
 *
 * <p>A microservice that selects itself can be the first only if no selected replica is in another region. With several Assignments,
 * its own or another selected microservice's, one always is.
 */
final class AffinityCondition {
    private final RunningNeighbours running;
    private final List<Vertex> microservices;

    AffinityCondition(Possibilities possible) {
        running = possible.running();
        microservices = possible.vertices().stream()
                .filter(vertex -> vertex.microservice().isPresent())
                .toList();
    }

    private static List<PodAffinity> rulesOf(Vertex vertex) {
        return vertex.microservice().map(Microservice::affinities).orElse(List.of());
    }

    private boolean selects(PodAffinity rule, Vertex vertex) {
        return running.selects(rule, vertex.microservice().orElseThrow());
    }

    /** Rules out the regions of microservices that wait for each other, so that none of them can start anywhere. */
    void requireOrder() {
        List<Vertex> started = new ArrayList<>();
        List<Vertex> waiting = new ArrayList<>(microservices);
        boolean progress = true;
        while (progress) {
            List<Vertex> next =
                    waiting.stream().filter(vertex -> canStart(vertex, started)).toList();
            progress = waiting.removeAll(next);
            started.addAll(next);
        }
        for (Vertex vertex : waiting) {
            Obstacle obstacle = Obstacle.rule(
                    RegionRule.AFFINITY,
                    "affinity",
                    "replicas that its affinities select would have to start before it, but cannot");
            ruleOut(vertex, new BitSet(), obstacle);
        }
    }

    private boolean canStart(Vertex vertex, List<Vertex> started) {
        return rulesOf(vertex).stream()
                .allMatch(rule -> canBeFirst(vertex, rule)
                        || !running.selectedBy(rule).isEmpty()
                        || started.stream().anyMatch(other -> selects(rule, other)));
    }

    private boolean canBeFirst(Vertex vertex, PodAffinity rule) {
        return selects(rule, vertex)
                && microservices.stream().allMatch(other -> other.isSingle() || !selects(rule, other));
    }

    /** Rules out the regions of a microservice in which neither a running replica nor another microservice can be its companion. */
    void requireCompanions(Vertex vertex) {
        for (PodAffinity rule : rulesOf(vertex)) {
            BitSet allowed = running.selectedBy(rule);
            List<Vertex> companions = microservices.stream()
                    .filter(other -> other != vertex && selects(rule, other))
                    .toList();
            boolean alone = companions.isEmpty() && allowed.isEmpty() && canBeFirst(vertex, rule);
            if (!alone && companions.stream().noneMatch(Vertex::isImpossible)) {
                companions.forEach(other -> allowed.or(other.anywhere()));
                ruleOut(
                        vertex,
                        allowed,
                        Obstacle.rule(
                                RegionRule.AFFINITY,
                                "affinity",
                                "no replica that its affinity selects by %s can be there"
                                        .formatted(rule.selector().expressions())));
            }
        }
    }

    private static void ruleOut(Vertex vertex, BitSet allowed, Obstacle obstacle) {
        for (DemandGroup group : vertex.isImpossible() ? List.<DemandGroup>of() : vertex.groups()) {
            BitSet out = (BitSet) group.candidates().clone();
            out.andNot(allowed);
            out.stream().forEach(region -> vertex.ruleOut(group, region, obstacle));
        }
    }
}
