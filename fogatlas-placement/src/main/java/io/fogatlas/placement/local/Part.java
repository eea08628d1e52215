package io.fogatlas.placement.local;

import io.fogatlas.placement.problem.Costs;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.CostSpread;
import io.fogatlas.placement.search.Draft;
import io.fogatlas.placement.search.RouteSearch;
import io.fogatlas.placement.search.RouteSearch.Direction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What freed slots cost at least, by region: exactly as much where the legs between them make trees and nothing gets in each other's way.
 *
 * <p>Dynamic programming from the leaves to the roots, over what the draft leaves of regions and links. Regions and routes that cannot
 * lead to a cost below a limit are left out on the way, so that little more is looked at than what is worth it.
 */
final class Part {
    private static final int ROOT = -1;

    private final Draft draft;
    private final PlacementProblem problem;
    private final CostSpread spread;
    private final List<Slot> slots;
    private final Map<Integer, Integer> numberOf = new HashMap<>();
    private final int[] upper;
    private final @Nullable Leg[] legUp;
    /** The numbers of the slots, each after the one above it. */
    private final int[] fromTheRoots;
    /** What a slot costs with all that hangs below it, by region. */
    private final double[][] costs;
    /** What a slot with all that hangs below it costs at least, with the leg to the slot above, by the region of that. */
    private final double[][] sent;

    private double bound;

    /**
     * Starts.
     *
     * @param draft a draft in which the slots are nowhere
     * @param spread searches over the links of the draft
     * @param slots the freed slots
     */
    Part(Draft draft, CostSpread spread, List<Slot> slots) {
        this.draft = draft;
        this.spread = spread;
        this.slots = slots;
        problem = draft.problem();
        for (Slot slot : slots) {
            numberOf.put(slot.index(), numberOf.size());
        }
        upper = new int[slots.size()];
        legUp = new Leg[slots.size()];
        fromTheRoots = new int[slots.size()];
        costs = new double[slots.size()][];
        sent = new double[slots.size()][];
        grow();
    }

    /** Hangs each slot below the first that reaches it over a leg. */
    private void grow() {
        boolean[] seen = new boolean[slots.size()];
        int count = 0;
        for (int root = 0; root < seen.length; root++) {
            if (!seen[root]) {
                seen[root] = true;
                upper[root] = ROOT;
                int next = count;
                fromTheRoots[count++] = root;
                for (; next < count; next++) {
                    int at = fromTheRoots[next];
                    for (Leg leg : draft.legsOf(slots.get(at).index())) {
                        int below = isOneToOne(leg) ? otherEnd(leg, at) : ROOT;
                        if (below >= 0 && !seen[below]) {
                            seen[below] = true;
                            upper[below] = at;
                            legUp[below] = leg;
                            fromTheRoots[count++] = below;
                        }
                    }
                }
            }
        }
    }

    private static boolean isOneToOne(Leg leg) {
        return leg.destinations().size() == 1;
    }

    /** The number of the freed slot at the other end of a leg, if there is one. */
    private int otherEnd(Leg leg, int number) {
        int source = leg.source().slot();
        int other =
                source == slots.get(number).index() ? leg.destinations().get(0).slot() : source;
        return numberOf.getOrDefault(other, ROOT);
    }

    /**
     * Does the sums.
     *
     * @param limit what the whole draft may cost
     * @param isOver whether to give up
     * @return whether it can cost less, as far as this tells; false too if it was given up
     */
    boolean canCostLess(double limit, BooleanSupplier isOver) {
        double left = limit - draft.cost();
        double[] least = new double[slots.size()];
        for (int number = 0; number < least.length; number++) {
            costs[number] = alone(slots.get(number), left);
            least[number] = min(costs[number]);
            left -= least[number];
            if (left <= 0 || isOver.getAsBoolean()) {
                return false;
            }
        }
        bound = 0;
        for (int i = fromTheRoots.length - 1; i >= 0; i--) {
            int number = fromTheRoots[i];
            double whole = min(costs[number]);
            left -= whole - least[number];
            if (left <= 0 || isOver.getAsBoolean()) {
                return false;
            }
            int above = upper[number];
            if (above == ROOT) {
                bound += whole;
            } else {
                sent[number] = sentUp(number, whole + left);
                for (int region = 0; region < sent[number].length; region++) {
                    costs[above][region] += sent[number][region];
                }
                least[above] += whole;
            }
        }
        return true;
    }

