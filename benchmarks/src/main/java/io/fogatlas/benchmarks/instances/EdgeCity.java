package io.fogatlas.benchmarks.instances;

import io.fogatlas.benchmarks.RandomNetwork;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import java.util.Locale;
import java.util.Random;

/**
 * A city centre full of small edge sites and users, like the Melbourne one of the EUA data set (github.com/PhuLai/eua-dataset), of which it holds
 * no data: sites are spread in a rectangle of the same density, each the farthest of two random points from those before it, which gives about
 * the same distances from users to sites. Region 0 is the cloud 100 km away, each further region a site, joined to its three nearest sites and,
 * every tenth, to the cloud. Each user is an endpoint {@code u0000} … in the region of the nearest site.
 *
 * @param sites how many sites, at least 4; 125 in the data set
 * @param users how many users; 816 in the data set
 * @param tightness what CPU and bandwidth are divided by, from 0.01 to 100; 1 is roomy
 * @param seed where random choices start from
 */
public record EdgeCity(int sites, int users, double tightness, long seed) {
    private static final double KM2_PER_SITE = 1.93 / 125;
    private static final double WIDTH_TO_HEIGHT = 1.6;
    private static final int NEIGHBOURS = 3;

    /**
     * Checks the values.
     *
     * @param sites how many sites
     * @param users how many users
     * @param tightness what CPU and bandwidth are divided by
     * @param seed where random choices start from
     */
    public EdgeCity {
        if (sites < 4 || users < 0) {
            throw new IllegalArgumentException(
                    "A city must have at least 4 sites and no negative users, not " + sites + " and " + users + ".");
        }
    }

    /**
     * Generates the city.
     *
     * @return the infrastructure, the same for the same values
     */
    public Infrastructure generate() {
        Random random = new Random(seed);
        NetworkDrawing city = new NetworkDrawing(tightness, random);
        double height = Math.sqrt(sites * KM2_PER_SITE / WIDTH_TO_HEIGHT);
        double width = height * WIDTH_TO_HEIGHT;
        double[][] points = new double[sites][];
        for (int site = 0; site < sites; site++) {
            double[] one = {width * random.nextDouble(), height * random.nextDouble()};
            double[] other = {width * random.nextDouble(), height * random.nextDouble()};
            points[site] = nearest(points, site, one).far()
                            >= nearest(points, site, other).far()
                    ? one
                    : other;
        }
        city.add(0, 100, 0);
        for (double[] point : points) {
            city.add(2, point[0], point[1]);
        }
        for (int region = 1; region <= sites; region++) {
            for (int other : city.nearest(region, 1, sites + 1).subList(0, NEIGHBOURS)) {
                city.join(region, other, 1_000);
            }
            if (region > 1) {
                // To one before it, so that no part of the city is cut off.
                city.join(region, city.nearest(region, 1, region).get(0), 1_000);
            }
            if (region % 10 == 1) {
                city.join(0, region, 10_000);
            }
        }
        for (int user = 0; user < users; user++) {
            double[] point = {width * random.nextDouble(), height * random.nextDouble()};
            int region = 1 + nearest(points, sites, point).site();
            city.add(ExternalEndpoint.builder(userId(user), RandomNetwork.regionId(region))
                    .location(NetworkDrawing.location(point[0], point[1]))
                    .build());
        }
        return city.build();
    }

    /**
     * Names a user's endpoint.
     *
     * @param user the user's number, from 0
     * @return the endpoint's id
     */
    public static String userId(int user) {
        return String.format(Locale.ROOT, "u%04d", user);
    }

    private record Near(int site, double far) {}

    private static Near nearest(double[][] points, int count, double[] point) {
        Near nearest = new Near(0, Double.POSITIVE_INFINITY);
        for (int site = 0; site < count; site++) {
            double far = Math.hypot(points[site][0] - point[0], points[site][1] - point[1]);
            nearest = far < nearest.far() ? new Near(site, far) : nearest;
        }
        return nearest;
    }
}
