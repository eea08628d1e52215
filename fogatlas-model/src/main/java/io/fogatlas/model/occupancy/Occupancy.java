package io.fogatlas.model.occupancy;

import io.fogatlas.model.Problems;
import io.fogatlas.model.application.ApplicationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is taken of an infrastructure, and by whom.
 *
 * <p>What an application holds itself is available to its own re-placement, so it is kept apart by holder.
 *
 * @param byApplication what each known application holds
 * @param others what is held by holders that are not known by name
 */
public record Occupancy(Map<ApplicationId, Holding> byApplication, Holding others) {
    /** Nothing is taken. */
    public static final Occupancy NONE = new Occupancy(Map.of(), Holding.NONE);

    /**
     * Copies the map, unless it is one of an occupancy; sorted by application.
     *
     * @param byApplication what each known application holds
     * @param others what others hold
     */
    public Occupancy {
        Objects.requireNonNull(others, "others");
        byApplication = Holdings.of(byApplication);
    }

    /**
     * Replaces what an application holds.
     *
     * @param application the application
     * @param holding what it holds from now on
     * @return the new occupancy
     */
    public Occupancy with(ApplicationId application, Holding holding) {
        return new Occupancy(Holdings.of(byApplication).with(application, holding), others);
    }

    /**
     * Drops what an application holds: the rest is what its own placement must leave alone.
     *
     * @param application the application
     * @return the new occupancy
     */
    public Occupancy without(ApplicationId application) {
        Holdings less = Holdings.of(byApplication).without(application);
        return less == byApplication ? this : new Occupancy(less, others);
    }

    /**
     * Adds up the bandwidth taken.
     *
     * @return bit/s by link id, in no order, each at most {@link Problems#MAX_AMOUNT}; links of which nothing is taken may be missing
     */
    public Map<String, Long> bandwidthBpsByLink() {
        Map<String, Long> sum = new HashMap<>();
        for (Holding holding : holdings()) {
            holding.bandwidthBpsByLink()
                    .forEach((link, bps) -> sum.merge(link, bps, (a, b) -> Math.min(Problems.MAX_AMOUNT, a + b)));
        }
        return Collections.unmodifiableMap(sum);
    }

    /**
     * Lists the replicas of all holders.
     *
     * @return the replicas, by application, those of unknown holders last
     */
    public List<ReplicaGroup> replicas() {
        List<ReplicaGroup> all = new ArrayList<>();
        holdings().forEach(holding -> all.addAll(holding.replicas()));
        return Collections.unmodifiableList(all);
    }

    private Collection<Holding> holdings() {
        List<Holding> all = new ArrayList<>(byApplication.values());
        all.add(others);
        return all;
    }
}
