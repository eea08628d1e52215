package io.fogatlas.model.infrastructure;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Checks that the parts of an infrastructure fit together; each check throws {@link InvalidModelException} with all that does not. */
final class References {
    private final Catalogue<Region> regions;
    private final Problems problems = new Problems();

    References(Catalogue<Region> regions) {
        this.regions = regions;
    }

    void checkAll(List<Region> all, List<ComputeNode> nodes, List<Link> links, List<ExternalEndpoint> endpoints) {
        problems.require(!all.isEmpty(), "Infrastructure", "", () -> "there is no Region; give at least one");
        each("Region", all, Region::id, region -> List.of());
        each("Node", nodes, ComputeNode::name, node -> List.of(node.regionId()));
        each("Link", links, Link::id, link -> List.of(link.regionA(), link.regionB()));
        each("ExternalEndpoint", endpoints, ExternalEndpoint::id, endpoint -> List.of(endpoint.regionId()));
        problems.throwIfAny();
    }

    void check(ComputeNode node) {
        each("Node", List.of(node), ComputeNode::name, each -> List.of(each.regionId()));
        problems.throwIfAny();
    }

    void check(Link link) {
        each("Link", List.of(link), Link::id, each -> List.of(each.regionA(), each.regionB()));
        problems.throwIfAny();
    }

    void check(ExternalEndpoint endpoint) {
        each("ExternalEndpoint", List.of(endpoint), ExternalEndpoint::id, each -> List.of(each.regionId()));
        problems.throwIfAny();
    }

    /** Refuses to lose a region that is not there, is the last one, or still has something in it. */
    void checkUnused(String id, List<ComputeNode> nodes, List<Link> links, List<ExternalEndpoint> endpoints) {
        checkThere("Region", id, regions);
        problems.require(regions.list().size() > 1, "Region", id, () -> "is the last one and cannot be removed");
        List<String> inIt = new ArrayList<>();
        nodes.forEach(node -> inIt.add("Node '" + node.name() + "'"));
        for (Link link : links) {
            if (link.regionA().equals(id) || link.regionB().equals(id)) {
                inIt.add("Link '" + link.id() + "'");
            }
        }
        for (ExternalEndpoint endpoint : endpoints) {
            if (endpoint.regionId().equals(id)) {
                inIt.add("ExternalEndpoint '" + endpoint.id() + "'");
            }
        }
        problems.require(
                inIt.isEmpty(), "Region", id, () -> "still has " + String.join(", ", inIt) + "; remove these first");
        problems.throwIfAny();
    }

    static void checkThere(String kind, String id, Catalogue<?> catalogue) {
        Problems problems = new Problems();
        problems.require(catalogue.position(id).isPresent(), kind, id, () -> "is not there");
        problems.throwIfAny();
    }

    private <T> void each(String kind, List<T> elements, Function<T, String> id, Function<T, List<String>> itsRegions) {
        Set<String> seen = new HashSet<>();
        for (T element : elements) {
            String name = id.apply(element);
            problems.unique(kind, name, seen.add(name) ? null : name);
            for (String region : itsRegions.apply(element)) {
                problems.require(
                        regions.position(region).isPresent(),
                        kind,
                        name,
                        () -> "names region '" + region + "', but there is no such Region");
            }
        }
    }
}
