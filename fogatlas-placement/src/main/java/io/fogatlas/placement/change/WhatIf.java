package io.fogatlas.placement.change;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import io.fogatlas.placement.verification.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what would follow if something happened to a system in which applications run: which of them break, and where they go.
 *
 * <p>An application breaks if a replica, a route or an endpoint of it is lost or, where data flows are scaled, if its placement does not
 * keep the rules any more next to those before it in the order given. All others keep what they hold. The broken ones are placed again in
 * that order, each next to the untouched, to what the ones before it took, and to what is left of the ones after it: so their plans can
 * be carried out one after the other. The decisions carry no bounds but those of the algorithm.
 *
 * <p>What runs is checked once and indexed by what it uses, so that asking takes time in proportion to what breaks. Immutable, and
 * thread-safe if the algorithm is.
 */
public final class WhatIf {
    private final PlacementEngine engine;
    private final PlacementAlgorithm algorithm;
    private final Infrastructure infrastructure;
    private final List<Running> running;
    private final Objective objective;
    private final SearchLimits limits;
    private final Occupancy occupancy;
    private final Map<String, BitSet> usersOfRegion = new HashMap<>();
    private final Map<String, BitSet> usersOfLink = new HashMap<>();
    private final Map<String, BitSet> usersOfNode = new HashMap<>();

    /**
     * Takes what runs.
     *
     * @param engine verifies what is placed again
     * @param algorithm places again
     * @param infrastructure what exists
     * @param others what is taken; what it says of the running applications themselves is replaced by their placements
     * @param running the applications that run, each with a placement that keeps all rules next to the others; the first matters most
     * @param objective what makes a new placement better; one that weighs migration leaves what it can where it is
     * @param limits how to search for each application, and how long for all that one scenario breaks together
     * @throws InvalidModelException if two applications have the same id, or a placement breaks a rule
     */
    public WhatIf(
            PlacementEngine engine,
            PlacementAlgorithm algorithm,
            Infrastructure infrastructure,
            Occupancy others,
            List<Running> running,
            Objective objective,
            SearchLimits limits) {
        this.engine = engine.withoutBounds();
        this.algorithm = algorithm;
        this.infrastructure = infrastructure;
        this.running = List.copyOf(running);
        this.objective = objective;
        this.limits = limits;
        occupancy = checked(others);
        for (int number = 0; number < running.size(); number++) {
            index(number, running.get(number));
        }
    }

    private Occupancy checked(Occupancy others) {
        Problems problems = new Problems();
        Set<ApplicationId> ids = new HashSet<>();
        for (Running each : running) {
            ApplicationId id = each.application().id();
            problems.require(ids.add(id), "Application", id.toString(), () -> "runs twice");
        }
        problems.throwIfAny();
        Map<ApplicationId, Holding> holdings = new HashMap<>(others.byApplication());
        holdings.keySet().removeAll(ids);
        Occupancy taken = new Occupancy(holdings, others.others());
        for (Running each : running) {
            ApplicationId id = each.application().id();
            PlacementRequest request = PlacementRequest.builder(infrastructure, each.application())
                    .occupancy(taken)
                    .build();
            List<Violation> violations =
                    PlacementVerifier.verify(request, each.placement()).violations();
            problems.require(
                    violations.isEmpty(),
                    "Application",
                    id.toString(),
                    () -> "runs as it must not: "
                            + violations.stream().map(Violation::text).collect(Collectors.joining(" ")));
            if (violations.isEmpty()) {
                taken = taken.with(id, Holding.of(infrastructure, each.application(), each.placement()));
            }
        }
        problems.throwIfAny();
        return taken;
    }

    private void index(int number, Running one) {
        for (List<Assignment> assignments : one.placement().assignments().values()) {
            for (Assignment assignment : assignments) {
                use(usersOfRegion, assignment.region(), number);
                assignment.replicasByNode().keySet().forEach(node -> use(usersOfNode, node, number));
            }
        }
        for (Route route : one.placement().routes()) {
            route.links().forEach(link -> use(usersOfLink, link, number));
        }
        for (DataFlow flow : one.application().flows()) {
            for (String end : List.of(flow.source(), flow.destination())) {
                endpointRegion(one.application(), end).ifPresent(region -> use(usersOfRegion, region, number));
            }
        }
    }

    private static void use(Map<String, BitSet> users, String what, int number) {
        users.computeIfAbsent(what, key -> new BitSet()).set(number);
    }

    private Optional<String> endpointRegion(Application application, String vertex) {
        return application.microservice(vertex).isPresent()
                ? Optional.empty()
                : infrastructure.endpoint(vertex).map(endpoint -> endpoint.regionId());
    }

