package io.fogatlas.placement.testkit;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the truth about a small request by trying everything: every region of every demand, every packing on nodes, every destination
 * and every simple path of every route. It shares no code with any algorithm nor with the verifier, and leaves out only what cannot
 * matter: a part that breaks a rule which more parts cannot mend, and a part that costs as much as the best whole.
 *
 * <p>Made for up to 5 regions, 5 microservices and 7 flows, which take milliseconds; the time grows exponentially with each.
 */
public final class BruteForce {
    private static final long USUAL_WORK = 300_000;

    private final PlacementRequest request;
    private final Application application;
    private final Infrastructure infrastructure;
    private final Objective objective;
    private final Work work;
    private final Load load;
    private final Neighbours neighbours;
    private final RouteSearch routes;
    private final List<Slot> slots;
    private final Map<String, RegionPacking> packings = new HashMap<>();
    private final Map<List<Object>, Boolean> fits = new HashMap<>();
    private final List<Neighbours.Placed> placed = new ArrayList<>();

    private Optional<Truth.Optimum> best = Optional.empty();
    private double limit = Double.POSITIVE_INFINITY;

    private BruteForce(PlacementRequest request, Work work) {
        this.request = request;
        this.application = request.application();
        this.infrastructure = request.infrastructure();
        this.objective = request.objective();
        this.work = work;
        Others others = new Others(request);
        this.load = new Load(infrastructure, others);
        this.neighbours = new Neighbours(application.id().namespace(), others);
        this.routes = new RouteSearch(request, others, load, new SimplePaths(infrastructure, work), work);
        this.slots = slots(application);
        for (Region region : infrastructure.regions()) {
            packings.put(region.id(), new RegionPacking(request, others, region, work));
        }
    }

    /**
     * Finds the truth about a request, with as much work as takes about a second.
     *
     * @param request what is to be placed where
     * @return the optimum, or that there is no placement, or that the request is too large to tell
     */
    public static Truth solve(PlacementRequest request) {
        return solve(request, USUAL_WORK);
    }

    /**
     * Finds the truth about a request.
     *
     * @param request what is to be placed where
     * @param mostWork the most steps to take, each a choice made
     * @return the optimum, or that there is no placement, or that the request is too large to tell
     */
    public static Truth solve(PlacementRequest request, long mostWork) {
        Work work = new Work(mostWork);
        try {
            BruteForce search = new BruteForce(request, work);
            search.assign(new Tally(0, 0, 0, 0, 0, search.load.before()));
            return search.best.isPresent() ? search.best.get() : new Truth.Infeasible();
        } catch (Work.ExceededException tooMuch) {
            return new Truth.TooLarge(work.done());
        }
    }

    private static List<Slot> slots(Application application) {
        List<Slot> slots = new ArrayList<>();
        for (Microservice microservice : application.microservices()) {
            List<RegionDemand> demands = new ArrayList<>(microservice.demands());
            demands.sort(Comparator.comparing(
                            (RegionDemand demand) -> demand.region().isEmpty())
                    .thenComparing(RegionDemand::replicas));
            for (int number = 0; number < demands.size(); number++) {
                RegionDemand demand = demands.get(number);
                boolean twin = number > 0
                        && demand.region().isEmpty()
                        && demands.get(number - 1).region().isEmpty()
                        && demands.get(number - 1).replicas() == demand.replicas();
                slots.add(new Slot(slots.size(), microservice, demand, twin));
            }
        }
        return slots;
    }

    private void assign(Tally tally) {
        work.step();
        if (tally.value(objective) + leastRouteCost() >= limit) {
            return;
        }
        if (placed.size() == slots.size()) {
            finish(tally);
            return;
        }
        Slot slot = slots.get(placed.size());
        boolean reached = !slot.twinBefore();
        for (Region region : infrastructure.regions()) {
            if (reached && mayHost(slot, region)) {
                Neighbours.Placed one = new Neighbours.Placed(slot, region.id());
                boolean alongside = neighbours.getAlong(one, placed);
                placed.add(one);
                if (alongside && fits(region)) {
                    assign(tally(tally, slot, region));
                }
                placed.remove(placed.size() - 1);
            }
            // of two slots that ask for the same, the later goes to the later region
            reached |=
                    slot.twinBefore() && placed.get(placed.size() - 1).region().equals(region.id());
        }
    }

