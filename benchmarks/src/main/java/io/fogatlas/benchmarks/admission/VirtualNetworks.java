package io.fogatlas.benchmarks.admission;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Draws requests for virtual networks with the distributions of Virne's settings (github.com/GeminiLight/virne at a669473, {@code
 * settings/v_sim_setting/default.yaml}): 2 to 10 nodes, each two joined with probability 0.5 and drawn again until connected, CPU 0 to 20,
 * bandwidth 0 to 50, a mean lifetime of 500, and whole gaps between arrivals from a Poisson distribution.
 */
final class VirtualNetworks {
    /** How many millicores a unit of CPU is: whole cores, so that nothing is rounded. */
    static final long MILLIS_PER_UNIT = 1000;

    /** How many bit/s a unit of bandwidth is, so that the objective's term {@code network} counts units. */
    static final long BPS_PER_UNIT = 1_000_000;

    private static final int LEAST_NODES = 2;
    private static final int MOST_NODES = 10;
    private static final int MOST_CPU = 20;
    private static final int MOST_BANDWIDTH = 50;
    private static final double JOINED = 0.5;
    private static final double MEAN_LIFETIME = 500;

    private VirtualNetworks() {}

    /**
     * A request: an application whose microservices must all lie in different regions.
     *
     * @param application what is to be placed
     * @param cpu the CPU of all its microservices, in units
     * @param bandwidth the bandwidth of all its flows, in units
     * @param arrival when it arrives
     * @param departure when it leaves if it was admitted
     */
    record Arrival(Application application, long cpu, long bandwidth, long arrival, double departure) {
        /** What a request pays, as Virne counts it. */
        long revenue() {
            return cpu + bandwidth;
        }
    }

    /**
     * Draws requests.
     *
     * @param count how many
     * @param rate how many arrive in a unit of time
     * @param random where the choices come from
     */
    static List<Arrival> draw(int count, double rate, Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        long now = 0;
        for (int request = 0; request < count; request++) {
            now += poisson(1 / rate, random);
            double lifetime = -MEAN_LIFETIME * Math.log(1 - random.nextDouble());
            arrivals.add(one(request, now, now + lifetime, random));
        }
        return arrivals;
    }

    private static Arrival one(int request, long arrival, double departure, Random random) {
        String name = String.format(Locale.ROOT, "v%05d", request);
        Application.Builder application = Application.builder(ApplicationId.of(name));
        int nodes = LEAST_NODES + random.nextInt(MOST_NODES - LEAST_NODES + 1);
        long allCpu = 0;
        for (int node = 0; node < nodes; node++) {
            long cpu = random.nextInt(MOST_CPU + 1);
            allCpu += cpu;
            application.add(Microservice.builder("m" + node)
                    .requirements(new Requirements(
                            0,
                            Resources.builder().cpuMillis(cpu * MILLIS_PER_UNIT).build()))
                    .addLabel("request", name)
                    .addAntiAffinity(PodAffinity.with(new LabelSelector(List.of(LabelExpression.is("request", name)))))
                    .build());
        }
        long allBandwidth = 0;
        boolean[][] joined = connected(nodes, random);
        for (int from = 0; from < nodes; from++) {
            for (int to = from + 1; to < nodes; to++) {
                if (joined[from][to]) {
                    long bandwidth = random.nextInt(MOST_BANDWIDTH + 1);
                    allBandwidth += bandwidth;
                    application.add(DataFlow.builder("m" + from, "m" + to)
                            .bandwidthBps(bandwidth * BPS_PER_UNIT)
                            .build());
                }
            }
        }
        return new Arrival(application.build(), allCpu, allBandwidth, arrival, departure);
    }

    private static boolean[][] connected(int nodes, Random random) {
        while (true) {
            boolean[][] joined = new boolean[nodes][nodes];
            for (int from = 0; from < nodes; from++) {
                for (int to = from + 1; to < nodes; to++) {
                    joined[from][to] = random.nextDouble() < JOINED;
                }
            }
            if (reached(joined) == nodes) {
                return joined;
            }
        }
    }

    private static int reached(boolean[][] joined) {
        boolean[] seen = new boolean[joined.length];
        List<Integer> open = new ArrayList<>(List.of(0));
        seen[0] = true;
        for (int next = 0; next < open.size(); next++) {
            int node = open.get(next);
            for (int other = 0; other < joined.length; other++) {
                if (!seen[other] && (joined[node][other] || joined[other][node])) {
                    seen[other] = true;
                    open.add(other);
                }
            }
        }
        return open.size();
    }

    /** Counts arrivals of exponential gaps in a span of the mean's length; sums of gaps never underflow, unlike Knuth's product. */
    static long poisson(double mean, Random random) {
        long count = -1;
        double passed = 0;
        while (passed <= mean) {
            passed -= Math.log(1 - random.nextDouble());
            count++;
        }
        return count;
    }
}
