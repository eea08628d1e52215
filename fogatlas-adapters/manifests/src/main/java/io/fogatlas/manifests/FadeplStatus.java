package io.fogatlas.manifests;

import io.fogatlas.model.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the status of an FADepl says.
 *
 * @param placements the replicas by microservice and region; 0 means as many as the Deployment says
 * @param bookings what it holds of links, by link id
 * @param code FogAtlas's {@code currentstatus}; 0 if it was never placed
 */
record FadeplStatus(Map<String, Map<String, Integer>> placements, Map<String, Booking> bookings, int code) {
    /** Deployments are written and links booked. */
    static final int SYNCED = 1;

    /** The last placement failed. */
    static final int FAILED = 2;

    /**
     * What an FADepl holds of a link. Until FogAtlas's controller has acted on an entry with {@code ischanged: true}, the Link's own
     * status counts {@code prevbwallocated} and not yet {@code bwallocated}.
     *
     * @param heldBps what it claims, in bit/s
     * @param countedBps what the status of the Link counts of it, in bit/s
     */
    record Booking(long heldBps, long countedBps) {
        private Booking plus(Booking other) {
            return new Booking(
                    Math.min(Problems.MAX_AMOUNT, heldBps + other.heldBps),
                    Math.min(Problems.MAX_AMOUNT, countedBps + other.countedBps));
        }
    }

    static FadeplStatus read(Fields object) {
        Fields status = object.inner("status");
        Map<String, Map<String, Integer>> placements = new LinkedHashMap<>();
        for (Fields placement : status.list("placements")) {
            Map<String, Integer> regions =
                    placements.computeIfAbsent(placement.requiredText("microservice"), name -> new LinkedHashMap<>());
            for (Fields region : placement.list("regions")) {
                int replicas =
                        (int) region.whole("replicas", 0, Integer.MAX_VALUE).orElse(0);
                region.text("regionselected").filter(id -> !id.isBlank()).ifPresent(id -> regions.put(id, replicas));
            }
        }
        Map<String, Booking> bookings = new LinkedHashMap<>();
        for (Fields entry : status.list("linksoccupancy")) {
            long allocated = amount(entry, "bwallocated");
            long previous = amount(entry, "prevbwallocated");
            boolean waiting = entry.isTrue("ischanged");
            bookings.merge(
                    entry.requiredText("linkid"),
                    new Booking(allocated, waiting ? previous : allocated),
                    Booking::plus);
        }
        int code = (int) status.whole("currentstatus", Integer.MIN_VALUE, Integer.MAX_VALUE)
                .orElse(0);
        return new FadeplStatus(placements, bookings, code);
    }

    private static long amount(Fields entry, String key) {
        Optional<BigDecimal> amount = entry.quantity(key);
        if (amount.isPresent() && amount.get().signum() < 0) {
            entry.notes()
                    .warning(
                            entry.here(),
                            entry.path() + key + " is negative with " + entry.written(key) + "; it is taken for 0");
            return 0;
        }
        return entry.amount(key, false, RoundingMode.CEILING).orElse(0);
    }
}
