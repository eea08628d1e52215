package io.fogatlas.placement.verification;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LatencyChain;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** FogAtlas' example infrastructure, and a builder for what the tests put on it. */
final class ThreeRegions {
    static final String CLOUD = "001-001";
    static final String FOG = "002-002";
    static final String EDGE = "003-003";
    static final long MBPS = 1_000_000;
    static final long MS = 1000;
    static final long MIB = 1L << 20;

    private final Infrastructure.Builder infrastructure = Infrastructure.builder();
    private final Application.Builder application = Application.builder(ApplicationId.of("app"));
    private final Map<String, List<Assignment>> assignments = new TreeMap<>();
    private final List<Route> routes = new ArrayList<>();

    private ThreeRegions() {
        infrastructure
                .add(Region.builder(CLOUD).tier(0).mipsPerCore(50_000).build())
                .add(Region.builder(FOG).tier(1).mipsPerCore(30_000).build())
                .add(Region.builder(EDGE).tier(2).mipsPerCore(5_000).build())
                .add(link("link1", EDGE, CLOUD, 10, 100).build())
                .add(link("link2", FOG, CLOUD, 10, 100).build())
                .add(link("link3", EDGE, FOG, 100, 10).build())
                .add(ExternalEndpoint.of("cam1", EDGE))
                .add(ExternalEndpoint.of("cam2", EDGE))
                .add(ExternalEndpoint.of("broker1", FOG))
                .add(ExternalEndpoint.of("sens1", CLOUD));
        List.of("cam1", "cam2", "broker1", "sens1").forEach(application::addEndpoint);
    }

    /** Regions, links and endpoints without any node: compute is unlimited. */
    static ThreeRegions withoutNodes() {
        return new ThreeRegions();
    }

    /** One node in each region: {@code cloud} with 1200m and 1900Mi, {@code fog} and {@code edge} with 2 cores and 2Gi. */
    static ThreeRegions withNodes() {
        return new ThreeRegions()
                .with(node("cloud", CLOUD, 1200, 1900).build())
                .with(node("fog", FOG, 2000, 2048).build())
                .with(node("edge", EDGE, 2000, 2048).build());
    }

    static ComputeNode.Builder node(String name, String region, long cpuMillis, long memoryMib) {
        Resources allocatable = Resources.builder()
                .cpuMillis(cpuMillis)
                .memoryBytes(memoryMib * MIB)
                .podSlots(110)
                .build();
        return ComputeNode.builder(name, region).allocatable(allocatable);
    }

    static Link.Builder link(String id, String regionA, String regionB, long mbps, long millis) {
        return Link.builder(id, regionA, regionB).bandwidthBps(mbps * MBPS).latencyMicros(millis * MS);
    }

    static Requirements mips(long mips) {
        return new Requirements(mips, Resources.NONE);
    }

    static Requirements cpu(long cpuMillis) {
        return new Requirements(0, Resources.builder().cpuMillis(cpuMillis).build());
    }

    static DataFlow flow(String source, String destination, long kbps, long boundMillis) {
        return DataFlow.builder(source, destination)
                .bandwidthBps(kbps * 1000)
                .latencyBoundMicros(boundMillis * MS)
                .build();
    }

    ThreeRegions with(ComputeNode node) {
        infrastructure.add(node);
        return this;
    }

    ThreeRegions with(Link link) {
        infrastructure.add(link);
        return this;
    }

    ThreeRegions with(Region region) {
        infrastructure.add(region);
        return this;
    }

    ThreeRegions with(Microservice microservice) {
        application.add(microservice);
        return this;
    }

    ThreeRegions with(DataFlow flow) {
        application.add(flow);
        return this;
    }

    ThreeRegions with(LatencyChain chain) {
        application.add(chain);
        return this;
    }

    /** Places replicas where no nodes are known. */
    ThreeRegions place(String microservice, String region, int replicas) {
        return place(microservice, new Assignment(region, replicas, Map.of()));
    }

    ThreeRegions place(String microservice, String region, String node, int replicas) {
        return place(microservice, new Assignment(region, replicas, Map.of(node, replicas)));
    }

    ThreeRegions place(String microservice, Assignment assignment) {
        assignments.computeIfAbsent(microservice, name -> new ArrayList<>()).add(assignment);
        return this;
    }

    ThreeRegions route(String flow, String from, String to, String... links) {
        routes.add(new Route(flow, from, to, List.of(links)));
        return this;
    }

    Infrastructure infrastructure() {
        return infrastructure.build();
    }

    PlacementRequest.Builder request() {
        return PlacementRequest.builder(infrastructure.build(), application.build());
    }

    Placement placement() {
        return new Placement(assignments, routes);
    }

    Verification verify() {
        return verify(request().build());
    }

    Verification verify(PlacementRequest request) {
        return PlacementVerifier.verify(request, placement());
    }

    List<Violation> violations() {
        return verify().violations();
    }
}
