package io.fogatlas.placement.reasons;

import io.fogatlas.model.Problems;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.NodeViolation.NodeLabelsDoNotFit;
import io.fogatlas.placement.verification.NodeViolation.NodeOverloaded;
import io.fogatlas.placement.verification.NodeViolation.TaintNotTolerated;
import io.fogatlas.placement.verification.RegionViolation.AffinityBroken;
import io.fogatlas.placement.verification.RegionViolation.AntiAffinityBroken;
import io.fogatlas.placement.verification.RegionViolation.RegionLabelDoesNotFit;
import io.fogatlas.placement.verification.RegionViolation.RegionNotPermitted;
import io.fogatlas.placement.verification.RouteViolation.ChainExceeded;
import io.fogatlas.placement.verification.RouteViolation.LatencyExceeded;
import io.fogatlas.placement.verification.RouteViolation.LinkOverloaded;
import io.fogatlas.placement.verification.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows which change makes a broken rule hold: exactly by what is lacking. */
final class Remedies {
    private final PlacementRequest request;
    private final Application application;
    private final Occupancy others;
    private final boolean inMips;

    Remedies(PlacementRequest request) {
        this.request = request;
        application = request.application();
        others = request.occupancy().without(application.id());
        inMips = application.microservices().stream()
                .anyMatch(each -> each.requirements().mips() > 0);
    }

    /** The changes that make all broken rules hold; empty if for some there is none. */
    Optional<List<Change>> of(Collection<Violation> violations) {
        Map<Change, Change> changes = new LinkedHashMap<>();
        for (Violation violation : violations) {
            Optional<Change> change = of(violation);
            if (change.isEmpty()) {
                return Optional.empty();
            }
            // Of one flow several routes may be too slow: the largest of changes that are alike is enough.
            changes.merge(unsized(change.get()), change.get(), (one, other) -> one.size() < other.size() ? other : one);
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(new ArrayList<>(changes.values()));
    }

    /** The change apart from its amount. */
    static Change unsized(Change change) {
        return change instanceof AmountChange amount ? amount.withBy(0) : change;
    }

    private Optional<Change> of(Violation violation) {
        if (violation instanceof NodeOverloaded overloaded) {
            return request.infrastructure()
                    .node(overloaded.node())
                    .map(node -> onNode(
                            node,
                            overloaded.resource(),
                            overloaded.asked() - overloaded.available() + overbooked(node, overloaded.resource())));
        }
        if (violation instanceof LinkOverloaded overloaded) {
            return request.infrastructure()
                    .link(overloaded.link())
                    .map(link -> onLink(link, overloaded.askedBps() - overloaded.availableBps() + overbookedBps(link)));
        }
        if (violation instanceof LatencyExceeded exceeded) {
            return Optional.of(new AmountChange.FlowLatency(
                    exceeded.flow(), exceeded.boundMicros(), exceeded.tookMicros() - exceeded.boundMicros()));
        }
        if (violation instanceof ChainExceeded exceeded) {
            return Optional.of(new AmountChange.ChainLatency(
                    exceeded.chain(), exceeded.boundMicros(), exceeded.tookMicros() - exceeded.boundMicros()));
        }
        return droppedBy(violation).map(Change.Without::new);
    }

    private Optional<Requirement> droppedBy(Violation violation) {
        if (violation instanceof RegionNotPermitted refused) {
            return Optional.of(
                    new MicroserviceRequirement.PermittedRegions(refused.microservice(), refused.constraint()));
        }
        if (violation instanceof RegionLabelDoesNotFit unfit) {
            return Optional.of(new MicroserviceRequirement.Selector(unfit.microservice()));
        }
        if (violation instanceof NodeLabelsDoNotFit unfit) {
            return Optional.of(new MicroserviceRequirement.Selector(unfit.microservice()));
        }
        if (violation instanceof TaintNotTolerated tainted) {
            return Optional.of(new MicroserviceRequirement.Taints(tainted.microservice()));
        }
        if (violation instanceof AffinityBroken broken) {
            return Optional.of(new MicroserviceRequirement.Affinity(broken.microservice(), broken.rule()));
        }
        if (violation instanceof AntiAffinityBroken broken) {
            return application
                    .microservice(broken.microservice())
                    .map(Microservice::antiAffinities)
                    .filter(rules -> rules.size() == 1)
                    .map(rules -> new MicroserviceRequirement.AntiAffinity(broken.microservice(), rules.get(0)));
        }
        return Optional.empty();
    }

    private Change onNode(ComputeNode node, String resource, long lacking) {
        long mipsPerCore = inMips
                ? request.infrastructure()
                        .region(node.regionId())
                        .map(Region::mipsPerCore)
                        .orElse(0L)
                : 0;
        return new AmountChange.OnNode(
                node.name(), node.regionId(), resource, Amounts.of(node.allocatable(), resource), lacking, mipsPerCore);
    }

    /** By how much more than it has a node is given away already. */
    private long overbooked(ComputeNode node, String resource) {
        long held = 0;
        for (ReplicaGroup group : others.replicas()) {
            long each = Amounts.of(group.perReplica(), resource);
            int count = group.replicasByNode().getOrDefault(node.name(), 0);
            held = Math.min(
                    Problems.MAX_AMOUNT, held + (long) Math.min((double) Problems.MAX_AMOUNT, (double) each * count));
        }
        return Math.max(0, held - Amounts.of(node.allocatable(), resource));
    }

    private long overbookedBps(Link link) {
        return Math.max(0, others.bandwidthBpsByLink().getOrDefault(link.id(), 0L) - link.bandwidthBps());
    }

    private static Change onLink(Link link, long lacking) {
        return new AmountChange.OnLink(link.id(), link.bandwidthBps(), lacking);
    }

    /** The change that asks for less of a requirement, as far as can be, or drops it. */
    Optional<Change> insteadOf(Requirement requirement) {
        if (requirement instanceof MicroserviceRequirement.Amount amount) {
            return Optional.of(new AmountChange.Request(
                    amount.name(), amount.resource(), amount.inMips(), amount.amount(), amount.amount()));
        }
        if (requirement instanceof MicroserviceRequirement.Replicas replicas) {
            long most = application.microservice(replicas.name()).stream()
                    .flatMap(microservice -> microservice.demands().stream())
                    .mapToLong(demand -> demand.replicas())
                    .max()
                    .orElse(1);
            return Optional.of(new AmountChange.Replicas(replicas.name(), most, most - 1));
        }
        if (requirement instanceof FlowRequirement.Bandwidth bandwidth) {
            return Optional.of(new AmountChange.FlowBandwidth(bandwidth.name(), bandwidth.bps(), bandwidth.bps()));
        }
        boolean other = requirement instanceof SharedRequirement
                || requirement instanceof FlowRequirement.Latency
                || requirement instanceof FlowRequirement.ChainLatency;
        return other ? Optional.empty() : Optional.of(new Change.Without(requirement));
    }
}
