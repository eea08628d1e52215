package io.fogatlas.placement.exact;

import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.AlgorithmErrorException;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A placement problem as an {@link IntegerProgram}: every rule and every term of the objective, exactly. */
final class ExactModel {
    private final PlacementProblem problem;
    private final IntegerProgram program = new IntegerProgram();
    private final SlotChoices choices;
    private final PackingRows packing;
    private final List<RouteParts> routes;
    private final CostTerms terms;
    private final boolean complete;

    /**
     * Builds the model.
     *
     * @param problem the problem
     * @param restriction what of it is left
     * @param mostPaths up to how many paths a leg is modelled as a choice among them
     * @param goal what it is for; without a score any placement is as good as any other
     * @param abandoned whether nobody waits for the model any more; it is then left incomplete
     */
    ExactModel(PlacementProblem problem, Restriction restriction, int mostPaths, Goal goal, BooleanSupplier abandoned) {
        this.problem = problem;
        choices = new SlotChoices(problem, restriction, program);
        packing = new PackingRows(problem, program, choices);
        new AffinityRows(problem, program, choices).build();
        routes = new RouteRows(problem, restriction, program, choices, mostPaths, goal, abandoned).build();
        terms = new CostTerms(problem, program, choices);
        complete = routes.size() == problem.legs().size();
        if (complete) {
            new ChainRows(program, choices, routes).build(problem.chains());
        }
        if (complete && goal == Goal.SCORE) {
            terms.slots();
            terms.regions();
            terms.routes(routes);
            terms.balance(routes);
        }
    }

    boolean isComplete() {
        return complete;
    }

    IntegerProgram program() {
        return program;
    }

    SlotChoices choices() {
        return choices;
    }

    List<RouteParts> routes() {
        return routes;
    }

    CostTerms terms() {
        return terms;
    }

    /**
     * A placement that keeps every rule.
     *
     * @param placement the placement
     * @param score what the verifier says that it is worth
     */
    record Verified(Placement placement, double score) {}

    /**
     * Reads a placement off the values of a solution, and verifies it.
     *
     * @param values the value of each variable
     * @param solver who found them
     * @return the placement; empty if it breaks a rule that a relaxed program leaves out
     * @throws AlgorithmErrorException if it breaks a rule though the program has them all
     */
    Optional<Verified> verified(long[] values, String solver) {
        Placement placement = placement(values);
        Verification verification = PlacementVerifier.verify(problem.request(), placement);
        if (verification.isValid()) {
            return Optional.of(
                    new Verified(placement, verification.score().orElseThrow().value()));
        }
        if (program.isRelaxed()) {
            return Optional.empty();
        }
        throw new AlgorithmErrorException(
                solver, "answered with a placement that breaks rules", verification.violations());
    }

    private Placement placement(long[] values) {
        Network network = problem.network();
        int[] regionOf = new int[problem.slots().size()];
        Map<String, List<Assignment>> assignments = new HashMap<>();
        for (Slot slot : problem.slots()) {
            int region = regionOf(slot, values);
            regionOf[slot.index()] = region;
            assignments
                    .computeIfAbsent(slot.service().microservice().name(), name -> new ArrayList<>())
                    .add(new Assignment(
                            network.regionId(region), slot.replicas(), packing.replicasByNode(slot, region, values)));
        }
        List<Route> found = new ArrayList<>();
        for (RouteParts parts : routes) {
            int slot = parts.leg().source().slot();
            int from = slot >= 0 ? regionOf[slot] : parts.leg().source().region();
            int to = parts.endRegion(values);
            found.add(new Route(
                    parts.leg().flow().name(),
                    network.regionId(from),
                    network.regionId(to),
                    Arrays.stream(parts.path(from, to, values))
                            .mapToObj(network::linkId)
                            .toList()));
        }
        return new Placement(assignments, found);
    }

    private int regionOf(Slot slot, long[] values) {
        return choices.regionsOf(slot.index()).stream()
                .filter(region -> {
                    Choice choice = choices.of(slot.index(), region);
                    return choice != null && (choice.isCertain() || values[choice.variable()] > 0);
                })
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(slot + " is nowhere."));
    }
}
