package io.fogatlas.benchmarks.instances;

import io.fogatlas.benchmarks.RandomNetwork;
import io.fogatlas.model.Location;
import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A network on a plane while it is drawn. Regions are named as {@link RandomNetwork} names them, those below the cloud with a sensor. Latency is
 * 0.2 ms for the devices of a link and 5 µs a km of fibre.
 */
final class NetworkDrawing {
    private static final double KM_PER_DEGREE = 111.195;
    private static final double LATITUDE = 45;
    private static final double LONGITUDE = 9;
    private static final long[] CPU_MILLIS = {1_000_000, 64_000, 8_000};
    private static final long[] PRICES = {10_000, 20_000, 40_000};

    private final Infrastructure.Builder infrastructure = Infrastructure.builder();
    private final List<double[]> points = new ArrayList<>();
    private final Set<Long> joined = new HashSet<>();
    private final double tightness;
    private final Random random;

    /**
     * Starts an empty network.
     *
     * @param tightness what CPU and bandwidth are divided by; 1 is roomy
     */
    NetworkDrawing(double tightness, Random random) {
        if (!(tightness >= 0.01 && tightness <= 100)) {
            throw new IllegalArgumentException("The tightness must be from 0.01 to 100, but is " + tightness + ".");
        }
        this.tightness = tightness;
        this.random = random;
    }

    /** Adds a region of tier 0 to 2 at a point in km, with CPU from the usual of its tier to twice as much. */
    int add(int tier, double x, double y) {
        int region = points.size();
        points.add(new double[] {x, y});
        String id = RandomNetwork.regionId(region);
        long cpu = Math.max(1, Math.round(CPU_MILLIS[tier] * (1 + random.nextDouble()) / tightness));
        infrastructure.add(Region.builder(id)
                .tier(tier)
                .location(location(x, y))
                .priceMicrosPerMips(PRICES[tier])
                .build());
        infrastructure.add(ComputeNode.builder("n" + id, id)
                .allocatable(Resources.builder()
                        .cpuMillis(cpu)
                        .memoryBytes(cpu << 22)
                        .podSlots(110)
                        .build())
                .build());
        if (tier > 0) {
            infrastructure.add(ExternalEndpoint.of(RandomNetwork.sensorId(region), id));
        }
        return region;
    }

    static Location location(double x, double y) {
        return new Location(
                LATITUDE + y / KM_PER_DEGREE, LONGITUDE + x / (KM_PER_DEGREE * Math.cos(Math.toRadians(LATITUDE))));
    }

    /** Joins two regions, unless they are joined already, with a bandwidth from what is given to twice as much. */
    void join(int a, int b, long megabitsPerSecond) {
        if (a == b || !joined.add(((long) Math.min(a, b) << 32) | Math.max(a, b))) {
            return;
        }
        long bps = Math.max(1, Math.round(megabitsPerSecond * 1e6 * (1 + random.nextDouble()) / tightness));
        infrastructure.add(Link.builder(
                        String.format(Locale.ROOT, "l%05d", joined.size()),
                        RandomNetwork.regionId(a),
                        RandomNetwork.regionId(b))
                .bandwidthBps(bps)
                .latencyMicros(200 + Math.round(5 * distance(a, b)))
                .build());
    }

    void add(ExternalEndpoint endpoint) {
        infrastructure.add(endpoint);
    }

    double distance(int a, int b) {
        return Math.hypot(points.get(a)[0] - points.get(b)[0], points.get(a)[1] - points.get(b)[1]);
    }

    /** The regions from one number to before another, the nearest to a region first. */
    List<Integer> nearest(int region, int from, int until) {
        return IntStream.range(from, until)
                .boxed()
                .filter(other -> other != region)
                .sorted(Comparator.comparingDouble(other -> distance(region, other)))
                .toList();
    }

    int size() {
        return points.size();
    }

    Infrastructure build() {
        return infrastructure.build();
    }
}
