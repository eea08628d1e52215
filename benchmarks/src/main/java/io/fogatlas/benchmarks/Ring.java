package io.fogatlas.benchmarks;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What the benchmarks of inventories reserve: chains of microservices along a ring of regions with a node each, where there is always room.
 *
 * @param infrastructure the regions, and links of which the first ones join each region to the next
 */
record Ring(Infrastructure infrastructure) {
    private static final Requirements REQUIREMENTS = new Requirements(
            0,
            Resources.builder().cpuMillis(500).memoryBytes(1 << 28).podSlots(1).build());

    /**
     * Makes a ring.
     *
     * @param regions how many regions
     * @param links how many links, at least {@code regions}; those beyond are chords
     */
    static Ring of(int regions, int links) {
        Infrastructure.Builder builder = Infrastructure.builder();
        Resources each = Resources.builder()
                .cpuMillis(1L << 40)
                .memoryBytes(1L << 50)
                .podSlots(1L << 40)
                .build();
        for (int region = 0; region < regions; region++) {
            builder.add(Region.builder("region-" + region).build());
            builder.add(ComputeNode.builder("node-" + region, "region-" + region)
                    .allocatable(each)
                    .build());
        }
        for (int link = 0; link < links; link++) {
            int from = link % regions;
            int to = (from + 1 + 3 * (link / regions)) % regions;
            builder.add(Link.builder("link-" + link, "region-" + from, "region-" + to)
                    .bandwidthBps(1L << 50)
                    .build());
        }
        return new Ring(builder.build());
    }

    /** A chain of microservices {@code a}, {@code b}, … with flows {@code ab}, {@code bc}, …. */
    static Application chain(String name, int services) {
        Application.Builder chain = Application.builder(ApplicationId.of(name));
        for (int service = 0; service < services; service++) {
            chain.add(Microservice.builder(name(service))
                    .requirements(REQUIREMENTS)
                    .build());
            if (service > 0) {
                chain.add(DataFlow.builder(name(service - 1), name(service))
                        .name(name(service - 1) + name(service))
                        .bandwidthBps(1_000L * service)
                        .build());
            }
        }
        return chain.build();
    }

    /**
     * Places a chain along the ring.
     *
     * @param first where its first microservice goes, as a number of steps along the ring
     * @param services how many microservices it has
     * @param stride how many links there are from each to the next
     */
    Placement along(int first, int services, int stride) {
        Map<String, List<Assignment>> assignments = new TreeMap<>();
        List<Route> routes = new ArrayList<>();
        for (int service = 0; service < services; service++) {
            int place = first + service * stride;
            ComputeNode node = infrastructure.nodes().get(place % regions());
            assignments.put(name(service), List.of(new Assignment(node.regionId(), 1, Map.of(node.name(), 1))));
            if (service > 0) {
                routes.add(route(name(service - 1) + name(service), place - stride, stride));
            }
        }
        return new Placement(assignments, routes);
    }

    private Route route(String flow, int from, int stride) {
        return new Route(
                flow,
                infrastructure.regions().get(from % regions()).id(),
                infrastructure.regions().get((from + stride) % regions()).id(),
                IntStream.range(from, from + stride)
                        .mapToObj(link ->
                                infrastructure.links().get(link % regions()).id())
                        .toList());
    }

    private int regions() {
        return infrastructure.regions().size();
    }

    private static String name(int service) {
        return String.valueOf((char) ('a' + service));
    }
}
