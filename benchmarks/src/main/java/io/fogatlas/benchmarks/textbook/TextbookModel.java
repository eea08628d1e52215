package io.fogatlas.benchmarks.textbook;

import io.fogatlas.benchmarks.textbook.IntegerProgram.Sum;
import io.fogatlas.benchmarks.textbook.IntegerProgram.Sums;
import io.fogatlas.model.Resources;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;

/**
 * Placement as the integer program of the textbooks: a binary for each microservice and region, a binary for each flow and direction of a
 * link, flow conservation in each region, and rows for CPU, memory and pod slots of regions, the bandwidth of links (both directions together) and the latency
 * of flows.
 *
 * <p>It is made from the domain's values alone and shares no code with any algorithm. Coefficients are integers divided by what they have in
 * common; costs are counted in {@link CostUnits}. It refuses what {@link TextbookScope} refuses.
 */
public final class TextbookModel {
    private final PlacementRequest request;
    private final boolean pruned;
    private final Infrastructure infrastructure;
    private final CostUnits units;
    private final IntegerProgram program = new IntegerProgram();
    private final Map<String, Reach> reachFrom = new HashMap<>();
    private final Map<String, Map<String, Integer>> hosting = new LinkedHashMap<>();
    private final Map<String, List<Hop>> hops = new LinkedHashMap<>();

    /** A link in one direction, and its column. */
    private record Hop(Link link, String from, String to, int column) {}

    private TextbookModel(PlacementRequest request, boolean pruned) {
        this.request = request;
        this.pruned = pruned;
        this.infrastructure = request.infrastructure();
        this.units = CostUnits.of(request.objective());
    }

    /**
     * Writes the model of a request as the textbook does, with all columns.
     *
     * @param request what is to be placed where
     * @return the model
     * @throws IllegalArgumentException if the request asks for what the model does not know
     */
    public static TextbookModel of(PlacementRequest request) {
        return written(request, false);
    }

    /**
     * Writes the model of a request without the columns of regions and links that are out of reach: those that data to or from an endpoint
     * cannot get to within its latency bound. Solvers do not notice that themselves.
     *
     * @param request what is to be placed where
     * @return a smaller model with the same solutions
     * @throws IllegalArgumentException if the request asks for what the model does not know
     */
    public static TextbookModel pruned(PlacementRequest request) {
        return written(request, true);
    }

    private static TextbookModel written(PlacementRequest request, boolean pruned) {
        TextbookScope.check(request);
        TextbookModel model = new TextbookModel(request, pruned);
        request.application().microservices().forEach(model::addHosting);
        request.application().flows().forEach(model::addFlow);
        model.addCompute();
        model.addBandwidth();
        return model;
    }

    private void addHosting(Microservice microservice) {
        Map<String, Integer> byRegion = new LinkedHashMap<>();
        Sum one = new Sum();
        for (Region region : infrastructure.regions()) {
            if (fits(microservice, region) && isInReach(microservice, region)) {
                int column = program.addColumn(Math.multiplyExact(
                        units.perPriceMicro() * region.priceMicrosPerMips(),
                        units.perPriceMicro() == 0
                                ? 0
                                : microservice.requirements().mipsIn(region)));
                byRegion.put(region.id(), column);
                one.add(1, column);
            }
        }
        program.addRow(one, 1, 1);
        hosting.put(microservice.name(), byRegion);
    }

