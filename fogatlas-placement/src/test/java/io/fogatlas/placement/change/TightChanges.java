package io.fogatlas.placement.change;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
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
import io.fogatlas.placement.verification.PlacementVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Small applications on a triangle of regions that is nearly full, so that replicas and routes stand in each other's way. */
final class TightChanges {
    private static final List<String> REGIONS = List.of("a", "b", "c");
    private static final long MBPS = 1_000_000;
    private static final int TRIES = 400;

    private final Random random;

    private TightChanges(long seed) {
        random = new Random(seed);
    }

    /** Two placements that keep the rules of a request. */
    record Change(PlacementRequest request, Placement from, Placement to) {}

    /** Draws one; empty if chance found no two placements. */
    static Optional<Change> draw(long seed) {
        TightChanges draw = new TightChanges(seed);
        PlacementRequest request = PlacementRequest.of(draw.infrastructure(), draw.application());
        Optional<Placement> from = draw.placement(request);
        Optional<Placement> to = draw.placement(request);
        return from.isPresent() && to.isPresent()
                ? Optional.of(new Change(request, from.get(), to.get()))
                : Optional.empty();
    }

    private Infrastructure infrastructure() {
        Infrastructure.Builder triangle = Infrastructure.builder();
        for (String region : REGIONS) {
            triangle.add(Region.builder(region).build());
            int nodes = 1 + random.nextInt(2);
            for (int node = 0; node < nodes; node++) {
                triangle.add(ComputeNode.builder(region + node, region)
                        .allocatable(Resources.builder()
                                .cpuMillis(1000 + 1000L * random.nextInt(2))
                                .podSlots(10)
                                .build())
                        .build());
            }
        }
        for (String link : List.of("ab", "bc", "ca")) {
            triangle.add(Link.builder(link, link.substring(0, 1), link.substring(1))
                    .bandwidthBps((8 + random.nextInt(4)) * MBPS)
                    .build());
        }
        return triangle.add(ExternalEndpoint.of("cam", "a"))
                .add(ExternalEndpoint.of("door", "b"))
                .build();
    }

    private Application application() {
        Application.Builder application =
                Application.builder(ApplicationId.of("app")).addEndpoint("cam").addEndpoint("door");
        int services = 2 + random.nextInt(3);
        boolean apart = random.nextInt(4) == 0;
        boolean together = random.nextInt(6) == 0;
        for (int service = 0; service < services; service++) {
            int replicas = 1 + random.nextInt(2);
            Microservice.Builder microservice = Microservice.builder("m" + service)
                    .requirements(new Requirements(
                            0,
                            Resources.builder()
                                    .cpuMillis(500 + 250L * random.nextInt(3))
                                    .build()))
                    .replicas(replicas)
                    .spreadOver(1 + random.nextInt(replicas))
                    .addLabel("name", "m" + service);
            PodAffinity first = PodAffinity.with(new LabelSelector(
                    List.of(new LabelExpression("name", LabelExpression.Operator.IN, List.of("m0")))));
            if (apart && service == 1) {
                microservice.addAntiAffinity(first);
            }
            if (together && service == 1) {
                microservice.addAffinity(first);
            }
            application.add(microservice.build());
            if (service > 0 && random.nextInt(3) > 0) {
                application.add(flow("m" + (service - 1), "m" + service));
            }
        }
        application.add(flow("cam", "m0"));
        if (random.nextInt(4) == 0) {
            application.add(flow("cam", "door"));
        }
        return application.build();
    }

    private DataFlow flow(String from, String to) {
        return DataFlow.builder(from, to)
                .bandwidthBps((2 + random.nextInt(4)) * MBPS)
                .build();
    }

    private Optional<Placement> placement(PlacementRequest request) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Placement placement = attempt(request);
            if (PlacementVerifier.verify(request, placement).isValid()) {
                return Optional.of(placement);
            }
        }
        return Optional.empty();
    }

    private Placement attempt(PlacementRequest request) {
        Map<String, List<Assignment>> assignments = new HashMap<>();
        for (Microservice microservice : request.application().microservices()) {
            List<Assignment> in = new ArrayList<>();
            int offset = random.nextInt(REGIONS.size());
            for (var demand : microservice.demands()) {
                String region = REGIONS.get((offset + in.size()) % REGIONS.size());
                List<ComputeNode> nodes = request.infrastructure().nodesIn(region);
                Map<String, Integer> byNode = new HashMap<>();
                for (int replica = 0; replica < demand.replicas(); replica++) {
                    byNode.merge(nodes.get(random.nextInt(nodes.size())).name(), 1, Integer::sum);
                }
                in.add(new Assignment(region, demand.replicas(), byNode));
            }
            assignments.put(microservice.name(), in);
        }
        List<Route> routes = new ArrayList<>();
        for (DataFlow flow : request.application().flows()) {
            List<String> ends = regions(request, flow.destination(), assignments);
            for (String source : regions(request, flow.source(), assignments)) {
                String end = ends.get(random.nextInt(ends.size()));
                routes.add(new Route(flow.name(), source, end, path(source, end)));
            }
        }
        return new Placement(assignments, routes);
    }

    private static List<String> regions(
            PlacementRequest request, String vertex, Map<String, List<Assignment>> assignments) {
        return request.application().microservice(vertex).isPresent()
                ? assignments.getOrDefault(vertex, List.of()).stream()
                        .map(Assignment::region)
                        .toList()
                : List.of(
                        request.infrastructure().endpoint(vertex).orElseThrow().regionId());
    }

    private List<String> path(String from, String to) {
        if (from.equals(to)) {
            return List.of();
        }
        if (random.nextBoolean()) {
            return List.of(link(from, to));
        }
        String via = REGIONS.stream()
                .filter(region -> !region.equals(from) && !region.equals(to))
                .findFirst()
                .orElseThrow();
        return List.of(link(from, via), link(via, to));
    }

    private static String link(String from, String to) {
        return List.of("ab", "bc", "ca").contains(from + to) ? from + to : to + from;
    }
}
