package io.fogatlas.placement.reasons;

import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.reasons.Contribution.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Divides a score among the parts of an application. */
final class ScoreParts {
    private final PlacementRequest request;
    private final Placement placement;
    private final List<Contribution> contributions = new ArrayList<>();

    private ScoreParts(PlacementRequest request, Placement placement) {
        this.request = request;
        this.placement = placement;
    }

    /** Divides it; parts that add nothing are left out. */
    static List<Contribution> of(PlacementRequest request, Placement placement, Score score) {
        ScoreParts parts = new ScoreParts(request, placement);
        for (Term term : score.terms().keySet()) {
            switch (term) {
                case NETWORK, LATENCY -> parts.flows(term);
                case COMPUTE, MIGRATION -> parts.microservices(term);
                case REGIONS -> parts.regions();
                case BALANCE -> parts.add(term, Part.WHOLE, "", score.terms().getOrDefault(term, 0.0));
            }
        }
        return parts.contributions;
    }

    private void add(Term term, Part part, String name, double amount) {
        if (amount != 0) {
            double value = amount * request.objective().weight(term);
            contributions.add(new Contribution(term, part, name, amount, value));
        }
    }

    private void flows(Term term) {
        for (DataFlow flow : request.application().flows()) {
            double amount = 0;
            for (Route route : placement.routes()) {
                if (route.flow().equals(flow.name())) {
                    amount += term == Term.NETWORK
                            ? flow.bandwidthBps() / 1e6 * route.links().size()
                            : micros(route) / 1e3;
                }
            }
            add(term, Part.FLOW, flow.name(), amount);
        }
    }

    private double micros(Route route) {
        return route.links().stream()
                .flatMap(id -> request.infrastructure().link(id).stream())
                .mapToDouble(Link::latencyMicros)
                .sum();
    }

    private void microservices(Term term) {
        for (Microservice microservice : request.application().microservices()) {
            double amount = 0;
            for (Assignment assignment : placement.of(microservice.name())) {
                amount += term == Term.COMPUTE ? price(microservice, assignment) : moved(microservice, assignment);
            }
            add(term, Part.MICROSERVICE, microservice.name(), amount);
        }
    }

    private double price(Microservice microservice, Assignment assignment) {
        Region region = request.infrastructure().region(assignment.region()).orElseThrow();
        double mips = microservice.requirements().mipsIn(region);
        return region.priceMicrosPerMips() / 1e6 * mips * assignment.replicas();
    }

    private double moved(Microservice microservice, Assignment assignment) {
        List<Assignment> now = request.current()
                .map(current -> current.of(microservice.name()))
                .orElse(List.of());
        long there = now.stream()
                .filter(before -> before.region().equals(assignment.region()))
                .mapToLong(Assignment::replicas)
                .sum();
        return now.isEmpty() ? 0 : Math.max(0, assignment.replicas() - there);
    }

    private void regions() {
        TreeSet<String> used = new TreeSet<>();
        placement.assignments().values().forEach(in -> in.forEach(assignment -> used.add(assignment.region())));
        used.forEach(region -> add(Term.REGIONS, Part.REGION, region, 1));
    }
}
