package io.fogatlas.pictures;

import io.fogatlas.model.Location;
import java.util.Arrays;
import java.util.List;

/**
 * Mercator's projection, fitted to the places that are to be seen. The map is cut where the widest gap between their longitudes is, so
 * that places on both sides of the date line stay together.
 */
final class Projection {
    private static final double WIDEST_LATITUDE = 84;
    /** Places closer together than this many degrees are not blown up further: some kilometres. */
    private static final double LEAST_SPAN = 0.04;

    private final double centre;
    private final double scale;
    private final double left;
    private final double top;

    private Projection(double centre, double scale, double left, double top) {
        this.centre = centre;
        this.scale = scale;
        this.left = left;
        this.top = top;
    }

    /** Fits the places into a box, in its middle, as large as possible without distortion. */
    static Projection fit(List<Location> places, Box box) {
        double centre = centre(places);
        double west = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        for (Location place : places) {
            double x = turned(place.longitude(), centre);
            double y = mercator(place.latitude());
            west = Math.min(west, x);
            east = Math.max(east, x);
            north = Math.max(north, y);
            south = Math.min(south, y);
        }
        double across = Math.max(east - west, LEAST_SPAN);
        double up = Math.max(north - south, LEAST_SPAN);
        double scale = Math.min(box.width() / across, box.height() / up);
        double left = box.left() + box.width() / 2 - scale * (west + east) / 2;
        double top = box.top() + box.height() / 2 + scale * (north + south) / 2;
        return new Projection(centre, scale, left, top);
    }

    /** How high the places are for their width. */
    static double aspect(List<Location> places) {
        Projection unit = new Projection(centre(places), 1, 0, 0);
        double[] xs = places.stream().mapToDouble(place -> unit.of(place).x()).toArray();
        double[] ys = places.stream().mapToDouble(place -> unit.of(place).y()).toArray();
        double across = Math.max(
                LEAST_SPAN,
                Arrays.stream(xs).max().orElse(0) - Arrays.stream(xs).min().orElse(0));
        return (Arrays.stream(ys).max().orElse(0) - Arrays.stream(ys).min().orElse(0)) / across;
    }

    Point of(Location place) {
        return of(turned(place.longitude(), centre), place.latitude());
    }

    /** Projects a point whose longitude is counted from the centre of the map, and may be beyond its edges. */
    Point of(double turnedLongitude, double latitude) {
        return new Point(left + scale * turnedLongitude, top - scale * mercator(latitude));
    }

    /** The longitude in the middle of the map. */
    double centre() {
        return centre;
    }

    /** How many units of the drawing a degree of longitude takes. */
    double unitsPerDegree() {
        return scale;
    }

    private static double turned(double longitude, double centre) {
        double turned = longitude - centre;
        return turned > 180 ? turned - 360 : turned < -180 ? turned + 360 : turned;
    }

    private static double mercator(double latitude) {
        double bounded = Math.max(-WIDEST_LATITUDE, Math.min(WIDEST_LATITUDE, latitude));
        double radians = StrictMath.toRadians(bounded);
        return StrictMath.toDegrees(StrictMath.log(StrictMath.tan(StrictMath.PI / 4 + radians / 2)));
    }

    private static double centre(List<Location> places) {
        double[] longitudes =
                places.stream().mapToDouble(Location::longitude).sorted().toArray();
        double widest = 360 - (longitudes[longitudes.length - 1] - longitudes[0]);
        double centre = (longitudes[0] + longitudes[longitudes.length - 1]) / 2;
        for (int i = 1; i < longitudes.length; i++) {
            double gap = longitudes[i] - longitudes[i - 1];
            if (gap > widest) {
                widest = gap;
                double opposite = (longitudes[i] + longitudes[i - 1]) / 2;
                centre = opposite > 0 ? opposite - 180 : opposite + 180;
            }
        }
        return centre;
    }
}