    private static double min(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    /** What a slot costs with its legs to what is placed, by region. */
    private double[] alone(Slot slot, double limit) {
        Costs prices = problem.costs();
        double[] byRegion = new double[problem.network().regions()];
        Arrays.fill(byRegion, Double.POSITIVE_INFINITY);
        for (int region = slot.candidates().nextSetBit(0);
                region >= 0;
                region = slot.candidates().nextSetBit(region + 1)) {
            if (draft.mayFit(slot, region)) {
                byRegion[region] = prices.hasSlotCosts() ? prices.ofSlot(slot, region) : 0;
            }
        }
        for (Leg leg : draft.legsOf(slot.index())) {
            boolean outgoing = leg.source().slot() == slot.index();
            Leg.End other = outgoing ? leg.destinations().get(0) : leg.source();
            if (isOneToOne(leg) && draft.regionOf(other) != Draft.NOWHERE) {
                double[] start = new double[byRegion.length];
                Arrays.fill(start, Double.POSITIVE_INFINITY);
                start[draft.regionOf(other)] = 0;
                double[] reached = spread.reach(leg, outgoing ? Direction.BACKWARD : Direction.FORWARD, start, limit);
                for (int region = 0; region < byRegion.length; region++) {
                    byRegion[region] += reached[region];
                }
            }
        }
        return byRegion;
    }

    private double[] sentUp(int number, double limit) {
        Leg leg = Objects.requireNonNull(legUp[number]);
        boolean outgoing = leg.source().slot() == slots.get(number).index();
        return spread.reach(leg, outgoing ? Direction.FORWARD : Direction.BACKWARD, costs[number], limit);
    }

    /** What all slots together cost at least. */
    double bound() {
        return bound;
    }

    int size() {
        return slots.size();
    }

    /** The slot that is to be placed after so many others. */
    Slot slot(int position) {
        return slots.get(fromTheRoots[position]);
    }

    /** What a slot and those below it cost at least, given where the slot above it is now. */
    double leastOf(int position) {
        int number = fromTheRoots[position];
        return upper[number] == ROOT ? min(costs[number]) : sent[number][regionAbove(number)];
    }

    /** What those slots cost at least that hang below one that is placed. */
    double leastBelow(int position) {
        double sum = 0;
        for (int lower = position + 1; lower < slots.size(); lower++) {
            if (upper[fromTheRoots[lower]] == fromTheRoots[position]) {
                sum += leastOf(lower);
            }
        }
        return sum;
    }

    private int regionAbove(int number) {
        return draft.regionOf(slots.get(upper[number]).index());
    }

    /** What a slot with all below it costs at least, by region, given where the slot above it is now. */
    double[] choices(int position, double limit) {
        int number = fromTheRoots[position];
        Leg leg = legUp[number];
        if (leg == null) {
            return costs[number].clone();
        }
        boolean outgoing = leg.source().slot() == slots.get(number).index();
        double[] choices = new double[costs[number].length];
        Arrays.fill(choices, Double.POSITIVE_INFINITY);
        RouteSearch search = spread.start(leg, outgoing ? Direction.BACKWARD : Direction.FORWARD, regionAbove(number));
        for (int region = search.next(limit); region >= 0; region = search.next(limit)) {
            choices[region] = search.cost(region) + costs[number][region];
        }
        return choices;
    }
}
