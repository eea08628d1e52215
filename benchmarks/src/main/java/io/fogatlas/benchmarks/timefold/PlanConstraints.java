package io.fogatlas.benchmarks.timefold;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.count;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sumLong;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The rules and the costs as constraint streams. A flow is joined to the vertices at its ends once, for all constraints that need its path. */
public final class PlanConstraints implements ConstraintProvider {
    /** Made by Timefold. */
    public PlanConstraints() {}

    /** A flow on the path it takes while its ends are where they are. */
    private record Routed(Flow flow, Way way) {
        static Routed of(Flow flow, Vertex source, Vertex destination) {
            return new Routed(
                    flow,
                    flow.way(
                            Objects.requireNonNull(source.getSite(), "site"),
                            Objects.requireNonNull(destination.getSite(), "site")));
        }

        List<Use> uses() {
            return way.tracks().stream()
                    .map(track -> new Use(track, flow.bps()))
                    .toList();
        }
    }

    private record Use(Track track, long bps) {}

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        UniConstraintStream<Vertex> placed = factory.forEach(Vertex.class).filter(vertex -> !vertex.isPinned());
        UniConstraintStream<Routed> routed = factory.forEach(Flow.class)
                .join(Vertex.class, equal(Flow::getSource, Function.identity()))
                .join(Vertex.class, equal((flow, source) -> flow.getDestination(), Function.identity()))
                .map(Routed::of);
        return new Constraint[] {
            placed.groupBy(
                            Vertex::getSite,
                            sumLong(Vertex::cpuMillis),
                            sumLong(v -> v.load().memoryBytes()),
                            count())
                    .filter((site, cpu, memory, slots) -> site.overload(cpu, memory, slots) > 0)
                    .penalizeLong(HardSoftLongScore.ONE_HARD, Site::overload)
                    .asConstraint("room at sites"),
            routed.flattenLast(Routed::uses)
                    .groupBy(Use::track, sumLong(Use::bps))
                    .filter((track, bps) -> track.overload(bps) > 0)
                    .penalizeLong(HardSoftLongScore.ONE_HARD, Track::overload)
                    .asConstraint("bandwidth of links"),
            routed.filter(each -> each.flow().overload(each.way()) > 0)
                    .penalizeLong(
                            HardSoftLongScore.ONE_HARD, each -> each.flow().overload(each.way()))
                    .asConstraint("latency of flows"),
            routed.penalizeLong(HardSoftLongScore.ONE_SOFT, each -> each.flow().cost(each.way()))
                    .asConstraint("cost of flows"),
            placed.filter(vertex -> vertex.cost() > 0)
                    .penalizeLong(HardSoftLongScore.ONE_SOFT, Vertex::cost)
                    .asConstraint("cost of sites")
        };
    }
}
