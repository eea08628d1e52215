package io.fogatlas.placement.problem;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.NodeSelector;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Toleration;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Turns a request into a {@link PlacementProblem}; one instance compiles once. */
final class ProblemCompiler {
    /** Pinned before free, so that no free demand takes a region that a pinned one needs; then many replicas before few. */
    private static final Comparator<RegionDemand> DEMAND_ORDER = Comparator.comparing(
                    (RegionDemand demand) -> demand.region().isEmpty())
            .thenComparing(demand -> demand.region().orElse(""))
            .thenComparing(RegionDemand::replicas, Comparator.reverseOrder());

    private final PlacementRequest request;
    private final Infrastructure infrastructure;
    private final Application application;
    private final List<ReplicaGroup> running;
    private final Network network;
    private final Hosts hosts;
    private final List<Microservice> microservices;
    /** The microservices with rules that may exclude others: mostly few, so that not every pair has to be looked at. */
    private final int[] excluding;

    private final Map<String, Service> serviceByName = new HashMap<>();
    private final Map<String, Integer> startRounds;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Leg> legs = new ArrayList<>();

    ProblemCompiler(PlacementRequest request) {
        this.request = request;
        infrastructure = request.infrastructure();
        application = request.application();
        Occupancy taken = request.occupancy().without(application.id());
        running = taken.replicas();
        network = new Network(infrastructure, taken.bandwidthBpsByLink());
        microservices = new ArrayList<>(application.microservices());
        microservices.sort(Comparator.comparing(Microservice::name));
        excluding = IntStream.range(0, microservices.size())
                .filter(index -> !microservices.get(index).antiAffinities().isEmpty())
                .toArray();
        startRounds = StartOrder.of(application, request.occupancy());
        hosts = new Hosts(infrastructure, network, running, microservices);
    }

    PlacementProblem compile() {
        List<Service> services = compileServices();
        Candidates candidates = new Candidates(infrastructure, application.id().namespace(), network, hosts, running);
        for (Service service : services) {
            List<RegionDemand> demands = new ArrayList<>(service.microservice().demands());
            demands.sort(DEMAND_ORDER);
            BitSet permitted = candidates.permitted(service);
            for (RegionDemand demand : demands) {
                slots.add(
                        new Slot(slots.size(), service, demand.replicas(), candidates.of(service, demand, permitted)));
            }
        }
        compileLegs();
        return new PlacementProblem(
                request, network, hosts, new Costs(request, hosts), services, slots, legs, compileChains());
    }

    private List<Service> compileServices() {
        record NodeUse(NodeSelector selector, List<Toleration> tolerations) {}
        Map<NodeUse, BitSet> usable = new HashMap<>();
        List<Service> services = new ArrayList<>();
        int nextSlot = 0;
        for (int index = 0; index < microservices.size(); index++) {
            Microservice microservice = microservices.get(index);
            int first = nextSlot;
            nextSlot += microservice.demands().size();
            Service service = new Service(
                    index,
                    microservice,
                    hosts,
                    usable.computeIfAbsent(
                            new NodeUse(microservice.nodeSelector(), microservice.tolerations()),
                            use -> hosts.usableBy(microservice)),
                    IntStream.range(first, nextSlot).toArray(),
                    excludedBy(microservice),
                    companionsOf(microservice));
            services.add(service);
            serviceByName.put(microservice.name(), service);
        }
        return services;
    }

    private BitSet excludedBy(Microservice microservice) {
        BitSet excluded = new BitSet();
        if (microservice.antiAffinities().isEmpty()) {
            for (int other : excluding) {
                excluded.set(other, selectsAny(microservices.get(other).antiAffinities(), microservice));
            }
            return excluded;
        }
        for (int other = 0; other < microservices.size(); other++) {
            Microservice candidate = microservices.get(other);
            excluded.set(
                    other,
                    selectsAny(microservice.antiAffinities(), candidate)
                            || selectsAny(candidate.antiAffinities(), microservice));
        }
        return excluded;
    }

    private boolean selectsAny(List<PodAffinity> rules, Microservice other) {
        return rules.stream().anyMatch(rule -> selects(rule, other));
    }

    private boolean selects(PodAffinity rule, Microservice other) {
        String namespace = application.id().namespace();
        return rule.selects(namespace, namespace, other.labels());
    }

    private List<Service.Companions> companionsOf(Microservice microservice) {
        List<Service.Companions> companions = new ArrayList<>();
        for (PodAffinity rule : microservice.affinities()) {
            BitSet services = new BitSet();
            BitSet starters = new BitSet();
            for (int other = 0; other < microservices.size(); other++) {
                Microservice candidate = microservices.get(other);
                services.set(other, selects(rule, candidate));
                starters.set(other, services.get(other) && roundOf(candidate) < roundOf(microservice));
            }
            BitSet runningIn = new BitSet();
            for (ReplicaGroup group : running) {
                if (rule.selects(application.id().namespace(), group.namespace(), group.labels())
                        && infrastructure.region(group.region()).isPresent()) {
                    runningIn.set(network.region(group.region()));
                }
            }
            companions.add(new Service.Companions(services, starters, runningIn, selects(rule, microservice)));
        }
        return companions;
    }

    private int roundOf(Microservice microservice) {
        return startRounds.getOrDefault(microservice.name(), 0);
    }

    private void compileLegs() {
        List<DataFlow> flows = new ArrayList<>(application.flows());
        flows.sort(Comparator.comparing(DataFlow::name));
        for (DataFlow flow : flows) {
            List<Leg.End> destinations = ends(flow.destination());
            for (Leg.End source : ends(flow.source())) {
                legs.add(new Leg(legs.size(), flow, source, destinations));
            }
        }
    }

    private List<Leg.End> ends(String vertex) {
        Service service = serviceByName.get(vertex);
        if (service != null) {
            return IntStream.of(service.slots()).mapToObj(Leg.End::ofSlot).toList();
        }
        String region =
                infrastructure.endpoint(vertex).map(ExternalEndpoint::regionId).orElseThrow();
        return List.of(Leg.End.ofRegion(network.region(region)));
    }

    private List<Chain> compileChains() {
        List<Chain> chains = new ArrayList<>();
        for (LatencyChain chain : application.chains()) {
            List<int[]> hops = new ArrayList<>();
            for (int step = 1; step < chain.steps().size(); step++) {
                String from = chain.steps().get(step - 1).vertex();
                String to = chain.steps().get(step).vertex();
                hops.add(legs.stream()
                        .filter(leg -> leg.flow().source().equals(from)
                                && leg.flow().destination().equals(to))
                        .mapToInt(Leg::index)
                        .toArray());
            }
            chains.add(new Chain(chain.boundMicros() - chain.processingMicros(), hops));
        }
        return chains;
    }
}
