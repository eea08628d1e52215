package io.fogatlas.pictures;

import io.fogatlas.model.Location;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Where the regions are drawn, and how large: at their coordinates if they have any, else where a force-directed layout puts them beside
 * their neighbours, and a little aside where they would cover each other.
 *
 * @param points the centre of each region
 * @param radii the radius of each region, by its capacity
 * @param box what may be drawn on
 * @param projection how coordinates become points; empty if no region has any
 */
record Sites(List<Point> points, List<Double> radii, Box box, Optional<Projection> projection) {
    static final double WIDTH = 960;
    private static final double MARGIN = 56;
    private static final double LOWEST = 420;
    private static final double HIGHEST = 720;
    private static final int CROWDED = 80;

    static Sites of(Infrastructure infrastructure, Numbers regionNumbers) {
        List<Region> regions = infrastructure.regions();
        List<Location> known =
                regions.stream().flatMap(region -> region.location().stream()).toList();
        boolean allKnown = known.size() == regions.size();
        double height = known.size() < 2
                ? 600
                : Math.max(LOWEST, Math.min(HIGHEST, Projection.aspect(known) * (WIDTH - 2 * MARGIN) + 2 * MARGIN));
        Box box = new Box(0, 0, WIDTH, height);
        Box inner = new Box(MARGIN, MARGIN, WIDTH - 2 * MARGIN, height - 2 * MARGIN);
        Optional<Projection> projection =
                known.isEmpty() ? Optional.empty() : Optional.of(Projection.fit(known, inner));
        List<Optional<Point>> places = regions.stream()
                .map(region -> region.location().flatMap(place -> projection.map(to -> to.of(place))))
                .toList();
        double crowd = regions.size() > CROWDED ? 0.22 : 0.3;
        double largest = Math.max(
                3.5, Math.min(21, crowd * Math.sqrt(inner.width() * inner.height() / Math.max(1, regions.size()))));
        double[] radii = radii(infrastructure, largest);
        Point[] points = allKnown
                ? places.stream().map(Optional::orElseThrow).toArray(Point[]::new)
                : spread(neighbours(infrastructure, regionNumbers), places, inner, known.isEmpty());
        Separation.apply(points, radii, Math.min(6, largest * 0.6), new Box(8, 8, WIDTH - 16, height - 16));
        return new Sites(List.of(points), Arrays.stream(radii).boxed().toList(), box, projection);
    }

    Point at(int region) {
        return points.get(region);
    }

    double radius(int region) {
        return radii.get(region);
    }

    private static double[] radii(Infrastructure infrastructure, double largest) {
        double[] capacity = infrastructure.regions().stream()
                .mapToDouble(region -> infrastructure.nodesIn(region.id()).stream()
                        .mapToDouble(node -> (double) node.allocatable().cpuMillis() * region.mipsPerCore())
                        .sum())
                .toArray();
        double most = Arrays.stream(capacity).max().orElse(0);
        return Arrays.stream(capacity)
                .map(each -> largest * (most == 0 ? 0.7 : 0.45 + 0.55 * Math.sqrt(each / most)))
                .toArray();
    }

    private static Point[] spread(int[][] neighbours, List<Optional<Point>> places, Box inner, boolean noneKnown) {
        int count = places.size();
        double ideal = Math.sqrt(inner.width() * inner.height() / Math.max(1, count)) * (noneKnown ? 1 : 0.5);
        Point[] points = ForceLayout.of(neighbours, places, ideal, noneKnown ? Optional.empty() : Optional.of(inner));
        return noneKnown ? fitted(points, inner) : points;
    }

    private static Point[] fitted(Point[] points, Box inner) {
        double left = Arrays.stream(points).mapToDouble(Point::x).min().orElse(0);
        double right = Arrays.stream(points).mapToDouble(Point::x).max().orElse(0);
        double top = Arrays.stream(points).mapToDouble(Point::y).min().orElse(0);
        double bottom = Arrays.stream(points).mapToDouble(Point::y).max().orElse(0);
        double across = right - left < 1 ? 0 : inner.width() / (right - left);
        double down = bottom - top < 1 ? 0 : inner.height() / (bottom - top);
        return Arrays.stream(points)
                .map(point -> new Point(
                        across == 0 ? inner.left() + inner.width() / 2 : inner.left() + (point.x() - left) * across,
                        down == 0 ? inner.top() + inner.height() / 2 : inner.top() + (point.y() - top) * down))
                .toArray(Point[]::new);
    }

    private static int[][] neighbours(Infrastructure infrastructure, Numbers numbers) {
        List<TreeSet<Integer>> neighbours = new ArrayList<>();
        IntStream.range(0, infrastructure.regions().size()).forEach(i -> neighbours.add(new TreeSet<>()));
        for (Link link : infrastructure.links()) {
            int one = numbers.of(link.regionA());
            int other = numbers.of(link.regionB());
            if (one != other) {
                neighbours.get(one).add(other);
                neighbours.get(other).add(one);
            }
        }
        return neighbours.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