    private boolean isInReach(Microservice microservice, Region region) {
        for (DataFlow flow : request.application().flows()) {
            boolean into = flow.destination().equals(microservice.name());
            if (into || flow.source().equals(microservice.name())) {
                Optional<Reach> reach = into ? reach(flow.source(), false) : reach(flow.destination(), true);
                if (reach.isPresent() && reach.get().micros(region.id()) > bound(flow)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void addFlow(DataFlow flow) {
        Optional<Reach> fromSource = reach(flow.source(), false);
        Optional<Reach> toDestination = reach(flow.destination(), true);
        List<Hop> usable = new ArrayList<>();
        for (Link link : infrastructure.links()) {
            for (String from : List.of(link.regionA(), link.regionB())) {
                String to = link.exitFrom(from).orElse(from);
                long before = fromSource.map(reach -> reach.micros(from)).orElse(0L);
                long after = toDestination.map(reach -> reach.micros(to)).orElse(0L);
                if (link.up() && !to.equals(from) && before + link.latencyMicros() + after <= bound(flow)) {
                    usable.add(new Hop(link, from, to, program.addColumn(costOf(flow, link))));
                }
            }
        }
        hops.put(flow.name(), usable);
        Sums leaving = new Sums();
        Sum latency = new Sum();
        for (Hop hop : usable) {
            leaving.of(hop.from()).add(1, hop.column());
            leaving.of(hop.to()).add(-1, hop.column());
            latency.add(hop.link().latencyMicros(), hop.column());
        }
        for (Region region : infrastructure.regions()) {
            // what leaves less what arrives is what starts here less what ends here
            Sum sum = leaving.of(region.id());
            long starts = begin(flow.source(), region, -1, sum) - begin(flow.destination(), region, 1, sum);
            program.addRow(sum, starts, starts);
        }
        if (flow.hasLatencyBound()) {
            program.addRow(latency, IntegerProgram.NO_LEAST, flow.latencyBoundMicros());
        }
    }

    /** Adds a microservice's column to a row; says 1 for an endpoint that is in the region. */
    private long begin(String vertex, Region region, long weight, Sum row) {
        column(vertex, region).ifPresent(column -> row.add(weight, column));
        return !hosting.containsKey(vertex) && endpointRegion(vertex).equals(region.id()) ? 1 : 0;
    }

    private OptionalInt column(String vertex, Region region) {
        Integer column = hosting.getOrDefault(vertex, Map.of()).get(region.id());
        return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }

    private List<Hop> hopsOf(DataFlow flow) {
        return hops.getOrDefault(flow.name(), List.of());
    }

    private long costOf(DataFlow flow, Link link) {
        return units.perBps() * flow.bandwidthBps() + units.perMicro() * link.latencyMicros();
    }

    private boolean fits(Microservice microservice, Region region) {
        if (!infrastructure.hasNodes()) {
            return true;
        }
        Resources each = microservice.requirements().in(region);
        return infrastructure.nodesIn(region.id()).stream()
                .map(ComputeNode::allocatable)
                .anyMatch(room -> each.cpuMillis() <= room.cpuMillis()
                        && each.memoryBytes() <= room.memoryBytes()
                        && each.podSlots() <= room.podSlots());
    }

    private void addCompute() {
        for (Region region : infrastructure.hasNodes() ? infrastructure.regions() : List.<Region>of()) {
            addRoom(region, Resources::cpuMillis);
            addRoom(region, Resources::memoryBytes);
            addRoom(region, Resources::podSlots);
        }
    }

    /** Adds the row of a resource, unless there is enough for all microservices at once. */
    private void addRoom(Region region, ToLongFunction<Resources> amount) {
        Sum taken = new Sum();
        long all = 0;
        for (Microservice microservice : request.application().microservices()) {
            long each = amount.applyAsLong(microservice.requirements().in(region));
            OptionalInt column = column(microservice.name(), region);
            if (column.isPresent()) {
                taken.add(each, column.getAsInt());
                all = Math.addExact(all, each);
            }
        }
        long room = infrastructure.nodesIn(region.id()).stream()
                .mapToLong(node -> amount.applyAsLong(node.allocatable()))
                .sum();
        if (all > room) {
            program.addRow(taken, IntegerProgram.NO_LEAST, room);
        }
    }

    private void addBandwidth() {
        Sums taken = new Sums();
        for (DataFlow flow : request.application().flows()) {
            hopsOf(flow).forEach(hop -> taken.of(hop.link().id()).add(flow.bandwidthBps(), hop.column()));
        }
        for (Link link : infrastructure.links()) {
            program.addRow(taken.of(link.id()), IntegerProgram.NO_LEAST, link.bandwidthBps());
        }
    }

    private Optional<Reach> reach(String vertex, boolean backward) {
        return !pruned || request.application().microservice(vertex).isPresent()
                ? Optional.empty()
                : Optional.of(reachFrom.computeIfAbsent(
                        vertex + (backward ? " <" : " >"),
                        key -> new Reach(infrastructure, endpointRegion(vertex), backward)));
    }

    private String endpointRegion(String vertex) {
        return infrastructure.endpoint(vertex).map(ExternalEndpoint::regionId).orElseThrow();
    }

    private static long bound(DataFlow flow) {
        return flow.hasLatencyBound() ? flow.latencyBoundMicros() : Reach.NEVER - 1;
    }

    /**
     * Says how large the model is.
     *
     * @return how many columns it has
     */
    public int columns() {
        return program.columns();
    }

    IntegerProgram program() {
        return program;
    }

    /** Turns the sum of costs that a solver works with into a score. */
    double score(double sum) {
        return sum * program.costUnit() / CostUnits.PER_SCORE;
    }

    /**
     * Reads the placement out of a solution. Circles that a solver left in, as it may while it has no proof yet, are left out.
     *
     * @param chosen which columns are 1
     * @return the placement
     */
    Placement placement(IntPredicate chosen) {
        Map<String, List<Assignment>> assignments = new LinkedHashMap<>();
        hosting.forEach((microservice, columns) -> {
            String region = chosenRegion(microservice, chosen);
            Map<String, Integer> nodes = new HashMap<>();
            infrastructure.nodesIn(region).forEach(node -> nodes.put(node.name(), 1));
            assignments.put(microservice, List.of(new Assignment(region, 1, nodes)));
        });
        List<Route> routes = new ArrayList<>();
        for (DataFlow flow : request.application().flows()) {
            routes.add(route(flow, chosen));
        }
        return new Placement(assignments, routes);
    }

    private String chosenRegion(String vertex, IntPredicate chosen) {
        Map<String, Integer> columns = hosting.get(vertex);
        return columns == null
                ? endpointRegion(vertex)
                : columns.entrySet().stream()
                        .filter(column -> chosen.test(column.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
    }

    private Route route(DataFlow flow, IntPredicate chosen) {
        String from = chosenRegion(flow.source(), chosen);
        String to = chosenRegion(flow.destination(), chosen);
        List<Hop> taken =
                hopsOf(flow).stream().filter(hop -> chosen.test(hop.column())).toList();
        return new Route(flow.name(), from, to, Walk.simplePath(from, to, walked(taken)));
    }

    private static Map<String, List<Walk.Step>> walked(List<Hop> taken) {
        Map<String, List<Walk.Step>> steps = new HashMap<>();
        taken.forEach(hop -> steps.computeIfAbsent(hop.from(), region -> new ArrayList<>())
                .add(new Walk.Step(hop.link().id(), hop.to())));
        return steps;
    }
}
