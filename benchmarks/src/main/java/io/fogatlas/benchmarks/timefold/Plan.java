package io.fogatlas.benchmarks.timefold;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is to be placed, in the order in which it is placed first: outward from the endpoints. */
@PlanningSolution
public final class Plan {
    @PlanningEntityCollectionProperty
    private List<Vertex> vertices = List.of();

    @PlanningEntityCollectionProperty
    private List<Flow> flows = List.of();

    @PlanningScore
    @Nullable
    private HardSoftLongScore score;

    private int trackCount;
    private List<List<Site>> around = List.of();
    private List<BitSet> candidates = List.of();

    /** Made by Timefold, which fills the fields of copies itself. */
    public Plan() {}

    Plan(List<Vertex> vertices, List<Flow> flows, int trackCount, List<List<Site>> around) {
        this.vertices = vertices;
        this.flows = flows;
        this.trackCount = trackCount;
        this.around = around;
        this.candidates = vertices.stream()
                .map(vertex -> vertex.getCandidates().stream()
                        .mapToInt(Site::index)
                        .collect(BitSet::new, BitSet::set, BitSet::or))
                .toList();
    }

    int siteCount() {
        return around.size();
    }

    int trackCount() {
        return trackCount;
    }

    /** The sites one link from a site. */
    List<Site> around(Site site) {
        return around.get(site.index());
    }

    boolean isCandidate(Vertex vertex, Site site) {
        return candidates.get(vertex.index()).get(site.index());
    }

    List<Vertex> vertices() {
        return vertices;
    }

    List<Flow> flows() {
        return flows;
    }

    @Nullable
    HardSoftLongScore score() {
        return score;
    }
}
