package io.fogatlas.placement.batch;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.arbitraries.Applications;
import io.fogatlas.model.arbitraries.Infrastructures;
import io.fogatlas.model.arbitraries.Scenarios;
import io.fogatlas.model.arbitraries.Tightness;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.testkit.RequestArbitraries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Cuts random small applications into several: what flows inside a part stays, and affinities reach from part to part. */
final class RandomBatches {
    private static final Scenarios SCENARIOS = new Scenarios(
            Infrastructures.ANY.regions(1, 4),
            Applications.ANY.microservices(2, 5).furtherFlows(2).tightnesses(Tightness.values()),
            /* occupied= */ true);

    private RandomBatches() {}

    /**
     * A batch and the application it was cut from.
     *
     * @param whole the request for the application
     * @param partOf to which part each microservice belongs
     * @param values what each part is worth
     */
    record Cut(PlacementRequest whole, List<Integer> partOf, List<Integer> values) {
        int parts() {
            return values.size();
        }

        private int part(String vertex) {
            for (int number = 0; number < whole.application().microservices().size(); number++) {
                if (whole.application().microservices().get(number).name().equals(vertex)) {
                    return partOf.get(number % partOf.size()) % parts();
                }
            }
            return -1;
        }

        private boolean isWithin(Set<Integer> parts, List<String> vertices) {
            Set<Integer> touched = new HashSet<>();
            vertices.stream().map(this::part).filter(part -> part >= 0).forEach(touched::add);
            return touched.size() == 1 && parts.containsAll(touched);
        }

        /** What is left of the application if only some parts are there, under an id; empty if nothing is. */
        Optional<Application> only(Set<Integer> parts, ApplicationId id) {
            List<Microservice> microservices = whole.application().microservices().stream()
                    .filter(each -> parts.contains(part(each.name())))
                    .toList();
            if (microservices.isEmpty()) {
                return Optional.empty();
            }
            List<DataFlow> flows = whole.application().flows().stream()
                    .filter(flow -> isWithin(parts, List.of(flow.source(), flow.destination())))
                    .toList();
            List<LatencyChain> chains = whole.application().chains().stream()
                    .filter(chain -> isWithin(
                            parts,
                            chain.steps().stream()
                                    .map(LatencyChain.Step::vertex)
                                    .toList()))
                    .toList();
            return Optional.of(new Application(id, whole.application().endpoints(), microservices, flows, chains));
        }

        Optional<Placement> current(Application part) {
            return whole.current().map(now -> {
                Map<String, List<Assignment>> assignments = new HashMap<>(now.assignments());
                assignments.keySet().removeIf(name -> part.microservice(name).isEmpty());
                List<Route> routes = now.routes().stream()
                        .filter(route -> part.flow(route.flow()).isPresent())
                        .toList();
                return new Placement(assignments, routes);
            });
        }

        Occupancy occupancy(List<Application> parts) {
            Occupancy taken = whole.occupancy().without(whole.application().id());
            for (Application part : parts) {
                Optional<Placement> now = current(part);
                if (now.isPresent()) {
                    taken = taken.with(part.id(), Holding.of(whole.infrastructure(), part, now.get()));
                }
            }
            return taken;
        }

        /** The parts as a batch; empty if one of them could not be asked for by itself. */
        Optional<BatchRequest> batch(List<String> namespaces) {
            List<BatchRequest.Entry> entries = new ArrayList<>();
            List<Application> applications = new ArrayList<>();
            for (int part = 0; part < parts(); part++) {
                ApplicationId id = new ApplicationId(namespaces.get(part % namespaces.size()), "part" + part);
                Optional<Application> application = only(Set.of(part), id);
                if (application.isPresent()) {
                    applications.add(application.get());
                    entries.add(
                            new BatchRequest.Entry(application.get(), values.get(part), current(application.get())));
                }
            }
            try {
                return Optional.of(new BatchRequest(
                        whole.infrastructure(), entries, occupancy(applications), whole.objective(), whole.limits()));
            } catch (InvalidModelException waitingForEachOther) {
                return Optional.empty();
            }
        }
    }

    static Arbitrary<Cut> cuts() {
        return Combinators.combine(
                        RequestArbitraries.of(SCENARIOS),
                        Arbitraries.integers().between(0, 2).list().ofSize(5),
                        Arbitraries.integers().between(0, 4).list().ofMinSize(2).ofMaxSize(3))
                .as(Cut::new);
    }
}
