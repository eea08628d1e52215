package io.fogatlas.placement.verification;

import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a placement against every rule of the domain and recomputes its score, from the domain's values alone.
 *
 * <p>Pure, deterministic and thread-safe; takes time in proportion to the placement and to what is occupied, not to the
 * infrastructure, unless the objective weighs {@link io.fogatlas.placement.Term#BALANCE}.
 */
public final class PlacementVerifier {
    private PlacementVerifier() {}

    /**
     * Checks a placement, whatever it says.
     *
     * @param request what was to be placed where
     * @param placement where it is placed
     * @return every broken rule (first those about microservices in the application's order, then nodes, then data flows, links and
     *     chains), or the score if there is none
     */
    public static Verification verify(PlacementRequest request, Placement placement) {
        List<Violation> found = new ArrayList<>();
        OtherHolders others = new OtherHolders(request);
        DemandCheck.check(request, placement, found);
        HostingCheck.check(request, others, placement, found);
        NeighbourCheck.check(request, others, placement, found);
        RouteCheck.check(request, others, placement, found);
        return found.isEmpty()
                ? new Verification(found, Optional.of(TermAmounts.score(request, others, placement)))
                : new Verification(found, Optional.empty());
    }

    /**
     * Adds up how long data takes along a latency chain, on the slowest of its ways.
     *
     * @param request what was to be placed where
     * @param placement a placement that {@link #verify} found valid
     * @param chain a chain of the request's application
     * @return the latencies of the routes and the processing times at the vertices, in microseconds
     */
    public static long chainMicros(PlacementRequest request, Placement placement, LatencyChain chain) {
        return ChainCheck.slowestMicros(chain, request, placement);
    }
}
