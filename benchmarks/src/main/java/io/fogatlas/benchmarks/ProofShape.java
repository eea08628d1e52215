package io.fogatlas.benchmarks;

import io.fogatlas.model.Location;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.Term;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the requests on which proofs of optimality are timed: a tree of microservices, fed by sensors, on a random network, with prices that
 * draw to the cloud and bandwidth that draws to the edge.
 *
 * <p>The network: regions at random points of the unit square, each joined to the nearest earlier one, and then, until there are 1.6 links
 * a region in all, a random region to the nearest of a random tenth of the others. A link takes 1 ms + 20 ms × its length. Region 0 is the
 * cloud, every fifth a fog region, the others edge; one MIPS costs 0.01, 0.02 and 0.04 currency units there. Each region has one Compute
 * Node, of which only the CPU is scarce.
 *
 * <p>The application: microservices of 1,000 to 3,999 MIPS, each but the first sending 2 to 11 Mbit/s within 40 to 79 ms to a random earlier
 * one; those to which none sends get 10 to 29 Mbit/s within 5 to 14 ms from a sensor in a random edge or fog region.
 *
 * <p>The objective is network (Mbit/s × links) plus compute (price × MIPS). The same values give the same request on every machine.
 *
 * <p>Of seeds 1 to 40, one of 6 regions × 3 microservices has no placement in either shape, and all of 12 × 6, 20 × 10, 50 × 20, 100 × 30
 * and 200 × 30 have one.
 */
public enum ProofShape {
    /** Plenty of everything: hardly a link and no region is ever full. */
    LOOSE(1_000_000, 20_000, 6_000, 60, 159),
    /** An edge region holds one microservice or two, and a link few flows. */
    TIGHT(20_000, 6_000, 4_000, 30, 69);

    private static final Objective OBJECTIVE = new Objective(Map.of(Term.NETWORK, 1.0, Term.COMPUTE, 1.0));
    private static final long CLOUD_PRICE_MICROS_PER_MIPS = 10_000;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long cloudMips;
    private final long fogMips;
    private final long edgeMips;
    private final int leastMbps;
    private final int mostMbps;

    ProofShape(long cloudMips, long fogMips, long edgeMips, int leastMbps, int mostMbps) {
        this.cloudMips = cloudMips;
        this.fogMips = fogMips;
        this.edgeMips = edgeMips;
        this.leastMbps = leastMbps;
        this.mostMbps = mostMbps;
    }

    /**
     * Makes a request with the default limits.
     *
     * @param regions how many regions; at least 2
     * @param microservices how many microservices; at least 1
     * @param seed where random choices start from
     * @return the request
     */
    public PlacementRequest request(int regions, int microservices, long seed) {
        return request(regions, microservices, seed, SearchLimits.DEFAULT);
    }

    /**
     * Makes a request.
     *
     * @param regions how many regions; at least 2
     * @param microservices how many microservices; at least 1
     * @param seed where random choices start from
     * @param limits how long and how to search
     * @return the request
     */
    public PlacementRequest request(int regions, int microservices, long seed, SearchLimits limits) {
        // neighbouring seeds of java.util.Random begin almost alike
        Random random = new Random(seed * SPREAD);
        Infrastructure.Builder infrastructure = Infrastructure.builder();
        addNetwork(infrastructure, regions, random);
        Application application = application(infrastructure, regions, microservices, random);
        return PlacementRequest.builder(infrastructure.build(), application)
                .objective(OBJECTIVE)
                .limits(limits)
                .build();
    }

    /**
     * Finds the shape of a name.
     *
     * @param name its name in lower or upper case
     * @return the shape
     * @throws IllegalArgumentException if there is none of that name
     */
    public static ProofShape named(String name) {
        for (ProofShape shape : values()) {
            if (shape.key().equals(name.toLowerCase(Locale.ROOT))) {
                return shape;
            }
        }
        throw new IllegalArgumentException("There is no shape '" + name + "'. Use loose or tight.");
    }

