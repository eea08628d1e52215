package io.fogatlas.placement.problem;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the regions that can host a slot alone, once, so that no search looks at the others again. */
final class Candidates {
    private final Infrastructure infrastructure;
    private final String namespace;
    private final Network network;
    private final Hosts hosts;
    private final List<ReplicaGroup> running;
    private final List<ReplicaGroup> excluding;
    /** What was found already: services that need the same share it, since nobody changes it. */
    private final Map<Need, BitSet> fitting = new HashMap<>();

    /** What decides which of some regions fit. */
    private record Need(Requirements requirements, BitSet usableNodes, int replicas, BitSet among) {}

    Candidates(
            Infrastructure infrastructure, String namespace, Network network, Hosts hosts, List<ReplicaGroup> running) {
        this.infrastructure = infrastructure;
        this.namespace = namespace;
        this.network = network;
        this.hosts = hosts;
        this.running = running;
        excluding = running.stream()
                .filter(group -> !group.antiAffinities().isEmpty())
                .toList();
    }

    /** Finds the regions that constraints, selectors and what runs already permit. */
    BitSet permitted(Service service) {
        Microservice microservice = service.microservice();
        BitSet permitted = new BitSet(network.regions());
        permitted.set(0, network.regions());
        for (RegionConstraint constraint : microservice.regionConstraints()) {
            for (int r = permitted.nextSetBit(0); r >= 0; r = permitted.nextSetBit(r + 1)) {
                permitted.set(r, constraint.permits(hosts.region(r), infrastructure));
            }
        }
        if (hosts.unlimited()) {
            for (int r = permitted.nextSetBit(0); r >= 0; r = permitted.nextSetBit(r + 1)) {
                permitted.set(r, microservice.nodeSelector().admits(network.regionId(r)));
            }
        }
        for (Service.Companions companions : service.companions()) {
            if (companions.services().isEmpty()
                    || (companions.includesSelf()
                            && !companions.runningIn().isEmpty()
                            && companions.services().cardinality() == 1)) {
                permitted.and(companions.runningIn());
            }
        }
        for (ReplicaGroup group : microservice.antiAffinities().isEmpty() ? excluding : running) {
            if (keepApart(microservice, group)
                    && infrastructure.region(group.region()).isPresent()) {
                permitted.clear(network.region(group.region()));
            }
        }
        return permitted;
    }

    private boolean keepApart(Microservice microservice, ReplicaGroup group) {
        return selectsAny(microservice.antiAffinities(), namespace, group.namespace(), group.labels())
                || selectsAny(group.antiAffinities(), group.namespace(), namespace, microservice.labels());
    }

    private static boolean selectsAny(
            List<PodAffinity> rules, String ownNamespace, String otherNamespace, Map<String, String> labels) {
        return rules.stream().anyMatch(rule -> rule.selects(ownNamespace, otherNamespace, labels));
    }

    /** Finds, among the permitted regions, those that can host the replicas of one demand. */
    BitSet of(Service service, RegionDemand demand, BitSet permitted) {
        BitSet candidates = new BitSet(network.regions());
        boolean excludesItself = service.excludes(service.index());
        if (excludesItself && demand.replicas() > 1) {
            return candidates;
        }
        if (demand.region().isPresent()) {
            int pinned = network.region(demand.region().get());
            candidates.set(pinned, permitted.get(pinned) && fits(service, demand.replicas(), pinned));
            return candidates;
        }
        candidates.or(permitted);
        service.microservice().demands().stream()
                .flatMap(sibling -> sibling.region().stream())
                .forEach(taken -> candidates.clear(network.region(taken)));
        return fitting.computeIfAbsent(
                new Need(service.microservice().requirements(), service.usableNodes(), demand.replicas(), candidates),
                need -> fitting(service, demand.replicas(), candidates));
    }

    private BitSet fitting(Service service, int replicas, BitSet among) {
        BitSet candidates = (BitSet) among.clone();
        for (int r = candidates.nextSetBit(0); r >= 0; r = candidates.nextSetBit(r + 1)) {
            candidates.set(r, fits(service, replicas, r));
        }
        return candidates;
    }

    /** Equal replicas fit if the nodes, each by itself, take enough of them: exact, since they do not compete with others. */
    private boolean fits(Service service, int replicas, int region) {
        if (hosts.unlimited()) {
            return true;
        }
        long room = 0;
        for (int node = hosts.firstNode(region); node < hosts.firstNode(region + 1) && room < replicas; node++) {
            if (service.mayUse(node)) {
                room += roomOn(service, node, region, replicas);
            }
        }
        return room >= replicas;
    }

    private long roomOn(Service service, int node, int region, int replicas) {
        long room = replicas;
        for (int d = 0; d < hosts.dimensions() && room > 0; d++) {
            long demand = service.demand(d, region);
            long free = hosts.free(node, d);
            if (demand > free) {
                return 0;
            }
            if (demand > 0 && replicas > 1) {
                room = Math.min(room, free / demand);
            }
        }
        return room;
    }
}
