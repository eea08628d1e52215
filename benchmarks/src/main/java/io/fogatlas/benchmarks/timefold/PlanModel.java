package io.fogatlas.benchmarks.timefold;

import io.fogatlas.benchmarks.textbook.CostUnits;
import io.fogatlas.benchmarks.textbook.TextbookScope;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Writes a request as a {@link Plan}, and a plan as a placement. It is made from the domain's values alone and shares no code with any
 * algorithm. Refuses what {@link TextbookScope} refuses.
 */
final class PlanModel {
    private final PlacementRequest request;
    private final Infrastructure infrastructure;
    private final CostUnits units;
    private final Overload usual;
    private final Map<String, Site> sites = new LinkedHashMap<>();
    private final Map<String, Vertex> vertices = new LinkedHashMap<>();
    private final List<Track> tracks = new ArrayList<>();
    private final Ways ways;

    private PlanModel(PlacementRequest request) {
        TextbookScope.check(request);
        this.request = request;
        this.infrastructure = request.infrastructure();
        this.units = CostUnits.of(request.objective());
        List<Microservice> microservices = request.application().microservices();
        List<DataFlow> flows = request.application().flows();
        this.usual = new Overload(
                mean(
                        microservices,
                        each -> each.requirements()
                                .cpuMillisIn(infrastructure.regions().get(0))),
                mean(microservices, each -> each.requirements().request().memoryBytes()),
                mean(flows, DataFlow::bandwidthBps),
                mean(flows.stream().filter(DataFlow::hasLatencyBound).toList(), DataFlow::latencyBoundMicros));
        infrastructure.regions().forEach(region -> sites.put(region.id(), site(region)));
        this.ways = ways();
    }

    static PlanModel of(PlacementRequest request) {
        return new PlanModel(request);
    }

    private static <T> long mean(List<T> list, ToLongFunction<T> amount) {
        return (long) list.stream().mapToLong(amount).average().orElse(1);
    }

    private Site site(Region region) {
        List<ComputeNode> nodes = infrastructure.nodesIn(region.id());
        int index = sites.size();
        if (!infrastructure.hasNodes()) {
            return new Site(index, region.id(), "", Long.MAX_VALUE / 4, Long.MAX_VALUE / 4, Long.MAX_VALUE / 4, usual);
        }
        if (nodes.isEmpty()) {
            return new Site(index, region.id(), "", 0, 0, 0, usual);
        }
        ComputeNode node = nodes.get(0);
        return new Site(
                index,
                region.id(),
                node.name(),
                node.allocatable().cpuMillis(),
                node.allocatable().memoryBytes(),
                node.allocatable().podSlots(),
                usual);
    }

    private Ways ways() {
        List<List<Ways.Exit>> exits = new ArrayList<>();
        sites.values().forEach(site -> exits.add(new ArrayList<>()));
        boolean undirected = true;
        for (Link link : infrastructure.links()) {
            if (link.up()) {
                Track track = new Track(tracks.size(), link.id(), link.bandwidthBps(), link.latencyMicros(), usual);
                tracks.add(track);
                for (String from : List.of(link.regionA(), link.regionB())) {
                    link.exitFrom(from)
                            .ifPresent(to -> exits.get(siteOf(from).index())
                                    .add(new Ways.Exit(track, siteOf(to).index())));
                    undirected &= link.exitFrom(from).isPresent();
                }
            }
        }
        return new Ways(
                exits,
                undirected,
                track -> (double) units.perBps() * usual.bps() + (double) units.perMicro() * track.latencyMicros());
    }

    private Site siteOf(String region) {
        return Objects.requireNonNull(sites.get(region), region);
    }

    /** A plan in which each endpoint is where it is, each flow takes its cheapest path and no microservice has a site. */
    Plan plan() {
        vertices.clear();
        for (String endpoint : request.application().endpoints()) {
            String region = infrastructure
                    .endpoint(endpoint)
                    .map(ExternalEndpoint::regionId)
                    .orElseThrow();
            vertices.put(endpoint, Vertex.endpoint(vertices.size(), endpoint, siteOf(region)));
        }
        for (String name : outward()) {
            request.application().microservice(name).ifPresent(each -> {
                Load load = load(each);
                vertices.put(name, Vertex.microservice(vertices.size(), name, load, candidates(name, load)));
            });
        }
        List<Flow> flows = new ArrayList<>();
        for (DataFlow flow : request.application().flows()) {
            flows.add(new Flow(
                    flows.size(), flow, vertex(flow.source()), vertex(flow.destination()), ways, units, usual));
        }
        return new Plan(List.copyOf(vertices.values()), flows, tracks.size(), around());
    }