    /**
     * Says how the shape is called in options and output.
     *
     * @return its name in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private void addNetwork(Infrastructure.Builder infrastructure, int regions, Random random) {
        double[] x = random.doubles(regions).toArray();
        double[] y = random.doubles(regions).toArray();
        for (int region = 0; region < regions; region++) {
            addRegion(infrastructure, region, x[region], y[region]);
        }
        long links = Math.min((8L * regions + 4) / 5, (long) regions * (regions - 1) / 2);
        Set<Long> joined = new HashSet<>();
        for (int from = 1; from < regions; from++) {
            int to = 0;
            for (int earlier = 1; earlier < from; earlier++) {
                to = nearer(from, earlier, to, x, y);
            }
            addLink(infrastructure, joined, from, to, x, y, random);
        }
        while (joined.size() < links) {
            int from = random.nextInt(regions);
            int to = random.nextInt(regions);
            for (int sample = 1; sample < regions / 10; sample++) {
                to = nearer(from, random.nextInt(regions), to, x, y);
            }
            if (from != to && !joined.contains(pair(from, to, regions))) {
                addLink(infrastructure, joined, from, to, x, y, random);
            }
        }
    }

    private void addRegion(Infrastructure.Builder infrastructure, int region, double x, double y) {
        int tier = region == 0 ? 0 : region % 5 == 0 ? 1 : 2;
        long mips = tier == 0 ? cloudMips : tier == 1 ? fogMips : edgeMips;
        infrastructure.add(Region.builder(regionId(region))
                .tier(tier)
                .location(new Location(45 + 10 * y, 5 + 10 * x))
                .priceMicrosPerMips(CLOUD_PRICE_MICROS_PER_MIPS << tier)
                .build());
        infrastructure.add(ComputeNode.builder("n" + regionId(region), regionId(region))
                .allocatable(Resources.builder()
                        .cpuMillis(mips)
                        .memoryBytes(1L << 40)
                        .storageBytes(1L << 40)
                        .podSlots(1_000_000)
                        .build())
                .build());
    }

    private void addLink(
            Infrastructure.Builder infrastructure,
            Set<Long> joined,
            int from,
            int to,
            double[] x,
            double[] y,
            Random random) {
        joined.add(pair(from, to, x.length));
        infrastructure.add(
                Link.builder(String.format(Locale.ROOT, "l%05d", joined.size()), regionId(from), regionId(to))
                        .bandwidthBps(mbps(random, leastMbps, mostMbps))
                        .latencyMicros(1_000 + Math.round(20_000 * distance(from, to, x, y)))
                        .build());
    }

    private static Application application(
            Infrastructure.Builder infrastructure, int regions, int microservices, Random random) {
        Application.Builder tree = Application.builder(ApplicationId.of("tree"));
        boolean[] fed = new boolean[microservices];
        for (int from = 0; from < microservices; from++) {
            tree.add(Microservice.builder(microserviceId(from))
                    .requirements(new Requirements(between(random, 1_000, 3_999), Resources.NONE))
                    .build());
            if (from > 0) {
                int into = random.nextInt(from);
                fed[into] = true;
                tree.add(DataFlow.builder(microserviceId(from), microserviceId(into))
                        .bandwidthBps(mbps(random, 2, 11))
                        .latencyBoundMicros(between(random, 40, 79) * 1_000L)
                        .build());
            }
        }
        Set<Integer> sensing = new TreeSet<>();
        for (int leaf = 0; leaf < microservices; leaf++) {
            if (!fed[leaf]) {
                int region = 1 + random.nextInt(regions - 1);
                sensing.add(region);
                tree.add(DataFlow.builder(sensorId(region), microserviceId(leaf))
                        .bandwidthBps(mbps(random, 10, 29))
                        .latencyBoundMicros(between(random, 5, 14) * 1_000L)
                        .build());
            }
        }
        for (int region : sensing) {
            infrastructure.add(ExternalEndpoint.of(sensorId(region), regionId(region)));
            tree.addEndpoint(sensorId(region));
        }
        return tree.build();
    }

    private static long mbps(Random random, int least, int most) {
        return between(random, least, most) * 1_000_000L;
    }

    private static int between(Random random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private static String regionId(int region) {
        return String.format(Locale.ROOT, "r%05d", region);
    }

    private static String sensorId(int region) {
        return String.format(Locale.ROOT, "s%05d", region);
    }

    private static String microserviceId(int microservice) {
        return String.format(Locale.ROOT, "m%03d", microservice);
    }

    private static long pair(int a, int b, int regions) {
        return (long) Math.min(a, b) * regions + Math.max(a, b);
    }

    /** The one of two regions that is nearer to a third; never the third itself where the other is not. */
    private static int nearer(int from, int candidate, int best, double[] x, double[] y) {
        return candidate != from && (best == from || distance(from, candidate, x, y) < distance(from, best, x, y))
                ? candidate
                : best;
    }

    /** By a square root, which is the same on every machine, and not Math.hypot, which need not be. */
    private static double distance(int a, int b, double[] x, double[] y) {
        return Math.sqrt((x[a] - x[b]) * (x[a] - x[b]) + (y[a] - y[b]) * (y[a] - y[b]));
    }
}
