package io.fogatlas.placement.verification;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Finds conditions without which there is no placement, and that do not hold.
 *
 * <p>For each demand it keeps the regions that can hold it: first those that can host it alone, then those from which every data flow
 * can reach a possible region of its other end with enough bandwidth and in time, and that affinities leave. A demand without such a
 * region, several demands with too few regions among them, a chain that is too slow on its fastest way, or a sum that exceeds what
 * there is proves that there is no placement. That nothing is found proves nothing.
 *
 * <p>Pure, deterministic and thread-safe; takes a shortest-way search or two for each data flow and round.
 */
public final class NecessaryConditions {
    /** Of so many demands of one microservice that are impossible the reasons are told. */
    private static final int MOST_TOLD = 10;

    private NecessaryConditions() {}

    /**
     * Checks the conditions.
     *
     * @param request what is to be placed where
     * @return why there can be no placement, with what is asked, what there is and what would do; empty if that is not proved
     */
    public static List<Reason> broken(PlacementRequest request) {
        Possibilities possible = new Possibilities(request);
        new Propagation(possible).run();
        Explanation explanation = new Explanation(possible);
        List<Reason> reasons = new ArrayList<>();
        for (Vertex vertex : possible.vertices()) {
            if (vertex.isImpossible()) {
                vertex.groups().stream()
                        .filter(group -> group.candidates().isEmpty())
                        .limit(MOST_TOLD)
                        .forEach(group -> reasons.addAll(explanation.of(vertex, group)));
            } else {
                tooFewRegions(vertex, possible, explanation, reasons);
            }
        }
        reasons.addAll(ChainCondition.broken(possible));
        reasons.addAll(SumConditions.broken(possible));
        return List.copyOf(reasons);
    }

    /**
     * Tells for microservices in which regions they cannot be, whatever else is chosen, and why.
     *
     * @param request what is to be placed where
     * @param microservices the names of the microservices to tell about
     * @param most how many rejections to tell at most
     * @return the rejections, by microservice in the order of the application, those first that are nearest to being possible
     */
    public static List<RegionRejection> rejections(PlacementRequest request, Set<String> microservices, int most) {
        Possibilities possible = new Possibilities(request);
        new Propagation(possible).run();
        List<RegionRejection> rejections = new ArrayList<>();
        for (Vertex vertex : possible.vertices()) {
            if (vertex.microservice().isPresent() && microservices.contains(vertex.name())) {
                Microservice microservice = vertex.microservice().get();
                for (DemandGroup group : vertex.groups()) {
                    List<RegionRejection> ofGroup = new ArrayList<>();
                    for (int region = 0; region < possible.graph().regions(); region++) {
                        if (group.asksFor(region) && !group.candidates().get(region) && ofGroup.size() < most) {
                            ofGroup.add(possible.obstacle(microservice, group, region)
                                    .in(possible.graph().region(region).id(), vertex.name(), group.replicas()));
                        }
                    }
                    ofGroup.sort(Comparator.comparingDouble(RegionRejection::miss));
                    rejections.addAll(ofGroup.subList(0, Math.min(ofGroup.size(), most - rejections.size())));
                }
            }
        }
        return List.copyOf(rejections);
    }

    /** All Assignments of a microservice are in different regions: so many demands need so many regions among them (P. Hall, 1935). */
    private static void tooFewRegions(
            Vertex vertex, Possibilities possible, Explanation explanation, List<Reason> reasons) {
        BitSet regions = new BitSet();
        int demands = 0;
        for (DemandGroup group : vertex.groups()) {
            regions.or(group.candidates());
            demands += group.count();
            if (demands > regions.cardinality()) {
                String names = regions.cardinality() > MOST_TOLD
                        ? ""
                        : regions.stream()
                                .mapToObj(region ->
                                        possible.graph().region(region).id())
                                .toList()
                                .toString();
                reasons.add(new Reason(
                        vertex.name(),
                        "%d Assignments need %d different regions, but only %d are possible%s"
                                .formatted(
                                        demands, demands, regions.cardinality(), names.isEmpty() ? "" : ": " + names)));
                reasons.addAll(explanation.of(vertex, group));
                return;
            }
        }
    }
}
