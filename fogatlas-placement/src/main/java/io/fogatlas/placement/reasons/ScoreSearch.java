package io.fogatlas.placement.reasons;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import io.fogatlas.placement.search.LegRouter;
import io.fogatlas.placement.search.RegionChoice;
import io.fogatlas.placement.verification.NecessaryConditions;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Explains a placement: divides its score, and finds for each Assignment the regions that would come next.
 *
 * <p>The next-best regions are those that would cost least if the microservice asked nothing of them but its data flows. Those that can
 * take it are told with the price of moving there, the others with the rule that the move would break. Where few regions are within
 * reach of its data flows, those follow that are nearest to being so.
 */
final class ScoreSearch {
    /** So many other regions are told of each Assignment. */
    private static final int MOST = 3;

    private final PlacementRequest request;
    private final Placement placement;
    private final Score score;
    private final Budget budget;
    private final List<String> regionIds = new ArrayList<>();
    private final List<Alternative> alternatives = new ArrayList<>();
    private final List<String> unfinished = new ArrayList<>();

    private ScoreSearch(PlacementRequest request, Placement placement, Score score, Budget budget) {
        this.request = request;
        this.placement = placement;
        this.score = score;
        this.budget = budget;
    }

    static Explanation explain(PlacementRequest request, Placement placement, Budget budget) {
        Score score = PlacementVerifier.verify(request, placement)
                .score()
                .orElseThrow(() -> new IllegalArgumentException("The placement does not answer the request."));
        ScoreSearch search = new ScoreSearch(request, placement, score, budget);
        search.searchAll();
        return new Explanation(
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(new ScoreExplanation(ScoreParts.of(request, placement, score), search.alternatives)),
                search.unfinished);
    }

    private void searchAll() {
        PlacementProblem problem = PlacementProblem.of(request);
        for (int region = 0; region < problem.network().regions(); region++) {
            regionIds.add(problem.network().regionId(region));
        }
        Optional<Draft> draft = PlacedDraft.of(problem, placement);
        if (draft.isEmpty()) {
            unfinished.add("the price of other regions could not be found");
            return;
        }
        RequirementSet set = new RequirementSet(request);
        for (Slot slot : problem.slots()) {
            if (budget.isOver()) {
                unfinished.add("there was no time for the other regions of some microservices");
                return;
            }
            search(slot, draft.get(), set);
        }
    }

    private void search(Slot slot, Draft draft, RequirementSet set) {
        String name = slot.service().microservice().name();
        List<Requirement> own = set.all().stream()
                .filter(requirement -> requirement.microservice().equals(Optional.of(name))
                        && !(requirement instanceof MicroserviceRequirement.Pin)
                        && !(requirement instanceof MicroserviceRequirement.Spread)
                        && !(requirement instanceof MicroserviceRequirement.Replicas))
                .toList();
        PlacementProblem undemanding = PlacementProblem.of(set.without(own));
        Slot same = undemanding.slots().get(slot.index());
        Optional<Draft> without = PlacedDraft.of(undemanding, placement);
        int from = draft.regionOf(slot.index());
        if (without.isEmpty() || same.onlyCandidate() >= 0) {
            return;
        }
        Draft free = without.get();
        free.remove(same);
        RegionChoice choice = new RegionChoice(free);
        BitSet banned = new BitSet();
        banned.set(from);
        int told = 0;
        for (int region = next(choice, same, banned); region >= 0 && told < MOST; region = next(choice, same, banned)) {
            told += tell(slot, from, region, draft, new Undemanding(free, same)) ? 1 : 0;
        }
        if (told < MOST) {
            tellRejections(slot, from, MOST - told);
        }
    }

    /** Where too few regions are within reach of the data flows: which are nearest to being so. */
    private void tellRejections(Slot slot, int from, int most) {
        String name = slot.service().microservice().name();
        Set<String> known = new HashSet<>();
        alternatives.stream()
                .filter(alternative -> alternative.microservice().equals(name))
                .forEach(alternative -> known.add(alternative.to()));
        NecessaryConditions.rejections(request, Set.of(name), Integer.MAX_VALUE).stream()
                .filter(rejection -> rejection.replicas() == slot.replicas() && known.add(rejection.region()))
                .limit(most)
                .forEach(rejection -> alternatives.add(new Alternative(
                        name,
                        regionIds.get(from),
                        rejection.region(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        rejection.text())));
    }

    /** The draft in which the microservice asks nothing of its region. */
    private record Undemanding(Draft draft, Slot slot) {}

    private static int next(RegionChoice choice, Slot slot, BitSet banned) {
        int region = choice.cheapest(slot, banned, Double.POSITIVE_INFINITY);
        if (region >= 0) {
            banned.set(region);
        }
        return region;
    }

    private boolean tell(Slot slot, int from, int to, Draft draft, Undemanding free) {
        Optional<Placement> moved = moved(draft, slot, to);
        if (moved.isPresent()) {
            Verification verification = PlacementVerifier.verify(request, moved.get());
            if (verification.isValid()) {
                double price = verification.score().orElseThrow().value() - score.value();
                add(slot, from, to, OptionalDouble.of(price), moved, text(price));
                return true;
            }
        }
        int mark = free.draft().mark();
        Optional<Placement> wished = free.draft().place(free.slot(), to) && routed(free.draft(), free.slot())
                ? Optional.of(free.draft().toPlacement())
                : Optional.empty();
        free.draft().rollback(mark);
        if (wished.isEmpty()) {
            return false;
        }
        Verification verification = PlacementVerifier.verify(request, wished.get());
        String why = verification.isValid()
                ? "it fits only if others move on their nodes"
                : verification.violations().get(0).text();
        add(slot, from, to, OptionalDouble.empty(), Optional.empty(), why);
        return true;
    }

    private Optional<Placement> moved(Draft draft, Slot slot, int to) {
        if (!slot.candidates().get(to)) {
            return Optional.empty();
        }
        int mark = draft.mark();
        draft.remove(slot);
        Optional<Placement> moved =
                draft.place(slot, to) && routed(draft, slot) ? Optional.of(draft.toPlacement()) : Optional.empty();
        draft.rollback(mark);
        return moved;
    }

    private static boolean routed(Draft draft, Slot slot) {
        return new LegRouter(draft).routeAll(slot)
                && draft.legsOf(slot.index()).stream().allMatch(draft::isRouted);
    }

    private String text(double price) {
        double noise = 1e-9 * Math.max(1, Math.abs(score.value()));
        if (Math.abs(price) <= noise) {
            return "it would be as good";
        }
        return price > 0 ? "it would cost more" : "it would be better; the search did not find it";
    }

    private void add(Slot slot, int from, int to, OptionalDouble price, Optional<Placement> moved, String text) {
        alternatives.add(new Alternative(
                slot.service().microservice().name(), regionIds.get(from), regionIds.get(to), price, moved, text));
    }
}