    private boolean mayHost(Slot slot, Region region) {
        return slot.demand().region().map(region.id()::equals).orElse(true)
                && slot.microservice().regionConstraints().stream()
                        .allMatch(constraint -> constraint.permits(region, infrastructure))
                && placed.stream()
                        .noneMatch(other -> other.region().equals(region.id())
                                && other.microservice()
                                        .name()
                                        .equals(slot.microservice().name()));
    }

    private List<Slot> in(Region region) {
        return placed.stream()
                .filter(one -> one.region().equals(region.id()))
                .map(Neighbours.Placed::slot)
                .toList();
    }

    private boolean fits(Region region) {
        List<Slot> there = in(region);
        List<Object> key = new ArrayList<>(there.stream().map(Slot::number).toList());
        key.add(region.id());
        return fits.computeIfAbsent(
                key,
                unknown -> Objects.requireNonNull(packings.get(region.id()))
                        .pack(there)
                        .isPresent());
    }

    private Tally tally(Tally before, Slot slot, Region region) {
        List<Slot> there = in(region);
        int replicas = slot.demand().replicas();
        long mips = Math.multiplyExact(slot.microservice().requirements().mipsIn(region), replicas);
        List<Assignment> now = request.current()
                .map(current -> current.of(slot.microservice().name()))
                .orElse(List.of());
        int running = now.stream()
                .filter(assignment -> assignment.region().equals(region.id()))
                .mapToInt(Assignment::replicas)
                .sum();
        return before.withSlot(
                Math.multiplyExact(mips, region.priceMicrosPerMips()),
                there.size() == 1,
                now.isEmpty() ? 0 : Math.max(0, replicas - running),
                load.of(region, there));
    }

    /** What the routes between vertices that are placed cost at least. */
    private double leastRouteCost() {
        double cost = 0;
        for (DataFlow flow : application.flows()) {
            if (isPlaced(flow.source()) && isPlaced(flow.destination())) {
                for (String from : regionsOf(flow.source())) {
                    cost += routes.leastCost(flow, from, regionsOf(flow.destination()));
                }
            }
        }
        return cost;
    }

    private boolean isPlaced(String vertex) {
        int wanted = application
                .microservice(vertex)
                .map(microservice -> microservice.demands().size())
                .orElse(1);
        return regionsOf(vertex).size() == wanted;
    }

    private List<String> regionsOf(String vertex) {
        if (application.microservice(vertex).isEmpty()) {
            return infrastructure.endpoint(vertex).stream()
                    .map(ExternalEndpoint::regionId)
                    .toList();
        }
        return placed.stream()
                .filter(one -> one.microservice().name().equals(vertex))
                .map(Neighbours.Placed::region)
                .toList();
    }

    private void finish(Tally tally) {
        if (!neighbours.haveCompany(placed)) {
            return;
        }
        Optional<RouteSearch.Found> found = routes.search(this::regionsOf, tally, limit);
        if (found.isPresent()) {
            limit = found.get().tally().value(objective);
            best = Optional.of(new Truth.Optimum(
                    placement(found.get()), found.get().tally().score(objective)));
        }
    }

    private Placement placement(RouteSearch.Found found) {
        Map<String, List<Assignment>> assignments = new TreeMap<>();
        for (Region region : infrastructure.regions()) {
            List<Slot> there = in(region);
            List<Map<String, Integer>> packed = Objects.requireNonNull(packings.get(region.id()))
                    .pack(there)
                    .orElseThrow();
            for (int number = 0; number < there.size(); number++) {
                Slot slot = there.get(number);
                assignments
                        .computeIfAbsent(slot.microservice().name(), name -> new ArrayList<>())
                        .add(new Assignment(region.id(), slot.demand().replicas(), packed.get(number)));
            }
        }
        return new Placement(assignments, found.routes());
    }
}
