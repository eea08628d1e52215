package io.fogatlas.placement.decomposition;

import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What it costs to take all that is free of a region's resource or of a link: Lagrange multipliers of the rules that no more is taken
 * than there is.
 */
final class Prices {
    private final PlacementProblem problem;
    private final int dimensions;
    private final double[] freeIn;
    private final double[] ofHosts;
    private final double[] ofLinks;
    private final double[] hostLoad;
    private final double[] linkLoad;
    private final BitSet overloadedOnce = new BitSet();

    Prices(PlacementProblem problem) {
        this.problem = problem;
        Hosts hosts = problem.hosts();
        Network network = problem.network();
        dimensions = hosts.unlimited() ? 0 : hosts.dimensions();
        freeIn = new double[network.regions() * dimensions];
        for (int region = 0; region < network.regions() && dimensions > 0; region++) {
            for (int d = 0; d < dimensions; d++) {
                freeIn[region * dimensions + d] = hosts.freeIn(region, d);
            }
        }
        ofHosts = new double[freeIn.length];
        hostLoad = new double[freeIn.length];
        ofLinks = new double[network.links()];
        linkLoad = new double[network.links()];
    }

    /** What a slot pays for the resources of a region. */
    double of(Slot slot, int region) {
        double price = 0;
        for (int d = 0; d < dimensions; d++) {
            int row = region * dimensions + d;
            if (ofHosts[row] > 0) {
                price += ofHosts[row] * slot.demand(d, region) / freeIn[row];
            }
        }
        return price;
    }

    /** What a leg pays for a link. */
    double of(Leg leg, int link) {
        double price = ofLinks[link];
        return price > 0 ? price * leg.bandwidthBps() / problem.network().freeBps(link) : 0;
    }

    /** What all that is free costs together; a relaxation's value is less by that. */
    double sum() {
        double sum = 0;
        for (double price : ofHosts) {
            sum += price;
        }
        for (double price : ofLinks) {
            sum += price;
        }
        return sum;
    }

    /** Adds up what a choice takes, each as a share of what is free; says whether nothing is taken beyond what is free. */
    boolean load(Choice choice) {
        Arrays.fill(hostLoad, 0);
        Arrays.fill(linkLoad, 0);
        for (Slot slot : problem.slots()) {
            int region = choice.regionOf(slot.index());
            for (int d = 0; d < dimensions; d++) {
                long demand = slot.demand(d, region);
                if (demand > 0) {
                    int row = region * dimensions + d;
                    hostLoad[row] += demand / freeIn[row];
                }
            }
        }
        for (Leg leg : problem.legs()) {
            for (int link : choice.routeOf(leg)) {
                linkLoad[link] +=
                        (double) leg.bandwidthBps() / problem.network().freeBps(link);
            }
        }
        for (int link = 0; link < linkLoad.length; link++) {
            if (linkLoad[link] > 1) {
                overloadedOnce.set(link);
            }
        }
        return Arrays.stream(hostLoad).allMatch(load -> load <= 1)
                && Arrays.stream(linkLoad).allMatch(load -> load <= 1);
    }

    /** Moves the prices along the overload of the last choice loaded: a subgradient of the relaxation's value. */
    void step(double gapToTarget, double factor) {
        double square = square(hostLoad, ofHosts) + square(linkLoad, ofLinks);
        if (square > 0) {
            double step = factor * gapToTarget / square;
            move(hostLoad, ofHosts, step);
            move(linkLoad, ofLinks, step);
        }
    }

    private static double square(double[] load, double[] price) {
        double sum = 0;
        for (int row = 0; row < load.length; row++) {
            double over = load[row] - 1;
            if (over > 0 || price[row] > 0) {
                sum += over * over;
            }
        }
        return sum;
    }

    private static void move(double[] load, double[] price, double step) {
        for (int row = 0; row < load.length; row++) {
            price[row] = Math.max(0, price[row] + step * (load[row] - 1));
        }
    }

    /** Gives the prices above 0 by the keys that the rows of a reduced problem have. */
    Map<Rows.Key, Double> byRow() {
        Map<Rows.Key, Double> byRow = new HashMap<>();
        for (int row = 0; row < ofHosts.length; row++) {
            if (ofHosts[row] > 0) {
                byRow.put(new Rows.Key(Rows.Kind.HOST, row / dimensions, row % dimensions), ofHosts[row]);
            }
        }
        for (int link = 0; link < ofLinks.length; link++) {
            if (ofLinks[link] > 0) {
                byRow.put(new Rows.Key(Rows.Kind.LINK, link, 0), ofLinks[link]);
            }
        }
        return byRow;
    }

    /** The links that some choice took too much of. */
    BitSet overloadedOnce() {
        return overloadedOnce;
    }

    /** Says whether nothing has a price. */
    boolean areZero() {
        return sum() == 0;
    }

    /** Copies the prices of another set. */
    void set(Prices other) {
        System.arraycopy(other.ofHosts, 0, ofHosts, 0, ofHosts.length);
        System.arraycopy(other.ofLinks, 0, ofLinks, 0, ofLinks.length);
    }
}
