package io.fogatlas.model.occupancy;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one holder has taken.
 *
 * @param bandwidthBpsByLink bandwidth in bit/s by link id
 * @param replicas the replicas that run or are promised to
 */
public record Holding(Map<String, Long> bandwidthBpsByLink, List<ReplicaGroup> replicas) {
    /** Nothing taken. */
    public static final Holding NONE = new Holding(Map.of(), List.of());

    /**
     * Checks the amounts and copies the collections.
     *
     * @param bandwidthBpsByLink bandwidth by link
     * @param replicas the replicas
     * @throws InvalidModelException if a bandwidth is negative or too large
     */
    public Holding {
        Problems problems = new Problems();
        problems.amounts("Holding", "", "bandwidth", bandwidthBpsByLink);
        problems.throwIfAny();
        // sorted to go through, hashed to look up, which is done far more often
        bandwidthBpsByLink = Collections.unmodifiableMap(new LinkedHashMap<>(sorted(bandwidthBpsByLink)));
        replicas = List.copyOf(replicas);
    }

    private static Map<String, Long> sorted(Map<String, Long> amounts) {
        return isAscending(amounts.keySet()) ? amounts : new TreeMap<>(amounts);
    }

    private static boolean isAscending(Set<String> names) {
        String before = "";
        for (String name : names) {
            if (name.compareTo(before) < 0) {
                return false;
            }
            before = name;
        }
        return true;
    }

    /**
     * Works out what a placement takes.
     *
     * @param infrastructure where it is placed
     * @param application what is placed
     * @param placement where its parts are; of microservices, regions and flows that exist
     * @return the bandwidth on every link its routes pass, and its replicas
     */
    public static Holding of(Infrastructure infrastructure, Application application, Placement placement) {
        Map<String, Long> bandwidth = new LinkedHashMap<>();
        for (Route route : placement.routes()) {
            long bps =
                    application.flow(route.flow()).map(DataFlow::bandwidthBps).orElseThrow();
            for (String link : route.links()) {
                bandwidth.merge(link, bps, (a, b) -> Math.min(Problems.MAX_AMOUNT, a + b));
            }
        }
        List<ReplicaGroup> replicas =
                new ArrayList<>(application.microservices().size());
        for (Microservice microservice : application.microservices()) {
            for (Assignment assignment : placement.of(microservice.name())) {
                replicas.add(new ReplicaGroup(
                        application.id().namespace(),
                        microservice.labels(),
                        microservice.antiAffinities(),
                        assignment.region(),
                        assignment.replicasByNode(),
                        microservice
                                .requirements()
                                .in(() -> infrastructure
                                        .region(assignment.region())
                                        .orElseThrow())));
            }
        }
        return new Holding(bandwidth, replicas);
    }
}
