package io.fogatlas.placement.pareto;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.testkit.FrontTruth;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Requests on a line of regions, from the edge, which is near and dear, to the cloud: what is cheap is far. */
final class TradeOffs {
    private TradeOffs() {}

    /** Cameras at the edge, each watched by a microservice of its own, and all of those feed the last one. */
    static PlacementRequest line(Random random, int regions, int microservices, boolean nodes) {
        Infrastructure.Builder infrastructure = Infrastructure.builder();
        for (int r = 0; r < regions; r++) {
            infrastructure.add(Region.builder("r" + r)
                    .tier(regions - 1 - r)
                    .mipsPerCore(1000 + random.nextInt(3) * 500)
                    .priceMicrosPerMips(1 + (regions - r) * random.nextLong(5_000))
                    .build());
            if (r > 0) {
                infrastructure.add(Link.builder("l" + r, "r" + (r - 1), "r" + r)
                        .bandwidthBps(1_000_000_000)
                        .latencyMicros(1 + random.nextInt(5000))
                        .build());
            }
            if (nodes) {
                infrastructure.add(ComputeNode.builder("n" + r, "r" + r)
                        .allocatable(Resources.builder()
                                .cpuMillis(1000 + random.nextInt(4) * 700)
                                .memoryBytes(1 << 30)
                                .podSlots(2 + random.nextInt(microservices))
                                .build())
                        .build());
            }
        }
        infrastructure.add(ExternalEndpoint.of("camera", "r0"));
        Application.Builder application =
                Application.builder(ApplicationId.of("watch")).addEndpoint("camera");
        for (int m = 0; m < microservices; m++) {
            application.add(Microservice.builder("m" + m)
                    .requirements(new Requirements(100 + random.nextInt(900), Resources.NONE))
                    .build());
            application.add(DataFlow.builder(m == 0 || random.nextBoolean() ? "camera" : "m" + (m - 1), "m" + m)
                    .bandwidthBps(1 + random.nextInt(9_000_000))
                    .build());
        }
        return PlacementRequest.builder(infrastructure.build(), application.build())
                .limits(new SearchLimits(Duration.ofMinutes(5), 0))
                .build();
    }

    /** Three regions with several ways between them, fast ones over two links among them, and two microservices. */
    static PlacementRequest mesh(Random random) {
        Infrastructure.Builder infrastructure = Infrastructure.builder();
        for (int r = 0; r < 3; r++) {
            infrastructure.add(Region.builder("r" + r)
                    .priceMicrosPerMips(random.nextInt(4) * 1_000L)
                    .build());
        }
        String[][] ends = {{"r0", "r1"}, {"r1", "r2"}, {"r0", "r2"}, {"r2", "r0"}};
        for (int link = 0; link < ends.length; link++) {
            infrastructure.add(Link.builder("l" + link, ends[link][0], ends[link][1])
                    .bandwidthBps(10_000_000)
                    .latencyMicros(1 + random.nextInt(link < 2 ? 2_000 : 5_000))
                    .build());
        }
        infrastructure.add(ExternalEndpoint.of("camera", "r0"));
        Application.Builder application =
                Application.builder(ApplicationId.of("watch")).addEndpoint("camera");
        for (int m = 0; m < 2; m++) {
            application.add(Microservice.builder("m" + m)
                    .requirements(new Requirements(1 + random.nextInt(1_000), Resources.NONE))
                    .build());
            application.add(DataFlow.builder(m == 0 ? "camera" : "m0", "m" + m)
                    .bandwidthBps(1 + random.nextInt(9_000_000))
                    .build());
        }
        return PlacementRequest.of(infrastructure.build(), application.build());
    }

    /** The front of a request on a line, by judging a placement in any regions; the routes follow, as do the nodes. */
    static Set<List<Double>> truth(PlacementRequest request, List<Term> terms) {
        Set<List<Double>> front = new LinkedHashSet<>();
        List<Microservice> services = request.application().microservices();
        int regions = request.infrastructure().regions().size();
        int[] in = new int[services.size()];
        int all = (int) Math.pow(regions, services.size());
        for (int number = 0; number < all; number++) {
            for (int m = 0, rest = number; m < in.length; m++, rest /= regions) {
                in[m] = rest % regions;
            }
            PlacementVerifier.verify(request, placement(request, in))
                    .score()
                    .ifPresent(score -> FrontTruth.add(
                            front,
                            terms.stream().map(term -> score.terms().get(term)).toList()));
        }
        return front;
    }

    private static Placement placement(PlacementRequest request, int[] in) {
        Map<String, List<Assignment>> assignments = new HashMap<>();
        Map<String, Integer> regions = new HashMap<>();
        regions.put("camera", 0);
        for (int m = 0; m < in.length; m++) {
            regions.put("m" + m, in[m]);
            Map<String, Integer> nodes = request.infrastructure().hasNodes() ? Map.of("n" + in[m], 1) : Map.of();
            assignments.put("m" + m, List.of(new Assignment("r" + in[m], 1, nodes)));
        }
        List<Route> routes = new ArrayList<>();
        for (DataFlow flow : request.application().flows()) {
            int from = Optional.ofNullable(regions.get(flow.source())).orElseThrow();
            int to = Optional.ofNullable(regions.get(flow.destination())).orElseThrow();
            List<String> links = new ArrayList<>();
            for (int at = from; at != to; at += from < to ? 1 : -1) {
                links.add("l" + Math.max(at, at + (from < to ? 1 : -1)));
            }
            routes.add(new Route(flow.name(), "r" + from, "r" + to, links));
        }
        return new Placement(assignments, routes);
    }
}
