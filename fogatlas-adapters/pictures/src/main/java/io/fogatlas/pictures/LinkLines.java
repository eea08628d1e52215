package io.fogatlas.pictures;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the links run on the map, and how wide they are: parallel ones beside each other, wider ones with more bandwidth. */
final class LinkLines {
    private static final double NARROWEST = 1.2;
    private static final double WIDEST = 5.2;
    private static final double BESIDE = 9;
    private static final int CROWDED = 200;

    private final List<Point> from = new ArrayList<>();
    private final List<Point> to = new ArrayList<>();
    private final List<Double> bends = new ArrayList<>();
    private final List<Double> widths = new ArrayList<>();

    LinkLines(Infrastructure infrastructure, Sites sites, Numbers regions) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (Link link : infrastructure.links()) {
            double size = size(link);
            least = Math.min(least, size);
            most = Math.max(most, size);
        }
        double thin = infrastructure.links().size() > CROWDED ? 0.5 : 1;
        Map<String, Integer> between = new HashMap<>();
        for (Link link : infrastructure.links()) {
            int one = regions.of(link.regionA());
            int other = regions.of(link.regionB());
            int parallel = between.merge(Math.min(one, other) + "-" + Math.max(one, other), 1, Integer::sum) - 1;
            int pairs = (parallel + 1) / 2;
            double side = pairs * BESIDE * (parallel % 2 == 0 ? 1 : -1);
            from.add(sites.at(one));
            to.add(sites.at(other));
            bends.add(one < other ? side : -side);
            double size = size(link);
            double share = most - least < 1e-9 ? 0.35 : (size - least) / (most - least);
            widths.add(thin * (NARROWEST + (WIDEST - NARROWEST) * share));
        }
    }

    double width(int link) {
        return widths.get(link);
    }

    /** The path of a link from its first region to its second. */
    String path(int link) {
        return bends.get(link) == 0
                ? "M" + from.get(link) + "L" + to.get(link)
                : "M" + from.get(link) + "Q" + control(link) + " " + to.get(link);
    }

    /** The point half-way along a link. */
    Point middle(int link) {
        Point straight = from.get(link).towards(to.get(link), 0.5);
        return bends.get(link) == 0 ? straight : straight.towards(control(link), 0.5);
    }

    /** Where a link starts and ends. */
    List<Point[]> segments() {
        List<Point[]> segments = new ArrayList<>();
        for (int link = 0; link < from.size(); link++) {
            segments.add(new Point[] {from.get(link), to.get(link)});
        }
        return segments;
    }

    /** The end of a link's arrow: a point on it just outside a disc around its second region. */
    Point beforeEnd(int link, double radius) {
        Point towards = bends.get(link) == 0 ? from.get(link) : control(link);
        double length = Math.max(1, to.get(link).distance(towards));
        return to.get(link).towards(towards, Math.min(0.5, radius / length));
    }

    private static double size(Link link) {
        return StrictMath.log((double) Math.max(1, link.bandwidthBps()));
    }

    private Point control(int link) {
        Point start = from.get(link);
        Point end = to.get(link);
        double length = Math.max(1, start.distance(end));
        Point middle = start.towards(end, 0.5);
        double bend = 2 * bends.get(link);
        return middle.plus(-(end.y() - start.y()) / length * bend, (end.x() - start.x()) / length * bend);
    }
}
