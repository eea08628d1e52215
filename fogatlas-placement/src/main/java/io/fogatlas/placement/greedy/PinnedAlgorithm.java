package io.fogatlas.placement.greedy;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.placement.Answer;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.List;

/**
 * Takes the regions that are asked for, packs the replicas there and finds routes: FogAtlas' {@code Silly}, except that nodes, links and
 * bounds count, and data flows are routed. Microservices that leave a region open are not placed.
 */
public final class PinnedAlgorithm implements PlacementAlgorithm {
    /** Made by {@link java.util.ServiceLoader}. */
    public PinnedAlgorithm() {}

    @Override
    public String name() {
        return "pinned";
    }

    @Override
    public List<String> aliases() {
        return List.of("Silly");
    }

    @Override
    public String description() {
        return "takes the regions that are asked for, and finds nodes and routes";
    }

    @Override
    public Answer solve(PlacementProblem problem, Search search) {
        List<Reason> open = problem.request().application().microservices().stream()
                .filter(PinnedAlgorithm::leavesARegionOpen)
                .map(
                        microservice -> new Reason(
                                microservice.name(),
                                "does not say in which region it must be (regionrequired); name one, or use another algorithm than pinned"))
                .toList();
        if (!open.isEmpty()) {
            return Answer.nothing(open);
        }
        Construction construction = new Construction(problem, search);
        if (!construction.build(SlotOrder.CONNECTED)) {
            return Answer.nothing(construction.reasons());
        }
        new Improvement(problem, construction, search, Long.MAX_VALUE).run();
        return Answer.placed(construction.draft().toPlacement());
    }

    private static boolean leavesARegionOpen(Microservice microservice) {
        return microservice.demands().stream().map(RegionDemand::region).anyMatch(region -> region.isEmpty());
    }
}
