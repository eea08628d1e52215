package io.fogatlas.placement.search;

import io.fogatlas.placement.problem.Costs;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds cheapest paths under a latency bound, outward from one or several regions and only as far as it is asked to go.
 *
 * <p>Label setting with two criteria, cost and latency: labels leave the queue in the order of cost, and one stays only if it is faster
 * than all cheaper ones at its region (P. Hansen, "Bicriterion Path Problems", 1980; without a bound it is Dijkstra's algorithm). Links
 * without enough free bandwidth are not entered, labels beyond the bound are not made. Since costs and latencies are not negative, no
 * path visits a region twice. For n regions and m links, O((m + n log n) k) where k is the number of labels that stay at a region: 1
 * without a bound, at most the number of different link counts when all links cost the same.
 *
 * <p>Reusable, not thread-safe. Ties in cost go to the lower latency, then to the label that was made first.
 */
public final class RouteSearch {
    /** Prices a link beyond its bandwidth and latency. */
    @FunctionalInterface
    public interface Surcharge {
        /**
         * Prices a link.
         *
         * @param link its number
         * @return what passing it costs on top; not negative; infinite if it must not be passed
         */
        double of(int link);
    }

    /** Which way flows take when a search goes outward from its first regions. */
    public enum Direction {
        /** Flows start at the first regions. */
        FORWARD,
        /** Flows end at the first regions. */
        BACKWARD
    }

    /**
     * What is asked of a path.
     *
     * @param bandwidthBps what the flow takes of each link, in bit/s
     * @param perLink what passing a link costs
     * @param perMicro what a microsecond costs
     * @param boundMicros how long the path may take, in microseconds, or {@link Leg#UNBOUNDED}
     */
    public record Demand(long bandwidthBps, double perLink, double perMicro, long boundMicros) {
        /**
         * Asks for what a leg needs, at the costs of the objective.
         *
         * @param leg the leg
         * @param costs what links and time cost
         * @param boundMicros how long the path may take, in microseconds, or {@link Leg#UNBOUNDED}
         * @return the demand
         */
        public static Demand of(Leg leg, Costs costs, long boundMicros) {
            return new Demand(leg.bandwidthBps(), costs.perLink(leg.bandwidthBps()), costs.perMicro(), boundMicros);
        }
    }

    private static final int NONE = -1;

    private final Network network;
    private final int[] visit;
    private final double[] tentativeCost;
    private final long[] tentativeLatency;
    private final long[] settledLatency;
    private final int[] firstLabel;
    private int visits;
    private long steps;

    private Direction direction = Direction.FORWARD;
    private Network.Arcs arcs;
    private long[] freeBps = {};
    private Surcharge surcharge = link -> 0;
    private long bandwidthBps;
    private double perLink;
    private double perMicro;
    private long boundMicros;
    private Distances.@Nullable Row goal;

    private int labels;
    private int[] labelRegion = new int[64];
    private int[] labelParent = new int[64];
    private int[] labelLink = new int[64];
    private double[] labelCost = new double[64];
    /** What the whole path costs at least, to the goal if there is one: labels leave the queue in this order. */
    private double[] labelKey = new double[64];

    private long[] labelLatency = new long[64];
    private int[] heap = new int[64];
    private int heapSize;

    /**
     * Prepares searches.
     *
     * @param network where to search
     */
    public RouteSearch(Network network) {
        this.network = network;
        arcs = network.forward();
        visit = new int[network.regions()];
        tentativeCost = new double[network.regions()];
        tentativeLatency = new long[network.regions()];
        settledLatency = new long[network.regions()];
        firstLabel = new int[network.regions()];
    }

    /**
     * Starts a search; what an earlier one found is forgotten.
     *
     * @param towards which way flows take
     * @param free what each link can still carry, in bit/s
     * @param asked what is asked of a path
     * @param extra what links cost on top
     */
    public void start(Direction towards, long[] free, Demand asked, Surcharge extra) {
        direction = towards;
        arcs = towards == Direction.FORWARD ? network.forward() : network.backward();
        freeBps = free;
        bandwidthBps = asked.bandwidthBps();
        perLink = asked.perLink();
        perMicro = asked.perMicro();
        boundMicros = asked.boundMicros();
        surcharge = extra;
        goal = null;
        visits++;
        labels = 0;
        heapSize = 0;
    }

    /**
     * Makes the search that was just started go towards one region: paths that lead there come first, and those that cannot lead there in
     * time are left out (A*: P. Hart, N. Nilsson and B. Raphael, 1968). Only that region is then reached by its cheapest path for sure.
     *
     * @param distances the distances to that region, in the direction of flow
     */
    public void towards(Distances.Row distances) {
        goal = distances;
    }

    /**
     * Adds a region to start from.
     *
     * @param region its number
     */
    public void from(int region) {
        from(region, 0);
    }

    /**
     * Adds a region to start from at a cost.
     *
     * @param region its number
     * @param cost what it costs to start there; not negative
     */
    public void from(int region, double cost) {
        // A negative bound is left over where a latency chain is used up: nothing can be reached.
        if (boundMicros >= 0) {
            offer(region, cost, 0, NONE, NONE);
        }
    }

    /**
     * Says how cheap the next region can be at best.
     *
     * @return a lower bound on the cost of every region not reached yet; infinite when there is none
     */
    public double nextCost() {
        return heapSize == 0 ? Double.POSITIVE_INFINITY : labelKey[heap[0]];
    }

    /**
     * Goes on until one more region is reached.
     *
     * @param limit regions that cost more are not wanted
     * @return the region, or -1 if no further one can be reached for at most {@code limit}
     */
    public int next(double limit) {
        while (heapSize > 0 && labelKey[heap[0]] <= limit) {
            int label = poll();
            int region = labelRegion[label];
            boolean first = firstLabel[region] == NONE;
            if (!first && dominanceLatency(label) >= settledLatency[region]) {
                continue;
            }
            steps++;
            settledLatency[region] = dominanceLatency(label);
            expand(label, region);
            if (first) {
                firstLabel[region] = label;
                return region;
            }
        }
        return NONE;
    }

    /**
     * Goes on until a region is reached.
     *
     * @param region the region
     * @param limit paths that cost more are not wanted
     * @return whether there is a path for at most {@code limit}
     */
    public boolean reach(int region, double limit) {
        while (!isReached(region)) {
            if (next(limit) == NONE) {
                return false;
            }
        }
        return true;
    }

    /**
     * Says whether a region is reached.
     *
     * @param region the region
     * @return whether it is
     */
    public boolean isReached(int region) {
        return visit[region] == visits && firstLabel[region] != NONE;
    }

    /**
     * Says what the cheapest path to a region costs.
     *
     * @param region a region that is reached
     * @return the cost, with surcharges
     */
    public double cost(int region) {
        return labelCost[firstLabel[region]];
    }

    /**
     * Says how long the cheapest path to a region takes.
     *
     * @param region a region that is reached
     * @return microseconds
     */
    public long latencyMicros(int region) {
        return labelLatency[firstLabel[region]];
    }

    /**
     * Says where the cheapest path to a region starts.
     *
     * @param region a region that is reached
     * @return the region it starts from
     */
    public int origin(int region) {
        int label = firstLabel[region];
        while (labelParent[label] != NONE) {
            label = labelParent[label];
        }
        return labelRegion[label];
    }

    /**
     * Lists the links of the cheapest path to a region.
     *
     * @param region a region that is reached
     * @return the links in the direction of flow
     */
    public int[] path(int region) {
        int length = 0;
        for (int label = firstLabel[region]; labelParent[label] != NONE; label = labelParent[label]) {
            length++;
        }
        int[] path = new int[length];
        boolean outward = direction == Direction.FORWARD;
        int at = outward ? length - 1 : 0;
        for (int label = firstLabel[region]; labelParent[label] != NONE; label = labelParent[label]) {
            path[at] = labelLink[label];
            at += outward ? -1 : 1;
        }
        return path;
    }

    /**
     * Counts the work done since this object was made.
     *
     * @return the number of labels that were expanded
     */
    public long steps() {
        return steps;
    }

    /** Without a bound, latency does not matter for which label stays. */
    private long dominanceLatency(int label) {
        return boundMicros == Leg.UNBOUNDED ? 0 : labelLatency[label];
    }

    private void expand(int label, int region) {
        for (int arc = arcs.start(region); arc < arcs.start(region + 1); arc++) {
            int link = arcs.link(arc);
            if (freeBps[link] < bandwidthBps) {
                continue;
            }
            long latency = labelLatency[label] + network.latencyMicros(link);
            double cost = labelCost[label] + perLink + perMicro * network.latencyMicros(link) + surcharge.of(link);
            if (latency <= boundMicros && cost < Double.POSITIVE_INFINITY) {
                offer(arcs.target(arc), cost, latency, label, link);
            }
        }
    }

    private void offer(int region, double cost, long latency, int parent, int link) {
        double key = cost;
        if (goal != null) {
            if (goal.micros(region) > boundMicros - latency) {
                return;
            }
            key += perLink * goal.links(region) + perMicro * goal.micros(region);
        }
        long dominance = boundMicros == Leg.UNBOUNDED ? 0 : latency;
        if (visit[region] != visits) {
            visit[region] = visits;
            firstLabel[region] = NONE;
        } else if ((firstLabel[region] != NONE && dominance >= settledLatency[region])
                || (cost >= tentativeCost[region] && dominance >= tentativeLatency[region])) {
            return;
        }
        tentativeCost[region] = cost;
        tentativeLatency[region] = dominance;
        if (labels == labelRegion.length) {
            grow();
        }
        labelRegion[labels] = region;
        labelCost[labels] = cost;
        labelKey[labels] = key;
        labelLatency[labels] = latency;
        labelParent[labels] = parent;
        labelLink[labels] = link;
        push(labels++);
    }

    private void grow() {
        int size = labels * 2;
        labelRegion = Arrays.copyOf(labelRegion, size);
        labelParent = Arrays.copyOf(labelParent, size);
        labelLink = Arrays.copyOf(labelLink, size);
        labelCost = Arrays.copyOf(labelCost, size);
        labelKey = Arrays.copyOf(labelKey, size);
        labelLatency = Arrays.copyOf(labelLatency, size);
        heap = Arrays.copyOf(heap, size);
    }

    private boolean before(int a, int b) {
        if (labelKey[a] != labelKey[b]) {
            return labelKey[a] < labelKey[b];
        }
        // With a goal, of equal ones the one that has come farthest: so the search does not spread over all paths of
        // equal cost.
        if (labelCost[a] != labelCost[b]) {
            return labelCost[a] > labelCost[b];
        }
        return labelLatency[a] != labelLatency[b] ? labelLatency[a] < labelLatency[b] : a < b;
    }

    private void push(int label) {
        int at = heapSize++;
        while (at > 0 && before(label, heap[(at - 1) >> 1])) {
            heap[at] = heap[(at - 1) >> 1];
            at = (at - 1) >> 1;
        }
        heap[at] = label;
    }

    private int poll() {
        int top = heap[0];
        int last = heap[--heapSize];
        int at = 0;
        for (int child = 1; child < heapSize; child = 2 * at + 1) {
            if (child + 1 < heapSize && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (before(last, heap[child])) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return top;
    }
}
