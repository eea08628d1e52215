package io.fogatlas.benchmarks;

import io.fogatlas.model.Location;
import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Regions at random points of a unit square of ten by ten degrees, each joined to the nearest earlier one, and by links between random
 * near pairs until there are as many as wanted. Latency is 1 ms + 20 ms × distance in the unit square. Region 0 is the cloud, every fifth a
 * fog region, the others edge. Each region has one node; each edge and fog region a sensor {@code s<region>}.
 *
 * @param regions how many regions
 * @param links how many links, at least {@code regions} - 1
 * @param edgeCpuMillis what an edge node offers, in millicores; a fog node offers four times as much
 * @param cloudCpuMillis what the cloud's node offers, in millicores
 * @param linkMbps the least bandwidth of a link in Mbit/s; the most is twice as much
 * @param seed where random choices start from
 */
public record RandomNetwork(int regions, int links, long edgeCpuMillis, long cloudCpuMillis, long linkMbps, long seed) {
    /**
     * Generates the network.
     *
     * @return the infrastructure, the same for the same values
     */
    public Infrastructure generate() {
        Random random = new Random(seed);
        Infrastructure.Builder infrastructure = Infrastructure.builder();
        double[] x = random.doubles(regions).toArray();
        double[] y = random.doubles(regions).toArray();
        for (int region = 0; region < regions; region++) {
            addRegion(infrastructure, region, x[region], y[region]);
        }
        Set<Long> joined = new HashSet<>();
        for (int region = 1; region < regions; region++) {
            addLink(infrastructure, joined, nearestBefore(region, x, y), region, x, y, random);
        }
        while (joined.size() < links) {
            int from = random.nextInt(regions);
            int to = nearestOfSome(from, x, y, random);
            if (from != to && !joined.contains(key(from, to))) {
                addLink(infrastructure, joined, from, to, x, y, random);
            }
        }
        return infrastructure.build();
    }

    /**
     * Names a region.
     *
     * @param region its number
     * @return its id
     */
    public static String regionId(int region) {
        return String.format(Locale.ROOT, "r%05d", region);
    }

    /**
     * Names the sensor of a region.
     *
     * @param region the region's number, not 0
     * @return the endpoint's id
     */
    public static String sensorId(int region) {
        return String.format(Locale.ROOT, "s%05d", region);
    }

    private void addRegion(Infrastructure.Builder infrastructure, int region, double x, double y) {
        int tier = region == 0 ? 0 : region % 5 == 0 ? 1 : 2;
        long cpuMillis = tier == 0 ? cloudCpuMillis : tier == 1 ? 4 * edgeCpuMillis : edgeCpuMillis;
        String id = regionId(region);
        infrastructure.add(Region.builder(id)
                .tier(tier)
                .location(new Location(45 + 10 * y, 5 + 10 * x))
                .priceMicrosPerMips(10_000L << tier)
                .build());
        infrastructure.add(ComputeNode.builder("n" + id, id)
                .allocatable(Resources.builder()
                        .cpuMillis(cpuMillis)
                        .memoryBytes(cpuMillis << 22)
                        .storageBytes(1L << 40)
                        .podSlots(110)
                        .build())
                .build());
        if (tier > 0) {
            infrastructure.add(ExternalEndpoint.of(sensorId(region), id));
        }
    }

    private void addLink(
            Infrastructure.Builder infrastructure,
            Set<Long> joined,
            int from,
            int to,
            double[] x,
            double[] y,
            Random random) {
        joined.add(key(from, to));
        infrastructure.add(Link.builder(
                        String.format(Locale.ROOT, "l%05d", joined.size()), regionId(from), regionId(to))
                .bandwidthBps((linkMbps + random.nextLong(linkMbps)) * 1_000_000)
                .latencyMicros(1_000 + Math.round(20_000 * Math.hypot(x[from] - x[to], y[from] - y[to])))
                .build());
    }

    private long key(int from, int to) {
        return (long) Math.min(from, to) * regions + Math.max(from, to);
    }

    private static int nearestBefore(int region, double[] x, double[] y) {
        int nearest = 0;
        for (int other = 1; other < region; other++) {
            if (distance(region, other, x, y) < distance(region, nearest, x, y)) {
                nearest = other;
            }
        }
        return nearest;
    }

    /** The nearest of a random sample, so that short links are likely and none is impossible. */
    private int nearestOfSome(int from, double[] x, double[] y, Random random) {
        int nearest = random.nextInt(regions);
        for (int sample = 0; sample < regions / 10; sample++) {
            int other = random.nextInt(regions);
            if (other != from && distance(from, other, x, y) < distance(from, nearest, x, y)) {
                nearest = other;
            }
        }
        return nearest;
    }

    private static double distance(int a, int b, double[] x, double[] y) {
        return Math.hypot(x[a] - x[b], y[a] - y[b]);
    }
}
