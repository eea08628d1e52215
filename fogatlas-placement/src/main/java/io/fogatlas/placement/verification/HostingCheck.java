package io.fogatlas.placement.verification;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.infrastructure.Taint;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.NodeViolation.NodeInOtherRegion;
import io.fogatlas.placement.verification.NodeViolation.NodeLabelsDoNotFit;
import io.fogatlas.placement.verification.NodeViolation.NodeNotReady;
import io.fogatlas.placement.verification.NodeViolation.NodeOverloaded;
import io.fogatlas.placement.verification.NodeViolation.ReplicasNotOnNodes;
import io.fogatlas.placement.verification.NodeViolation.TaintNotTolerated;
import io.fogatlas.placement.verification.NodeViolation.UnknownNode;
import io.fogatlas.placement.verification.RegionViolation.RegionLabelDoesNotFit;
import io.fogatlas.placement.verification.RegionViolation.RegionNotPermitted;
import io.fogatlas.placement.verification.RegionViolation.UnknownRegion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks that every replica is in a region and on a node that may take it, and that no node gives more than it has. */
final class HostingCheck {
    private final Infrastructure infrastructure;
    private final List<Violation> found;
    private final Map<String, NodeLoad> asked = new TreeMap<>();

    private HostingCheck(Infrastructure infrastructure, List<Violation> found) {
        this.infrastructure = infrastructure;
        this.found = found;
    }

    static void check(PlacementRequest request, OtherHolders others, Placement placement, List<Violation> found) {
        HostingCheck check = new HostingCheck(request.infrastructure(), found);
        for (Microservice microservice : request.application().microservices()) {
            for (Assignment assignment : placement.of(microservice.name())) {
                check.checkRegion(microservice, assignment);
                check.checkNodes(microservice, assignment);
            }
        }
        check.checkLoads(others);
    }

    private void checkRegion(Microservice microservice, Assignment assignment) {
        Optional<Region> region = infrastructure.region(assignment.region());
        if (region.isEmpty()) {
            found.add(new UnknownRegion(microservice.name(), assignment.region()));
            return;
        }
        for (RegionConstraint constraint : microservice.regionConstraints()) {
            if (!constraint.permits(region.get(), infrastructure)) {
                found.add(new RegionNotPermitted(microservice.name(), assignment.region(), constraint));
            }
        }
        if (!infrastructure.hasNodes() && !microservice.nodeSelector().admits(assignment.region())) {
            found.add(new RegionLabelDoesNotFit(microservice.name(), assignment.region()));
        }
    }

    private void checkNodes(Microservice microservice, Assignment assignment) {
        long onNodes = 0;
        for (Map.Entry<String, Integer> entry : assignment.replicasByNode().entrySet()) {
            onNodes += entry.getValue();
            Optional<ComputeNode> node = infrastructure.node(entry.getKey());
            if (node.isPresent()) {
                checkNode(microservice, assignment, node.get(), entry.getValue());
            } else {
                found.add(new UnknownNode(microservice.name(), entry.getKey()));
            }
        }
        if (infrastructure.hasNodes() && onNodes != assignment.replicas()) {
            found.add(new ReplicasNotOnNodes(microservice.name(), assignment.region(), assignment.replicas(), onNodes));
        }
    }

    private void checkNode(Microservice microservice, Assignment assignment, ComputeNode node, int count) {
        String name = microservice.name();
        if (!node.regionId().equals(assignment.region())) {
            found.add(new NodeInOtherRegion(name, node.name(), assignment.region(), node.regionId()));
        }
        if (!node.ready()) {
            found.add(new NodeNotReady(name, node.name()));
        }
        for (Taint taint : node.taints()) {
            if (taint.forbids()
                    && microservice.tolerations().stream().noneMatch(toleration -> toleration.tolerates(taint))) {
                found.add(new TaintNotTolerated(name, node.name(), taint));
            }
        }
        if (!microservice.nodeSelector().matches(node)) {
            found.add(new NodeLabelsDoNotFit(name, node.name()));
        }
        Region region = infrastructure.region(node.regionId()).orElseThrow();
        asked.computeIfAbsent(node.name(), key -> new NodeLoad())
                .add(microservice.requirements().in(region), count);
    }

    private void checkLoads(OtherHolders others) {
        if (asked.isEmpty()) {
            return;
        }
        Map<String, NodeLoad> taken = others.loadOf(asked.keySet());
        NodeLoad nothing = new NodeLoad();
        asked.forEach((name, load) -> {
            ComputeNode node = infrastructure.node(name).orElseThrow();
            NodeLoad held = taken.getOrDefault(name, nothing);
            load.forEach((resource, amount) -> {
                long available = Math.max(0, NodeLoad.of(resource, node.allocatable()) - held.of(resource));
                if (amount > available) {
                    found.add(new NodeOverloaded(name, resource, amount, available));
                }
            });
        });
    }
}