    private List<List<Site>> around() {
        List<Site> all = List.copyOf(sites.values());
        return all.stream()
                .map(site -> ways.exits(site.index()).stream()
                        .map(exit -> all.get(exit.to()))
                        .toList())
                .toList();
    }

    private Vertex vertex(String name) {
        return Objects.requireNonNull(vertices.get(name), name);
    }

    /** The vertices, each after one it exchanges data with, endpoints first: its candidates can then be compared by what they cost. */
    private Set<String> outward() {
        Map<String, List<String>> partners = new HashMap<>();
        for (DataFlow flow : request.application().flows()) {
            partners.computeIfAbsent(flow.source(), name -> new ArrayList<>()).add(flow.destination());
            partners.computeIfAbsent(flow.destination(), name -> new ArrayList<>())
                    .add(flow.source());
        }
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> queue = new ArrayDeque<>(request.application().endpoints());
        for (Microservice start : request.application().microservices()) {
            while (!queue.isEmpty()) {
                String name = queue.remove();
                if (reached.add(name)) {
                    queue.addAll(partners.getOrDefault(name, List.of()));
                }
            }
            queue.add(start.name());
        }
        reached.addAll(queue);
        return reached;
    }

    private Load load(Microservice microservice) {
        long[] cpu = new long[sites.size()];
        long[] costs = new long[sites.size()];
        for (Region region : infrastructure.regions()) {
            int index = siteOf(region.id()).index();
            cpu[index] = microservice.requirements().cpuMillisIn(region);
            costs[index] = units.perPriceMicro() == 0
                    ? 0
                    : Math.multiplyExact(
                            units.perPriceMicro() * region.priceMicrosPerMips(),
                            microservice.requirements().mipsIn(region));
        }
        return new Load(cpu, microservice.requirements().request().memoryBytes(), costs);
    }

    private List<Site> candidates(String microservice, Load load) {
        List<Site> found = new ArrayList<>();
        for (Site site : sites.values()) {
            if (load.fits(site) && isInReach(microservice, site)) {
                found.add(site);
            }
        }
        return found;
    }

    private boolean isInReach(String microservice, Site site) {
        for (DataFlow flow : request.application().flows()) {
            boolean into = flow.destination().equals(microservice);
            if (flow.hasLatencyBound() && (into || flow.source().equals(microservice))) {
                Vertex other = vertices.get(into ? flow.source() : flow.destination());
                Site end = other != null && other.isPinned() ? other.getSite() : null;
                if (end != null) {
                    Way fastest = into
                            ? ways.way(end.index(), site.index(), Ways.FASTEST)
                            : ways.way(site.index(), end.index(), Ways.FASTEST);
                    if (!fastest.exists() || fastest.latencyMicros() > flow.latencyBoundMicros()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The placement that a plan describes in which each vertex has a site and each flow a path. */
    static Placement placement(Plan plan) {
        Map<String, List<Assignment>> assignments = new LinkedHashMap<>();
        for (Vertex vertex : plan.vertices()) {
            if (!vertex.isPinned()) {
                Site site = siteOf(vertex);
                assignments.put(
                        vertex.name(),
                        List.of(new Assignment(
                                site.region(), 1, site.node().isEmpty() ? Map.of() : Map.of(site.node(), 1))));
            }
        }
        List<Route> routes = new ArrayList<>();
        for (Flow flow : plan.flows()) {
            Site from = siteOf(flow.getSource());
            Site to = siteOf(flow.getDestination());
            routes.add(new Route(
                    flow.name(),
                    from.region(),
                    to.region(),
                    flow.way(from, to).tracks().stream().map(Track::id).toList()));
        }
        return new Placement(assignments, routes);
    }

    private static Site siteOf(Vertex vertex) {
        return Objects.requireNonNull(vertex.getSite(), vertex::name);
    }
}
