package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;

/**
 * How much of links and regions a draft, together with what others hold, takes: ratios, of which 1 is full. The highest is kept in a tree
 * of maxima over all links and regions, so that a change costs O(log n); where utilisation costs nothing, nothing is kept.
 */
final class Utilisation {
    private final Network network;
    private final Hosts hosts;
    private final boolean counts;
    private final int leaves;
    /** A binary tree of maxima: node i has the children 2 i and 2 i + 1, the leaves are links, then regions. */
    private final double[] tree;
    /** What the ready nodes of a region offer in all, at {@code region × dimensions + dimension}. */
    private final long[] offered;

    Utilisation(PlacementProblem problem) {
        network = problem.network();
        hosts = problem.hosts();
        counts = problem.costs().perUtilisation() > 0;
        leaves = counts ? network.links() + network.regions() : 0;
        tree = new double[2 * leaves];
        int dimensions = hosts.dimensions();
        offered = new long[counts ? network.regions() * dimensions : 0];
        for (int region = 0; counts && region < network.regions(); region++) {
            for (int node = hosts.firstNode(region); node < hosts.firstNode(region + 1); node++) {
                for (int d = 0; d < dimensions; d++) {
                    offered[region * dimensions + d] += hosts.allocatable(node, d);
                }
            }
        }
    }

    /** Takes note of every link and region of a draft. */
    void fill(LegRoutes routes, NodePacking packing) {
        for (int link = 0; counts && link < network.links(); link++) {
            link(link, routes.freeBps()[link]);
        }
        for (int region = 0; counts && region < network.regions(); region++) {
            region(region, packing);
        }
    }

    /** Takes note of what a link can still carry. */
    void link(int link, long freeBps) {
        if (counts) {
            set(link, ofLink(link, freeBps));
        }
    }

    /** Takes note of what is left of a region. */
    void region(int region, NodePacking packing) {
        if (counts) {
            double highest = 0;
            for (int d = 0; d < hosts.dimensions(); d++) {
                highest = Math.max(highest, ofRegion(region, d, packing.freeIn(region, d)));
            }
            set(network.links() + region, highest);
        }
    }

    private void set(int leaf, double value) {
        int at = leaves + leaf;
        tree[at] = value;
        for (at >>= 1; at >= 1; at >>= 1) {
            tree[at] = Math.max(tree[2 * at], tree[2 * at + 1]);
        }
    }

    /** The highest utilisation of all; 0 where it costs nothing. */
    double highest() {
        return counts ? tree[1] : 0;
    }

    /** The utilisation of a link that can still carry so much. */
    double ofLink(int link, long freeBps) {
        long all = network.bandwidthBps(link);
        return all == 0 ? 0 : (double) (all - freeBps) / all;
    }

    /** The highest utilisation of a region with one slot more in it than in a draft. */
    double ofRegionWith(Draft draft, int region, Slot slot) {
        double highest = 0;
        for (int d = 0; d < hosts.dimensions(); d++) {
            long free = draft.freeIn(region, d) - slot.demand(d, region);
            highest = Math.max(highest, ofRegion(region, d, free));
        }
        return highest;
    }

    private double ofRegion(int region, int dimension, long free) {
        long all = offered[region * hosts.dimensions() + dimension];
        return all == 0 ? 0 : (double) (all - free) / all;
    }
}
