package io.fogatlas.placement.testkit.mutation;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Taint;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.ReplicaGroup;
import io.fogatlas.placement.verification.NodeViolation;
import io.fogatlas.placement.verification.RegionViolation;
import io.fogatlas.placement.verification.RouteViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The placement stays; nodes, links and what others hold turn out to be other than thought. */
final class InfrastructureMutations {
    private static final Taint NEW_TAINT = new Taint("mutation", "", Taint.Effect.NO_SCHEDULE);

    private InfrastructureMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation("a node has a taint", InfrastructureMutations::taint),
                new Mutation("a node is not ready", InfrastructureMutations::unready),
                new Mutation("a node is gone", InfrastructureMutations::nodeGone),
                new Mutation("a node stands in another region", InfrastructureMutations::nodeElsewhere),
                new Mutation("a node offers less", InfrastructureMutations::smallerNode),
                new Mutation("others hold more of a node", InfrastructureMutations::fullNode),
                new Mutation("a link is down", InfrastructureMutations::linkDown),
                new Mutation("a link is gone", InfrastructureMutations::linkGone),
                new Mutation("a link leads the other way", InfrastructureMutations::linkTurned),
                new Mutation("a link has less bandwidth", InfrastructureMutations::narrowerLink),
                new Mutation("others hold more of a link", InfrastructureMutations::fullLink),
                new Mutation("a link takes longer", InfrastructureMutations::slowerLink),
                new Mutation("others keep a microservice out", InfrastructureMutations::keptOut));
    }

    private static Optional<Mutant> taint(Case from) {
        return from.any(from.placed()
                        .filter(one -> one.microservice().tolerations().stream()
                                .noneMatch(toleration -> toleration.tolerates(NEW_TAINT)))
                        .flatMap(one -> one.assignment().replicasByNode().keySet().stream()))
                .map(name -> from.with(
                        from.withNode(from.infrastructure().node(name).orElseThrow(), InfrastructureMutations::tainted),
                        NodeViolation.TaintNotTolerated.class));
    }

    private static ComputeNode tainted(ComputeNode node) {
        List<Taint> taints = new ArrayList<>(node.taints());
        taints.add(NEW_TAINT);
        return new ComputeNode(node.name(), node.regionId(), node.allocatable(), node.labels(), taints, node.ready());
    }

    private static Optional<Mutant> unready(Case from) {
        return from.any(from.usedNodes())
                .map(used -> from.with(
                        from.withNode(
                                used,
                                node -> new ComputeNode(
                                        node.name(),
                                        node.regionId(),
                                        node.allocatable(),
                                        node.labels(),
                                        node.taints(),
                                        /* ready= */ false)),
                        NodeViolation.NodeNotReady.class));
    }

    /** Another node must be left: without any, compute would be unlimited. */
    private static Optional<Mutant> nodeGone(Case from) {
        Infrastructure before = from.infrastructure();
        return from.any(from.usedNodes().filter(node -> before.nodes().size() > 1))
                .map(gone -> from.with(
                        new Infrastructure(
                                before.regions(),
                                before.nodes().stream()
                                        .filter(node -> !node.equals(gone))
                                        .toList(),
                                before.links(),
                                before.endpoints()),
                        NodeViolation.UnknownNode.class));
    }

    /** The other region must be as fast, or the replicas would need more or less CPU. */
    private static Optional<Mutant> nodeElsewhere(Case from) {
        record Move(ComputeNode node, String regionId) {}
        Stream<Move> moves = from.usedNodes().flatMap(node -> {
            long speed =
                    from.infrastructure().region(node.regionId()).orElseThrow().mipsPerCore();
            return from.infrastructure().regions().stream()
                    .filter(region ->
                            region.mipsPerCore() == speed && !region.id().equals(node.regionId()))
                    .map(region -> new Move(node, region.id()));
        });
        return from.any(moves)
                .map(move -> from.with(
                        from.withNode(
                                move.node(),
                                node -> new ComputeNode(
                                        node.name(),
                                        move.regionId(),
                                        node.allocatable(),
                                        node.labels(),
                                        node.taints(),
                                        node.ready())),
                        NodeViolation.NodeInOtherRegion.class));
    }

    private static Optional<Mutant> smallerNode(Case from) {
        return from.any(from.usedNodes()).map(used -> {
            Resources needed = from.asked(used).plus(from.taken(used));
            Resources offered = used.allocatable();
            Resources less = from.asked(used).memoryBytes() > 0
                    ? new Resources(
                            offered.cpuMillis(),
                            needed.memoryBytes() - 1,
                            offered.storageBytes(),
                            offered.podSlots(),
                            offered.extended())
                    : new Resources(
                            offered.cpuMillis(),
                            offered.memoryBytes(),
                            offered.storageBytes(),
                            needed.podSlots() - 1,
                            offered.extended());
            return from.with(
                    from.withNode(
                            used,
                            node -> new ComputeNode(
                                    node.name(), node.regionId(), less, node.labels(), node.taints(), node.ready())),
                    NodeViolation.NodeOverloaded.class);
        });
    }

    private static Optional<Mutant> fullNode(Case from) {
        return from.any(from.usedNodes()).map(used -> {
            ReplicaGroup more = new ReplicaGroup(
                    "elsewhere",
                    Map.of(),
                    List.of(),
                    used.regionId(),
                    Map.of(used.name(), 1),
                    Resources.builder().podSlots(used.allocatable().podSlots()).build());
            return from.withHolding(new Holding(Map.of(), List.of(more)), NodeViolation.NodeOverloaded.class);
        });
    }

    private static Stream<String> usedLinks(Case from) {
        return from.remoteRoutes().flatMap(route -> route.links().stream()).distinct();
    }

    private static Optional<Mutant> linkDown(Case from) {
        return from.any(usedLinks(from))
                .map(id -> from.with(
                        from.withLink(id, link -> changed(link, link.bandwidthBps(), link.latencyMicros(), false)),
                        RouteViolation.LinkDown.class));
    }

    private static Optional<Mutant> linkGone(Case from) {
        Infrastructure before = from.infrastructure();
        return from.any(usedLinks(from))
                .map(id -> from.with(
                        new Infrastructure(
                                before.regions(),
                                before.nodes(),
                                before.links().stream()
                                        .filter(link -> !link.id().equals(id))
                                        .toList(),
                                before.endpoints()),
                        RouteViolation.RouteBroken.class));
    }

    private static Optional<Mutant> linkTurned(Case from) {
        return from.any(from.remoteRoutes())
                .map(route -> from.with(
                        from.withLink(
                                route.links().get(0),
                                link -> link.regionA().equals(route.sourceRegion())
                                        ? directed(link, link.regionB(), link.regionA())
                                        : directed(link, link.regionA(), link.regionB())),
                        RouteViolation.RouteBroken.class));
    }

    private static Link directed(Link link, String start, String end) {
        return new Link(
                link.id(), start, end, link.bandwidthBps(), link.latencyMicros(), link.up(), /* directed= */ true);
    }

    private static Optional<Mutant> narrowerLink(Case from) {
        return from.any(usedLinks(from).filter(id -> from.askedBps(id) > 0)).map(id -> {
            long tooLittle = from.askedBps(id) + from.takenBps(id) - 1;
            return from.with(
                    from.withLink(id, link -> changed(link, tooLittle, link.latencyMicros(), link.up())),
                    RouteViolation.LinkOverloaded.class);
        });
    }

    private static Optional<Mutant> fullLink(Case from) {
        return from.any(usedLinks(from).filter(id -> from.askedBps(id) > 0))
                .map(id -> from.withHolding(
                        new Holding(Map.of(id, from.link(id).bandwidthBps()), List.of()),
                        RouteViolation.LinkOverloaded.class));
    }

    /** Only where no chain may be exceeded as well. */
    private static Optional<Mutant> slowerLink(Case from) {
        return from.any(from.remoteRoutes()
                        .filter(route -> from.flow(route).hasLatencyBound()
                                && from.application().chains().isEmpty()))
                .map(route -> from.with(
                        from.withLink(
                                route.links().get(0),
                                link -> changed(
                                        link,
                                        link.bandwidthBps(),
                                        from.flow(route).latencyBoundMicros() + 1,
                                        link.up())),
                        RouteViolation.LatencyExceeded.class));
    }

    private static Link changed(Link link, long bandwidthBps, long latencyMicros, boolean up) {
        return new Link(link.id(), link.regionA(), link.regionB(), bandwidthBps, latencyMicros, up, link.directed());
    }

    private static Optional<Mutant> keptOut(Case from) {
        return from.any(from.placed()).map(one -> {
            PodAffinity rule = new PodAffinity(
                    new LabelSelector(
                            List.of(LabelExpression.is("app", one.microservice().name()))),
                    Set.of(),
                    /* allNamespaces= */ true);
            ReplicaGroup grumpy = new ReplicaGroup(
                    "elsewhere", Map.of(), List.of(rule), one.assignment().region(), Map.of(), Resources.NONE);
            return from.withHolding(new Holding(Map.of(), List.of(grumpy)), RegionViolation.KeptOut.class);
        });
    }
}
