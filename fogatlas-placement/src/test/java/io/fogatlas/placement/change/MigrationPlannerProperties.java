package io.fogatlas.placement.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.greedy.GreedyAlgorithm;
import io.fogatlas.placement.testkit.RequestArbitraries;
import io.fogatlas.placement.verification.PlanVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

final class MigrationPlannerProperties {
    private final PlacementEngine engine = new PlacementEngine(List.of());

    @Provide
    Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small();
    }

    private static void assertRight(PlacementRequest request, Placement from, Placement to) {
        MigrationPlan plan = MigrationPlanner.plan(request, from, to);

        assertThat(PlanVerifier.verify(request, from, plan, to)).as("%s", plan).isEmpty();
        assertThat(plan.isEmpty()).isEqualTo(plan.start().equals(to));
        Statistics.label("pauses").collect(plan.pausing().size());
        Statistics.label("fewest").collect(plan.fewestPauses());
    }

    @Property
    void plansBetweenPlacementsThatFillTheirRegionsBreakNoRuleAtAnyStep(@ForAll long seed) {
        TightChanges.draw(seed).ifPresent(change -> assertRight(change.request(), change.from(), change.to()));
    }

    @Property
    void plansFromWhateverRunsBreakNoRuleAtAnyStep(@ForAll("requests") PlacementRequest request) {
        Decision decision = engine.place(request, new GreedyAlgorithm());
        if (decision.isPlaced() && request.current().isPresent()) {
            assertRight(request, request.current().get(), decision.placement().orElseThrow());
        }
    }

    @Property
    void plansAfterALossBreakNoRuleAtAnyStep(@ForAll long seed, @ForAll boolean node) {
        Optional<TightChanges.Change> drawn = TightChanges.draw(seed);
        if (drawn.isEmpty()) {
            return;
        }
        PlacementRequest whole = drawn.get().request();
        PlacementRequest less = new PlacementRequest(
                node ? withoutNode(whole.infrastructure()) : withoutLink(whole.infrastructure()),
                whole.application(),
                whole.occupancy(),
                whole.objective(),
                Optional.empty(),
                whole.limits());
        Decision decision = engine.place(less, new GreedyAlgorithm());
        decision.placement().ifPresent(to -> assertRight(less, drawn.get().from(), to));
    }

    private static Infrastructure withoutNode(Infrastructure whole) {
        return new Infrastructure(
                whole.regions(), whole.nodes().subList(1, whole.nodes().size()), whole.links(), whole.endpoints());
    }

    private static Infrastructure withoutLink(Infrastructure whole) {
        List<Link> links = new ArrayList<>(whole.links());
        Link down = links.remove(0);
        links.add(Link.builder(down.id(), down.regionA(), down.regionB())
                .bandwidthBps(down.bandwidthBps())
                .up(false)
                .build());
        return new Infrastructure(whole.regions(), whole.nodes(), links, whole.endpoints());
    }

    /** A route that comes too early ends at a replica that then cannot make room. */
    @Example
    void routesWaitForReplicasThatStay() {
        noOrderDoesWithFewerPauses(857);
    }

    /** The last replica at the end of an old route has to stay for a while, so that which one goes first makes a difference. */
    @Example
    void theReplicaThatRoomIsNeededForGoesFirst() {
        noOrderDoesWithFewerPauses(7556);
    }

    @Property
    void noOrderDoesWithFewerPauses(@ForAll long seed) {
        Optional<TightChanges.Change> drawn = TightChanges.draw(seed);
        if (drawn.isEmpty()) {
            return;
        }
        TightChanges.Change change = drawn.get();
        MigrationPlan plan = MigrationPlanner.plan(change.request(), change.from(), change.to());
        EveryOrder orders = new EveryOrder(change.request(), change.from(), change.to(), plan.start(), 3_000);
        OptionalInt truth = orders.size() > 14 ? OptionalInt.empty() : orders.fewestPauses();
        int pauses = plan.pausing().size() + plan.interrupted().size();

        truth.ifPresent(fewest -> {
            assertThat(pauses).as("%s", plan).isGreaterThanOrEqualTo(fewest);
            if (plan.fewestPauses()) {
                assertThat(pauses).as("%s", plan).isEqualTo(fewest);
            }
        });
        Statistics.label("truth").collect(truth.isPresent() ? truth.getAsInt() : "unknown", plan.fewestPauses());
    }
}
