package io.fogatlas.model.application;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.Region;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What one replica of a microservice requires, in any region.
 *
 * @param mips million instructions a second; if above 0 it wins over the CPU request
 * @param request CPU, memory, storage and extended resources; its pod slots are ignored, since a replica always takes one
 */
public record Requirements(long mips, Resources request) {
    /** Nothing but a pod slot. */
    public static final Requirements NONE = new Requirements(0, Resources.NONE);

    /**
     * Checks the amount.
     *
     * @param mips MIPS of one replica
     * @param request what else it requires
     * @throws InvalidModelException if {@code mips} is negative or too large
     */
    public Requirements {
        Objects.requireNonNull(request, "request");
        Problems problems = new Problems();
        problems.amount("Requirements", "", "mips", mips, 0);
        problems.throwIfAny();
    }

    /**
     * Converts to what one replica takes of a node in a region. CPU is {@code ceil(mips × 1000 / mipsPerCore)} millicores where MIPS
     * are required, never rounded down, and the CPU request otherwise.
     *
     * @param region the region
     * @return the amounts, with one pod slot
     */
    public Resources in(Region region) {
        return ofReplica(cpuMillisIn(region));
    }

    /**
     * Converts as {@link #in(Region)} does, but looks for the region only where it matters: where MIPS are required.
     *
     * @param region finds the region
     * @return the amounts, with one pod slot
     */
    public Resources in(Supplier<Region> region) {
        return mips == 0 ? ofReplica(request.cpuMillis()) : in(region.get());
    }

    private Resources ofReplica(long cpuMillis) {
        if (cpuMillis == request.cpuMillis() && request.podSlots() == 1) {
            return request;
        }
        return new Resources(cpuMillis, request.memoryBytes(), request.storageBytes(), 1, request.extended());
    }

    /**
     * Converts to the CPU one replica takes in a region.
     *
     * @param region the region
     * @return millicores, at most {@link Problems#MAX_AMOUNT}
     */
    public long cpuMillisIn(Region region) {
        if (mips == 0) {
            return request.cpuMillis();
        }
        long thousandfold = mips * 1000;
        long whole = thousandfold / region.mipsPerCore();
        long rounded = thousandfold % region.mipsPerCore() == 0 ? whole : whole + 1;
        return Math.min(Problems.MAX_AMOUNT, rounded);
    }

    /**
     * Converts to the MIPS one replica takes in a region: what it requires, or what its CPU request amounts to there.
     *
     * @param region the region
     * @return MIPS, rounded down, at most {@link Problems#MAX_AMOUNT}
     */
    public long mipsIn(Region region) {
        if (mips > 0) {
            return mips;
        }
        long high = Math.multiplyHigh(request.cpuMillis(), region.mipsPerCore());
        long low = request.cpuMillis() * region.mipsPerCore();
        return high != 0 || low < 0 ? Problems.MAX_AMOUNT : Math.min(Problems.MAX_AMOUNT, low / 1000);
    }
}
