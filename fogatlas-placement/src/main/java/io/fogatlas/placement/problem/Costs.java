package io.fogatlas.placement.problem;

import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Term;
import java.util.HashMap;
import java.util.Map;

/** What the objective makes of single choices. All costs are in units of the score. */
public final class Costs {
    private final PlacementRequest request;
    private final Hosts hosts;
    private final Map<String, Map<String, Integer>> nowByMicroservice = new HashMap<>();
    private final double perBpsAndLink;
    private final double perMicro;
    private final double perComputePriceMicro;
    private final double perRegion;
    private final double perMigration;
    private final double perUtilisation;

    Costs(PlacementRequest request, Hosts hosts) {
        this.request = request;
        this.hosts = hosts;
        request.current()
                .ifPresent(current -> current.assignments().forEach((name, in) -> {
                    Map<String, Integer> byRegion = new HashMap<>();
                    in.forEach(assignment -> byRegion.merge(assignment.region(), assignment.replicas(), Integer::sum));
                    nowByMicroservice.put(name, byRegion);
                }));
        Objective objective = request.objective();
        perBpsAndLink = objective.weight(Term.NETWORK) / 1e6;
        perMicro = objective.weight(Term.LATENCY) / 1e3;
        perComputePriceMicro = objective.weight(Term.COMPUTE) / 1e6;
        perRegion = objective.weight(Term.REGIONS);
        perMigration = objective.weight(Term.MIGRATION);
        perUtilisation = objective.weight(Term.BALANCE);
    }

    /**
     * Prices one link of a route, apart from its latency.
     *
     * @param bandwidthBps what the flow takes, in bit/s
     * @return the cost of passing one link
     */
    public double perLink(long bandwidthBps) {
        return perBpsAndLink * bandwidthBps;
    }

    /**
     * Prices latency.
     *
     * @return the cost of a microsecond
     */
    public double perMicro() {
        return perMicro;
    }

    /**
     * Prices a region.
     *
     * @return the cost of having a replica in one more region
     */
    public double perRegion() {
        return perRegion;
    }

    /**
     * Prices the highest utilisation.
     *
     * @return the cost of a utilisation of 1
     */
    public double perUtilisation() {
        return perUtilisation;
    }

    /**
     * Prices compute.
     *
     * @return the cost of a millionth of a currency unit
     */
    public double perPriceMicro() {
        return perComputePriceMicro;
    }

    /**
     * Prices migration.
     *
     * @return the cost of a replica that is moved
     */
    public double perMigration() {
        return perMigration;
    }

    /**
     * Prices a slot in a region: compute and migration.
     *
     * @param slot the slot
     * @param region the region
     * @return the cost
     */
    public double ofSlot(Slot slot, int region) {
        double cost = 0;
        if (perComputePriceMicro > 0) {
            long mips = slot.service().microservice().requirements().mipsIn(hosts.region(region));
            cost += perComputePriceMicro * hosts.region(region).priceMicrosPerMips() * mips * slot.replicas();
        }
        if (perMigration > 0 && request.current().isPresent()) {
            cost += perMigration * movedReplicas(slot, region);
        }
        return cost;
    }

    /**
     * Counts the replicas of a slot that are not in a region now.
     *
     * @param slot the slot
     * @param region the region
     * @return how many would be moved there; 0 for a microservice that runs nowhere now
     */
    public int movedReplicas(Slot slot, int region) {
        Map<String, Integer> now = now(slot);
        return now.isEmpty()
                ? 0
                : Math.max(
                        0,
                        slot.replicas() - now.getOrDefault(hosts.region(region).id(), 0));
    }

    /**
     * Counts the replicas of a slot that are moved at least when it leaves the region where it is now.
     *
     * @param slot the slot
     * @param region the region it would leave
     * @return how many more would be moved than if it stayed; 0 if it need not stay there for the sake of migration
     */
    public int movedByLeaving(Slot slot, int region) {
        Map<String, Integer> now = now(slot);
        boolean alone = now.size() == 1 && now.containsKey(hosts.region(region).id());
        return alone ? slot.replicas() - movedReplicas(slot, region) : 0;
    }

    private Map<String, Integer> now(Slot slot) {
        return nowByMicroservice.getOrDefault(slot.service().microservice().name(), Map.of());
    }

    /**
     * Says whether slots cost something by themselves.
     *
     * @return whether {@link #ofSlot} is ever above 0
     */
    public boolean hasSlotCosts() {
        return perComputePriceMicro > 0
                || (perMigration > 0 && request.current().isPresent());
    }
}
