package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.Service;
import io.fogatlas.placement.problem.Slot;

/** How much of links and regions a draft, together with what others hold, takes. All are ratios; 1 is full. */
final class Utilisation {
    private Utilisation() {}

    static double highest(Draft draft) {
        Network network = draft.problem().network();
        double highest = 0;
        for (int link = 0; link < network.links(); link++) {
            highest = Math.max(highest, ofLink(draft, link, 0));
        }
        for (int region = 0; region < network.regions(); region++) {
            highest = Math.max(highest, ofRegion(draft, region));
        }
        return highest;
    }

    /** The utilisation of a link with so many bit/s more on it. */
    static double ofLink(Draft draft, int link, long moreBps) {
        long all = draft.problem().network().bandwidthBps(link);
        return all == 0 ? 0 : (double) (all - draft.freeBps(link) + moreBps) / all;
    }

    private static double ofRegion(Draft draft, int region) {
        double highest = 0;
        for (int d = 0; d < draft.problem().hosts().dimensions(); d++) {
            highest = Math.max(highest, ofRegion(draft, region, d, 0));
        }
        return highest;
    }

    /** The highest utilisation of a region with one slot more in it. */
    static double ofRegionWith(Draft draft, int region, Slot slot) {
        Service service = slot.service();
        double highest = 0;
        for (int d = 0; d < draft.problem().hosts().dimensions(); d++) {
            highest = Math.max(highest, ofRegion(draft, region, d, service.demand(d, region) * slot.replicas()));
        }
        return highest;
    }

    private static double ofRegion(Draft draft, int region, int dimension, long more) {
        Hosts hosts = draft.problem().hosts();
        long all = 0;
        for (int node = hosts.firstNode(region); node < hosts.firstNode(region + 1); node++) {
            all += hosts.allocatable(node, dimension);
        }
        return all == 0 ? 0 : (double) (all - draft.freeIn(region, dimension) + more) / all;
    }
}
