package io.fogatlas.cli;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Some regions as a tree from the cloud outward: a region hangs on the one that a link joins it to of the next lower tier that there is
 * among its neighbours, of several on the nearest by latency, and then the first by id. One that is left out hands its own on to the
 * region that it hangs on.
 */
final class RegionTree {
    private final List<Region> roots = new ArrayList<>();
    private final Map<String, List<Region>> children = new HashMap<>();

    /** Makes a tree of the regions with these ids that is at most so many regions deep. */
    RegionTree(Infrastructure infrastructure, Set<String> shown, int deepest) {
        Map<String, Link> upward = upward(infrastructure);
        Map<String, Integer> depths = new HashMap<>();
        List<Region> byTier = infrastructure.regions().stream()
                .filter(region -> shown.contains(region.id()))
                .sorted((one, other) -> Integer.compare(one.tier(), other.tier()))
                .toList();
        Map<String, String> parents = new HashMap<>();
        for (Region region : byTier) {
            String parent = next(upward, region.id());
            while (!parent.isEmpty() && !shown.contains(parent)) {
                parent = next(upward, parent);
            }
            while (!parent.isEmpty() && depths.getOrDefault(parent, 0) >= deepest - 1) {
                parent = parents.getOrDefault(parent, "");
            }
            parents.put(region.id(), parent);
            depths.put(region.id(), parent.isEmpty() ? 0 : depths.getOrDefault(parent, 0) + 1);
            (parent.isEmpty() ? roots : children.computeIfAbsent(parent, id -> new ArrayList<>())).add(region);
        }
    }

    /** The regions that hang on none. */
    List<Region> roots() {
        return roots;
    }

    /** The regions that hang on a region. */
    List<Region> below(Region region) {
        return children.getOrDefault(region.id(), List.of());
    }

    private static String next(Map<String, Link> upward, String region) {
        Link link = upward.get(region);
        return link == null ? "" : other(link, region);
    }

    private static String other(Link link, String region) {
        return link.regionA().equals(region) ? link.regionB() : link.regionA();
    }

    /** For each region the link to the one that it hangs on. */
    private static Map<String, Link> upward(Infrastructure infrastructure) {
        Map<String, Integer> tiers = new HashMap<>();
        infrastructure.regions().forEach(region -> tiers.put(region.id(), region.tier()));
        Map<String, Link> upward = new HashMap<>();
        for (Link link : infrastructure.links()) {
            int a = tiers.getOrDefault(link.regionA(), 0);
            int b = tiers.getOrDefault(link.regionB(), 0);
            if (a != b) {
                String outer = a > b ? link.regionA() : link.regionB();
                upward.merge(outer, link, (one, other) -> nearer(one, other, outer, tiers) ? one : other);
            }
        }
        return upward;
    }

    private static boolean nearer(Link one, Link other, String outer, Map<String, Integer> tiers) {
        String first = other(one, outer);
        String second = other(other, outer);
        int byTier = Integer.compare(tiers.getOrDefault(second, 0), tiers.getOrDefault(first, 0));
        int byLatency = Long.compare(one.latencyMicros(), other.latencyMicros());
        return byTier != 0 ? byTier < 0 : byLatency != 0 ? byLatency < 0 : first.compareTo(second) <= 0;
    }

    /** The ids of all regions. */
    static Set<String> all(Infrastructure infrastructure) {
        Set<String> ids = new HashSet<>();
        infrastructure.regions().forEach(region -> ids.add(region.id()));
        return ids;
    }
}
