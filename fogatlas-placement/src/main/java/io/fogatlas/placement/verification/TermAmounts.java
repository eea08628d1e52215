package io.fogatlas.placement.verification;

import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.Term;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Works out how much of each {@link Term} a valid placement has, of those that weigh, in exact integers as far as they go. */
final class TermAmounts {
    private static final double MICROS_PER_UNIT = 1e6;
    private static final double BPS_PER_MBPS = 1e6;
    private static final double MICROS_PER_MILLI = 1e3;

    private final PlacementRequest request;
    private final Infrastructure infrastructure;
    private final Placement placement;

    private TermAmounts(PlacementRequest request, Placement placement) {
        this.request = request;
        this.infrastructure = request.infrastructure();
        this.placement = placement;
    }

    static Score score(PlacementRequest request, OtherHolders others, Placement placement) {
        TermAmounts amounts = new TermAmounts(request, placement);
        Map<Term, Double> byTerm = new EnumMap<>(Term.class);
        for (Term term : request.objective().weights().keySet()) {
            double amount =
                    switch (term) {
                        case NETWORK -> amounts.network();
                        case LATENCY -> amounts.latency();
                        case COMPUTE -> amounts.compute();
                        case REGIONS -> amounts.regions();
                        case MIGRATION -> amounts.migration();
                        case BALANCE -> Utilisation.highest(request, others, placement);
                    };
            byTerm.put(term, amount);
        }
        return request.objective().score(byTerm);
    }

    private double network() {
        ExactSum bps = new ExactSum();
        for (Route route : placement.routes()) {
            long each = request.application()
                    .flow(route.flow())
                    .map(DataFlow::bandwidthBps)
                    .orElseThrow();
            bps.add(each, route.links().size());
        }
        return bps.dividedBy(BPS_PER_MBPS);
    }

    private double latency() {
        ExactSum micros = new ExactSum();
        for (Route route : placement.routes()) {
            micros.add(RouteCheck.latencyMicros(infrastructure, route), 1);
        }
        return micros.dividedBy(MICROS_PER_MILLI);
    }

    private double compute() {
        ExactSum micros = new ExactSum();
        for (Microservice microservice : request.application().microservices()) {
            for (Assignment assignment : placement.of(microservice.name())) {
                Region region = infrastructure.region(assignment.region()).orElseThrow();
                long mips = microservice.requirements().mipsIn(region);
                micros.add(region.priceMicrosPerMips(), mips, assignment.replicas());
            }
        }
        return micros.dividedBy(MICROS_PER_UNIT);
    }

    private double regions() {
        Set<String> opened = new HashSet<>();
        placement.assignments().values().forEach(in -> in.forEach(assignment -> opened.add(assignment.region())));
        return opened.size();
    }

    private double migration() {
        long started = 0;
        for (Microservice microservice : request.application().microservices()) {
            Map<String, Long> before = new HashMap<>();
            request.current()
                    .map(current -> current.of(microservice.name()))
                    .orElse(List.of())
                    .forEach(now -> before.merge(now.region(), (long) now.replicas(), Sums::plus));
            for (Assignment assignment : before.isEmpty() ? List.<Assignment>of() : placement.of(microservice.name())) {
                started += Math.max(0, assignment.replicas() - before.getOrDefault(assignment.region(), 0L));
            }
        }
        return started;
    }
}
