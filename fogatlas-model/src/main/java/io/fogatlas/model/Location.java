package io.fogatlas.model;

/**
 * A point on Earth.
 *
 * @param latitude degrees north, from -90 to 90
 * @param longitude degrees east, from -180 to 180
 */
public record Location(double latitude, double longitude) {
    /** Mean radius of the Earth in metres. */
    public static final double EARTH_RADIUS_METERS = 6_371_000;

    /**
     * Checks the ranges.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     * @throws InvalidModelException if a coordinate is out of its range or not a number
     */
    public Location {
        Problems problems = new Problems();
        String name = latitude + "," + longitude;
        problems.require(
                latitude >= -90 && latitude <= 90, "Location", name, () -> "latitude must be from -90 to 90 degrees");
        problems.require(
                longitude >= -180 && longitude <= 180,
                "Location",
                name,
                () -> "longitude must be from -180 to 180 degrees");
        problems.throwIfAny();
    }

    /**
     * Measures the great circle to another point by the haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and
     * Telescope 68, 1984).
     *
     * @param other the other point
     * @return the distance in metres on a sphere of radius {@link #EARTH_RADIUS_METERS}
     */
    public double metersTo(Location other) {
        double halfLatitude = StrictMath.toRadians(other.latitude - latitude) / 2;
        double halfLongitude = StrictMath.toRadians(other.longitude - longitude) / 2;
        double a = square(StrictMath.sin(halfLatitude))
                + StrictMath.cos(StrictMath.toRadians(latitude))
                        * StrictMath.cos(StrictMath.toRadians(other.latitude))
                        * square(StrictMath.sin(halfLongitude));
        return 2 * EARTH_RADIUS_METERS * StrictMath.asin(StrictMath.sqrt(Math.min(1, a)));
    }

    private static double square(double x) {
        return x * x;
    }

    @Override
    public String toString() {
        return latitude + "," + longitude;
    }
}
