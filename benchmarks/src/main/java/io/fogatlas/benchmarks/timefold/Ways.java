package io.fogatlas.benchmarks.timefold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The paths among which a flow chooses, worked out when they are first asked for: the cheapest, the fastest, and then such that avoid the links of
 * those before, by making each use of a link dearer (the penalty method: R. Bader et al., Alternative Route Graphs in Road Networks, 2011). Trees
 * of shortest paths answer for the first two, so that trying a region costs next to nothing. Not thread-safe.
 */
final class Ways {
    /** How many paths a flow chooses among. */
    static final int CHOICES = 8;

    /** The number of the fastest path. */
    static final int FASTEST = 1;

    private static final int TREES = 2;
    private static final double DEARER = 0.5;

    private final List<List<Exit>> exits;
    private final boolean undirected;
    private final List<ToDoubleFunction<Track>> weights;
    private final @Nullable Tree[][] trees;
    private final Map<Long, @Nullable Way[]> known = new HashMap<>();

    /** Out of a site over a link. */
    record Exit(Track track, int to) {}

    private record Label(int site, double cost) {}

    /** For each site the link that leads to it and where that comes from. */
    private record Tree(List<@Nullable Track> by, List<Integer> from) {}

    /**
     * Takes a network.
     *
     * @param exits the links out of each site
     * @param undirected whether each link can be used both ways
     * @param cost what a link costs a flow of the usual bandwidth
     */
    Ways(List<List<Exit>> exits, boolean undirected, ToDoubleFunction<Track> cost) {
        this.exits = exits;
        this.undirected = undirected;
        this.weights = List.of(
                track -> cost.applyAsDouble(track) + 1e-3 * track.latencyMicros() + 1e-3,
                track -> track.latencyMicros() + 1e-9 * cost.applyAsDouble(track) + 1e-3);
        this.trees = new @Nullable Tree[TREES][exits.size()];
    }

    List<Exit> exits(int site) {
        return exits.get(site);
    }

    /** The path of a number from 0 to {@link #CHOICES} - 1; {@link Way#NONE} if there is none at all. */
    Way way(int from, int to, int choice) {
        @Nullable
        Way[] ways = known.computeIfAbsent((long) from * exits.size() + to, pair -> new @Nullable Way[CHOICES]);
        Way way = ways[choice];
        if (way == null) {
            if (choice < TREES || from == to) {
                way = byTree(from, to, Math.min(choice, TREES - 1));
                ways[choice] = way;
            } else {
                avoid(from, to, ways);
                way = ways[choice];
            }
        }
        return way == null ? Way.NONE : way;
    }

    private Way byTree(int from, int to, int kind) {
        if (from == to) {
            return Way.of(List.of());
        }
        if (undirected && trees[kind][from] == null && trees[kind][to] != null) {
            return path(trees[kind][to], to, from, false);
        }
        Tree tree = trees[kind][from];
        if (tree == null) {
            tree = grown(from, -1, weights.get(kind));
            trees[kind][from] = tree;
        }
        return path(tree, from, to, true);
    }

    private void avoid(int from, int to, @Nullable Way[] ways) {
        Map<Track, Integer> uses = new HashMap<>();
        for (int choice = 0; choice < CHOICES; choice++) {
            Way way = choice < TREES
                    ? way(from, to, choice)
                    : path(
                            grown(
                                    from,
                                    to,
                                    track -> weights.get(0).applyAsDouble(track)
                                            * (1 + DEARER * uses.getOrDefault(track, 0))),
                            from,
                            to,
                            true);
            way.tracks().forEach(track -> uses.merge(track, 1, Integer::sum));
            ways[choice] = way;
        }
    }

    private static Way path(@Nullable Tree tree, int root, int end, boolean fromRoot) {
        List<Track> tracks = new ArrayList<>();
        for (int site = end; tree != null && site != root; site = tree.from().get(site)) {
            Track track = tree.by().get(site);
            if (track == null) {
                return Way.NONE;
            }
            tracks.add(track);
        }
        if (fromRoot) {
            Collections.reverse(tracks);
        }
        return Way.of(tracks);
    }

    /** Dijkstra's algorithm, which stops once it has reached a site; -1 for all of them. */
    private Tree grown(int root, int until, ToDoubleFunction<Track> weight) {
        double[] costs = new double[exits.size()];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        Tree tree = new Tree(
                new ArrayList<>(Collections.nCopies(exits.size(), null)),
                new ArrayList<>(Collections.nCopies(exits.size(), -1)));
        PriorityQueue<Label> queue = new PriorityQueue<>(Comparator.comparingDouble(Label::cost));
        costs[root] = 0;
        queue.add(new Label(root, 0));
        while (!queue.isEmpty()) {
            Label label = queue.remove();
            if (label.site() == until) {
                break;
            }
            if (label.cost() == costs[label.site()]) {
                for (Exit exit : exits.get(label.site())) {
                    double cost = label.cost() + weight.applyAsDouble(exit.track());
                    if (cost < costs[exit.to()]) {
                        costs[exit.to()] = cost;
                        tree.by().set(exit.to(), exit.track());
                        tree.from().set(exit.to(), label.site());
                        queue.add(new Label(exit.to(), cost));
                    }
                }
            }
        }
        return tree;
    }
}