    /**
     * Works out what follows.
     *
     * @param scenario what happens
     * @return which applications break, and their new placements
     * @throws InvalidModelException if the scenario names what is not there, or makes a data flow too large
     */
    public Consequences of(Scenario scenario) {
        long start = System.nanoTime();
        scenario.requireIn(infrastructure);
        Infrastructure left = scenario.applyTo(infrastructure);
        List<Application> asked = new ArrayList<>();
        for (Running each : running) {
            asked.add(scenario.applyTo(each.application(), infrastructure));
        }
        Occupancy taken = scenario.scalesFlows() ? scaled(left, asked) : occupancy;
        Map<Integer, List<Violation>> broken = broken(scenario, left, asked, taken);
        for (int number : broken.keySet()) {
            Application application = asked.get(number);
            PlacementRequest request = request(left, application, taken);
            Placement standing = standing(request, scenario, running.get(number).placement());
            taken = taken.with(application.id(), Holding.of(left, application, standing));
        }
        List<Consequence> consequences = new ArrayList<>();
        List<ApplicationId> untouched = new ArrayList<>();
        for (int number = 0; number < running.size(); number++) {
            Application application = asked.get(number);
            List<Violation> violations = broken.get(number);
            if (violations == null) {
                untouched.add(application.id());
                continue;
            }
            Placement before = running.get(number).placement();
            PlacementRequest bare = request(left, application, taken);
            PlacementRequest request = new PlacementRequest(
                    left,
                    application,
                    taken,
                    objective,
                    Optional.of(standing(bare, scenario, before)),
                    limitsSince(start));
            Decision decision = decide(request, scenario);
            consequences.add(new Consequence(before, violations, request, decision));
            if (decision.placement().isPresent()) {
                taken = taken.with(
                        application.id(),
                        Holding.of(left, application, decision.placement().get()));
            }
        }
        return new Consequences(scenario, consequences, untouched, taken);
    }

    private PlacementRequest request(Infrastructure left, Application application, Occupancy taken) {
        return new PlacementRequest(left, application, taken, objective, Optional.empty(), limits);
    }

    private SearchLimits limitsSince(long startNanos) {
        Duration rest = limits.deadline().minusNanos(System.nanoTime() - startNanos);
        return new SearchLimits(rest.isNegative() ? Duration.ZERO : rest, limits.seed(), limits.gap(), limits.work());
    }

    /** What is left of a placement; what ran in a region that is lost is gone even where no node says so. */
    private static Placement standing(PlacementRequest request, Scenario scenario, Placement before) {
        Set<String> down = scenario.regionsDown();
        Map<String, List<Assignment>> elsewhere = new HashMap<>();
        before.assignments().forEach((name, in) -> {
            List<Assignment> left = in.stream()
                    .filter(assignment -> !down.contains(assignment.region()))
                    .toList();
            if (!left.isEmpty()) {
                elsewhere.put(name, left);
            }
        });
        return WhatStands.of(request, new Placement(elsewhere, before.routes()));
    }

    /** What is taken when all flows are scaled and nobody has moved yet. */
    private Occupancy scaled(Infrastructure left, List<Application> asked) {
        Map<ApplicationId, Holding> holdings = new HashMap<>(occupancy.byApplication());
        for (int number = 0; number < asked.size(); number++) {
            holdings.put(
                    asked.get(number).id(),
                    Holding.of(left, asked.get(number), running.get(number).placement()));
        }
        return new Occupancy(holdings, occupancy.others());
    }

    /** Finds the applications that break, with the rules their placements break, in the order given. */
    private Map<Integer, List<Violation>> broken(
            Scenario scenario, Infrastructure left, List<Application> asked, Occupancy taken) {
        BitSet hit = new BitSet();
        addUsers(usersOfRegion, scenario.regionsDown(), hit);
        addUsers(usersOfLink, scenario.linksDown(infrastructure), hit);
        addUsers(usersOfNode, scenario.nodesDown(infrastructure), hit);
        Map<Integer, List<Violation>> broken = new LinkedHashMap<>();
        Occupancy before = withoutRunning(taken);
        for (int number = 0; number < running.size(); number++) {
            if (!hit.get(number) && !scenario.scalesFlows()) {
                continue;
            }
            Application application = asked.get(number);
            PlacementRequest request = request(left, application, scenario.scalesFlows() ? before : taken);
            Verification verification =
                    PlacementVerifier.verify(request, running.get(number).placement());
            if (hit.get(number) || !verification.isValid()) {
                broken.put(number, verification.violations());
            } else {
                before = before.with(
                        application.id(), taken.byApplication().getOrDefault(application.id(), Holding.NONE));
            }
        }
        return broken;
    }

    private Occupancy withoutRunning(Occupancy taken) {
        Map<ApplicationId, Holding> holdings = new HashMap<>(taken.byApplication());
        running.forEach(each -> holdings.remove(each.application().id()));
        return new Occupancy(holdings, taken.others());
    }

    private static void addUsers(Map<String, BitSet> users, Collection<String> lost, BitSet hit) {
        for (String what : lost) {
            BitSet some = users.get(what);
            if (some != null) {
                hit.or(some);
            }
        }
    }

    private Decision decide(PlacementRequest request, Scenario scenario) {
        List<Reason> reasons = cannotRun(request.application(), scenario.regionsDown());
        return reasons.isEmpty()
                ? engine.place(request, algorithm)
                : new Decision(
                        request.application().id(),
                        algorithm.name(),
                        Outcome.INFEASIBLE,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        reasons,
                        Duration.ZERO);
    }

    /** Why an application cannot run anywhere without some regions: what it must have there is gone. */
    private List<Reason> cannotRun(Application application, Set<String> down) {
        List<Reason> reasons = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (DataFlow flow : down.isEmpty() ? List.<DataFlow>of() : application.flows()) {
            for (String end : List.of(flow.source(), flow.destination())) {
                endpointRegion(application, end)
                        .filter(region -> down.contains(region) && seen.add(end))
                        .ifPresent(region -> reasons.add(new Reason(
                                "",
                                "external endpoint '%s' stands in region '%s', which is down".formatted(end, region))));
            }
        }
        for (Microservice microservice : down.isEmpty() ? List.<Microservice>of() : application.microservices()) {
            for (RegionDemand demand : microservice.demands()) {
                demand.region()
                        .filter(down::contains)
                        .ifPresent(region -> reasons.add(
                                new Reason(microservice.name(), "must run in region '" + region + "', which is down")));
            }
        }
        return reasons;
    }
}
