package io.fogatlas.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds places for labels around what they label: the most important first, each where it covers no label, no region and as few links as
 * possible. A name without room is left out; a card without room covers what matters least.
 */
final class LabelPlacement {
    /** Beyond so many labels no further names are tried: nobody could read them. */
    private static final int MOST_NAMES = 1_500;

    /** Beyond so many links they are not avoided, which would take too long. */
    private static final int MOST_LINKS = 3_000;

    private static final int DIRECTIONS = 16;
    private static final double[] CARD_DISTANCES = {5, 14, 26, 42, 64, 92, 128, 170, 220};
    private static final double[] NAME_DISTANCES = {2.5, 6};

    private final Sites sites;
    private final List<Point[]> links;
    private final Set<Integer> used;
    private final Grid regions;
    private final List<Box> taken = new ArrayList<>();
    private final double reach;

    /** Prepares to place labels beside links, of which those with certain numbers are worth more to be seen. */
    LabelPlacement(Sites sites, List<Point[]> links, Set<Integer> used) {
        this.used = Set.copyOf(used);
        this.sites = sites;
        this.links = links.size() > MOST_LINKS ? List.of() : links;
        double largest = 0;
        for (double radius : sites.radii()) {
            largest = Math.max(largest, radius);
        }
        reach = largest + 80;
        regions = new Grid(reach);
        for (int i = 0; i < sites.points().size(); i++) {
            regions.add(i, sites.at(i).x(), sites.at(i).y());
        }
    }

    /** Places labels; those that are missing in the answer have no room. */
    Map<Label, Box> place(List<Label> labels) {
        List<Label> order = new ArrayList<>(labels);
        order.sort(Comparator.comparing((Label label) -> !label.isCard())
                .thenComparing(Comparator.comparingDouble(Label::weight).reversed())
                .thenComparing(Label::region));
        Map<Label, Box> placed = new LinkedHashMap<>();
        int names = 0;
        for (Label label : order) {
            names += label.isCard() ? 0 : 1;
            Box best = names > MOST_NAMES ? null : best(label);
            if (best != null) {
                placed.put(label, best);
                taken.add(best);
            }
        }
        return placed;
    }

    private @Nullable Box best(Label label) {
        Point centre = sites.at(label.region());
        double radius = sites.radius(label.region());
        double lowest = label.isCard() ? Double.MAX_VALUE : 60;
        Box best = null;
        for (double distance : label.isCard() ? CARD_DISTANCES : NAME_DISTANCES) {
            for (int direction = 0; direction < DIRECTIONS; direction++) {
                Box box = around(centre, radius + distance, direction, label);
                double cost = cost(box, label, distance) + direction % 4 * 0.4 + direction * 0.01;
                if (cost < lowest) {
                    lowest = cost;
                    best = box;
                }
            }
        }
        return best;
    }

    /** A box that touches a circle around a point in one of the directions, of which the first is east. */
    private static Box around(Point centre, double distance, int direction, Label label) {
        double angle = 2 * StrictMath.PI * direction / DIRECTIONS;
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double x = centre.x() + distance * cos - label.width() * (1 - cos) / 2;
        double y = centre.y() + distance * sin - label.height() * (1 - sin) / 2;
        return new Box(x, y, label.width(), label.height());
    }

    private double cost(Box box, Label label, double distance) {
        double cost = distance * (label.isCard() ? 0.8 : 0.1);
        if (!sites.box().contains(box)) {
            cost += 10_000;
        }
        for (Box other : taken) {
            double overlap = box.overlap(other);
            if (overlap > 0) {
                cost += 1_000 + overlap;
            }
        }
        if (!label.isCard() && cost >= 1_000) {
            return cost;
        }
        cost += covered(box, label);
        for (int link = 0; link < links.size(); link++) {
            if (box.meets(links.get(link)[0], links.get(link)[1])) {
                cost += used.contains(link) ? 40 : label.isCard() ? 16 : 9;
            }
        }
        return cost;
    }

    private double covered(Box box, Label label) {
        double[] sum = new double[1];
        Point middle = new Point(box.left() + box.width() / 2, box.top() + box.height() / 2);
        double wide = Math.max(box.width(), box.height());
        for (double x = middle.x() - wide / 2; x <= middle.x() + wide / 2 + 1; x += Math.max(1, wide)) {
            double at = x;
            regions.near(at, middle.y(), other -> {
                Point nearest = box.nearest(sites.at(other));
                if (nearest.distance(sites.at(other)) < sites.radius(other) + 1) {
                    sum[0] += label.isCard() ? 45 : 100;
                }
            });
        }
        return sum[0];
    }
}
