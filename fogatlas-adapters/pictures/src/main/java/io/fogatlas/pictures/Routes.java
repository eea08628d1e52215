package io.fogatlas.pictures;

import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.model.text.Amounts;
import java.util.List;

/** What there is to say of routes. */
final class Routes {
    private Routes() {}

    /** The latency of a route, in µs: the sum over its links. */
    static long latencyMicros(Infrastructure infrastructure, Route route) {
        return route.links().stream()
                .mapToLong(id -> infrastructure.link(id).orElseThrow().latencyMicros())
                .sum();
    }

    /** The latency of a route beside what its data flow bears. */
    static String latencyText(Infrastructure infrastructure, Route route, DataFlow flow) {
        return Amounts.latency(latencyMicros(infrastructure, route))
                + (flow.hasLatencyBound() ? " of at most " + Amounts.latency(flow.latencyBoundMicros()) : "");
    }

    static List<Route> of(Placement placement, DataFlow flow) {
        return placement.routes().stream()
                .filter(route -> route.flow().equals(flow.name()))
                .toList();
    }
}
