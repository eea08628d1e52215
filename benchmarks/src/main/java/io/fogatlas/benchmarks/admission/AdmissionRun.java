package io.fogatlas.benchmarks.admission;

import io.fogatlas.benchmarks.ProcessClock;
import io.fogatlas.benchmarks.admission.VirtualNetworks.Arrival;
import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.ReservationKey;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.Snapshot;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Takes requests in the order of their arrival, places each on what is free then, reserves it, and releases it when it leaves.
 *
 * @param placer who places
 * @param objective what a placement should be like
 * @param limits how long the search for one placement may take
 * @param leastRatio a placement whose revenue over cost is below this is not taken; 0 takes all
 */
record AdmissionRun(Placer placer, Objective objective, SearchLimits limits, double leastRatio) {
    /**
     * What came of a run.
     *
     * @param requests how many came
     * @param accepted how many were admitted
     * @param revenue the CPU and bandwidth of what was admitted, in units
     * @param cost its CPU, and its bandwidth times the links it takes, in units
     * @param seconds how long all decisions took by the clock
     * @param cpuSeconds how much time the processors spent on them, whichever thread it was for
     */
    record Result(int requests, int accepted, long revenue, long cost, double seconds, double cpuSeconds) {
        double acceptedPercent() {
            return 100.0 * accepted / requests;
        }

        /** The revenue of all that was admitted over its cost; 1 if nothing was. */
        double revenueOverCost() {
            return cost == 0 ? 1 : (double) revenue / cost;
        }

        double millisPerRequest() {
            return 1000 * seconds / requests;
        }

        double cpuMillisPerRequest() {
            return 1000 * cpuSeconds / requests;
        }
    }

    private record Leaving(double time, ReservationKey key) {}

    /** Draws amounts for a network and requests from a seed, and admits them. */
    Result run(Infrastructure topology, int requests, double rate, long seed) {
        Random random = new Random(seed);
        return run(AdmissionSetting.draw(topology, random), VirtualNetworks.draw(requests, rate, random));
    }

    Result run(Infrastructure infrastructure, List<Arrival> arrivals) {
        int accepted = 0;
        long revenue = 0;
        long cost = 0;
        Duration wall = Duration.ZERO;
        Duration cpu = Duration.ZERO;
        PriorityQueue<Leaving> leaving = new PriorityQueue<>(Comparator.comparingDouble(Leaving::time));
        // The time of the requests is not that of the clock, by which reservations would expire.
        try (Inventory inventory =
                Inventory.inMemory(infrastructure, Occupancy.NONE, InstantSource.fixed(Instant.EPOCH))) {
            for (Arrival arrival : arrivals) {
                while (!leaving.isEmpty() && leaving.peek().time() <= arrival.arrival()) {
                    inventory.release(leaving.remove().key());
                }
                ProcessClock clock = ProcessClock.start();
                Snapshot snapshot = inventory.snapshot();
                Optional<Placement> found = placer.place(PlacementRequest.builder(snapshot, arrival.application())
                        .objective(objective)
                        .limits(limits)
                        .build());
                wall = wall.plus(clock.wall());
                cpu = cpu.plus(clock.cpu());
                if (found.isEmpty()) {
                    continue;
                }
                Placement placement = found.get();
                long price = cost(arrival, placement);
                if (arrival.revenue() < leastRatio * price) {
                    continue;
                }
                Claim claim = Claim.of(snapshot, arrival.application(), placement);
                inventory.reserve(claim);
                inventory.confirm(claim.key());
                leaving.add(new Leaving(arrival.departure(), claim.key()));
                accepted++;
                revenue += arrival.revenue();
                cost += price;
            }
        }
        return new Result(arrivals.size(), accepted, revenue, cost, wall.toNanos() / 1e9, cpu.toNanos() / 1e9);
    }

    /** CPU once, bandwidth once for each link on the way, as Virne counts. */
    private static long cost(Arrival arrival, Placement placement) {
        long network = placement.routes().stream()
                .mapToLong(route -> route.links().size()
                        * arrival.application().flow(route.flow()).orElseThrow().bandwidthBps())
                .sum();
        return arrival.cpu() + network / VirtualNetworks.BPS_PER_UNIT;
    }
}
