package io.fogatlas.benchmarks.admission;

import io.fogatlas.benchmarks.instances.Instances;
import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The three networks of the Virne benchmark paper with their arrival rates, and what Table 3 of the paper says of three solvers. */
enum AdmissionSetting {
    /** A random network of 100 nodes; the header of Table 3 says 0.14, the text and the appendix 0.16. */
    WX100("waxman100", 0.16),
    /** The European research network. */
    GEANT("geant-virne", 0.016),
    /** A network of long arms. */
    BRAIN("brain", 0.004);

    private static final int LEAST = 50;
    private static final int MOST = 100;

    private final String network;
    private final double rate;

    AdmissionSetting(String network, double rate) {
        this.network = network;
        this.rate = rate;
    }

    /**
     * A row of the published table: the mean of ten seeds on other hardware.
     *
     * @param solver who placed
     * @param acceptedPercent how many of 100 requests were admitted
     * @param revenueOverCost the revenue of all that was admitted over its cost
     * @param seconds the column AST
     */
    record Published(String solver, double acceptedPercent, double revenueOverCost, double seconds) {}

    /** How many requests arrive in a unit of time, as stated. */
    double rate() {
        return rate;
    }

    List<Published> published() {
        return switch (this) {
            case WX100 ->
                List.of(
                        new Published("NRM-Rank", 60.70, 0.52, 0.07),
                        new Published("PL-Rank", 68.10, 0.67, 0.32),
                        new Published("PPO-DualGAT, the best learned", 78.10, 0.74, 0.18));
            case GEANT ->
                List.of(
                        new Published("NRM-Rank", 37.90, 0.51, 0.03),
                        new Published("PL-Rank", 55.30, 0.66, 0.04),
                        new Published("PPO-DualGCN, the best learned", 60.40, 0.75, 0.22));
            case BRAIN ->
                List.of(
                        new Published("NRM-Rank", 48.30, 0.64, 0.04),
                        new Published("PL-Rank", 48.70, 0.70, 0.36),
                        new Published("PPO-DualGAT, the best learned", 58.90, 0.75, 0.13));
        };
    }

    /**
     * Finds a setting.
     *
     * @throws IllegalArgumentException if there is none of the name
     */
    static AdmissionSetting named(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no setting '" + name + "'. Use one of " + Arrays.toString(values()) + "."));
    }

    /** The network as it is, without amounts. */
    Infrastructure topology() {
        return Instances.named(network).infrastructure();
    }

    /** Makes the network, with CPU and bandwidth from 50 to 100 units each, and no latency. */
    Infrastructure draw(Random random) {
        return draw(topology(), random);
    }

    /** Draws CPU and bandwidth, as of these settings, for another network. */
    static Infrastructure draw(Infrastructure topology, Random random) {
        Infrastructure.Builder infrastructure = Infrastructure.builder();
        for (Region region : topology.regions()) {
            infrastructure.add(Region.builder(region.id()).build());
            infrastructure.add(ComputeNode.builder("c" + region.id(), region.id())
                    .allocatable(Resources.builder()
                            .cpuMillis(amount(random) * VirtualNetworks.MILLIS_PER_UNIT)
                            .podSlots(100_000)
                            .build())
                    .build());
        }
        for (Link link : topology.links()) {
            infrastructure.add(Link.builder(link.id(), link.regionA(), link.regionB())
                    .bandwidthBps(amount(random) * VirtualNetworks.BPS_PER_UNIT)
                    .build());
        }
        return infrastructure.build();
    }

    private static long amount(Random random) {
        return LEAST + (long) random.nextInt(MOST - LEAST + 1);
    }
}
