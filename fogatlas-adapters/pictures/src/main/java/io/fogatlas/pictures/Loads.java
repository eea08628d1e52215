package io.fogatlas.pictures;

import io.fogatlas.inventory.Usage;
import io.fogatlas.inventory.Utilisation;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much of everything is taken. */
final class Loads {
    /** Up to which part of what there is each step of the colour scale goes; whatever is above is over-committed. */
    static final double[] STEPS = {0, 0.25, 0.5, 0.75, 0.9, 1};

    private final List<Usage> regions;
    private final List<Usage> nodes;
    private final List<Usage> links;
    private final Map<String, Double> highestByRegion = new HashMap<>();
    private final Map<String, Double> byLink = new HashMap<>();

    private Loads(Utilisation utilisation) {
        regions = utilisation.regions();
        nodes = utilisation.nodes();
        links = utilisation.links();
        regions.forEach(usage -> highestByRegion.merge(usage.name(), usage.ratio(), Math::max));
        links.forEach(usage -> byLink.put(usage.name(), usage.ratio()));
    }

    static Loads of(Infrastructure infrastructure, Occupancy occupancy) {
        return new Loads(Utilisation.of(new Snapshot(infrastructure, occupancy, 0)));
    }

    List<Usage> regions() {
        return regions;
    }

    List<Usage> nodes() {
        return nodes;
    }

    List<Usage> links() {
        return links;
    }

    /** The highest part that is taken of any resource of a region, 0 where nothing is. */
    double ofRegion(String region) {
        return highestByRegion.getOrDefault(region, 0.0);
    }

    double ofLink(String link) {
        return byLink.getOrDefault(link, 0.0);
    }

    /** The step of the colour scale: 0 where nothing is taken, {@code STEPS.length} where more than there is. */
    static int step(double ratio) {
        for (int step = 0; step < STEPS.length; step++) {
            if (ratio <= STEPS[step]) {
                return step;
            }
        }
        return STEPS.length;
    }

    static String percent(double ratio) {
        return Double.isFinite(ratio) ? Math.round(100 * ratio) + " %" : "more than there is";
    }
}
