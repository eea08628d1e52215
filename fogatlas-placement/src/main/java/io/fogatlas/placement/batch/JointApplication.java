package io.fogatlas.placement.batch;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Several applications as one, in which each part has a name of its own. Whatever places one application places them jointly: every rule
 * of the domain that speaks of one application's replicas holds between replicas of all of them, as it does once they run.
 */
final class JointApplication {
    private final QualifiedNames microservices;
    private final QualifiedNames flows = new QualifiedNames(Set.of());
    private final Application application;
    private final List<ApplicationId> parts = new ArrayList<>();

    private JointApplication(List<BatchRequest.Entry> entries, Namespaces namespaces, ApplicationId id) {
        Set<String> endpoints = new LinkedHashSet<>();
        entries.forEach(entry -> endpoints.addAll(entry.application().endpoints()));
        microservices = new QualifiedNames(endpoints);
        QualifiedNames chains = new QualifiedNames(Set.of());
        Application.Builder joint = Application.builder(id);
        endpoints.forEach(joint::addEndpoint);
        for (BatchRequest.Entry entry : entries) {
            Application part = entry.application();
            parts.add(part.id());
            part.microservices().forEach(each -> joint.add(renamed(part.id(), each, namespaces)));
            part.flows()
                    .forEach(flow -> joint.add(new DataFlow(
                            flows.add(part.id(), flow.name()),
                            vertex(part.id(), flow.source()),
                            vertex(part.id(), flow.destination()),
                            flow.bandwidthBps(),
                            flow.latencyBoundMicros())));
            part.chains().forEach(chain -> joint.add(renamed(part.id(), chain, chains)));
        }
        application = joint.build();
    }

    /** Joins applications, in the order given. */
    static JointApplication of(List<BatchRequest.Entry> entries, Namespaces namespaces, ApplicationId id) {
        return new JointApplication(entries, namespaces, id);
    }

    private Microservice renamed(ApplicationId owner, Microservice microservice, Namespaces namespaces) {
        return new Microservice(
                microservices.add(owner, microservice.name()),
                microservice.requirements(),
                microservice.demands(),
                namespaces.labels(owner.namespace(), microservice.labels()),
                microservice.nodeSelector(),
                microservice.tolerations(),
                microservice.regionConstraints(),
                namespaces.rules(owner.namespace(), microservice.affinities()),
                namespaces.rules(owner.namespace(), microservice.antiAffinities()));
    }

    private LatencyChain renamed(ApplicationId owner, LatencyChain chain, QualifiedNames chains) {
        List<LatencyChain.Step> steps = chain.steps().stream()
                .map(step -> new LatencyChain.Step(vertex(owner, step.vertex()), step.processingMicros()))
                .toList();
        return new LatencyChain(chains.add(owner, chain.name()), steps, chain.boundMicros());
    }

    private String vertex(ApplicationId owner, String name) {
        return microservices.of(owner, name).orElse(name);
    }

    Application application() {
        return application;
    }

    /** Makes placements of the parts one of the whole; parts and names that are not here are left out. */
    Placement join(Map<ApplicationId, Placement> placements) {
        Map<String, List<Assignment>> assignments = new TreeMap<>();
        List<Route> routes = new ArrayList<>();
        placements.forEach((id, placement) -> {
            placement
                    .assignments()
                    .forEach((name, in) ->
                            microservices.of(id, name).ifPresent(qualified -> assignments.put(qualified, in)));
            placement
                    .routes()
                    .forEach(route -> flows.of(id, route.flow())
                            .ifPresent(qualified -> routes.add(new Route(
                                    qualified, route.sourceRegion(), route.destinationRegion(), route.links()))));
        });
        return new Placement(assignments, routes);
    }

    /** Takes a placement of the whole apart. */
    Map<ApplicationId, Placement> split(Placement joint) {
        Map<ApplicationId, Map<String, List<Assignment>>> assignments = new HashMap<>();
        Map<ApplicationId, List<Route>> routes = new HashMap<>();
        joint.assignments().forEach((qualified, in) -> {
            QualifiedNames.Name origin = microservices.origin(qualified);
            assignments
                    .computeIfAbsent(origin.application(), id -> new TreeMap<>())
                    .put(origin.name(), in);
        });
        for (Route route : joint.routes()) {
            QualifiedNames.Name origin = flows.origin(route.flow());
            routes.computeIfAbsent(origin.application(), id -> new ArrayList<>())
                    .add(new Route(origin.name(), route.sourceRegion(), route.destinationRegion(), route.links()));
        }
        Map<ApplicationId, Placement> parted = new TreeMap<>();
        for (ApplicationId part : parts) {
            parted.put(
                    part,
                    new Placement(assignments.getOrDefault(part, Map.of()), routes.getOrDefault(part, List.of())));
        }
        return parted;
    }
}
