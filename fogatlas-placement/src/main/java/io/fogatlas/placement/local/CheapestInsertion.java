package io.fogatlas.placement.local;

import io.fogatlas.placement.problem.Costs;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Distances;
import io.fogatlas.placement.search.Draft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a slot where it costs least, given where its neighbours are: regions are tried in the order of what they cost at least, by
 * distances as if all links were free, until no other can be cheaper than the best one tried.
 */
final class CheapestInsertion {
    /** How many regions that cost more than they need to are tried before the best of them is taken. */
    private static final int MOST_DEAR = 4;

    /** How many regions are tried where routes cannot be had. */
    private static final int MOST_TRIES = 12;

    /** Looking a region up takes so much less time than expanding a label. */
    private static final int REGIONS_PER_STEP = 32;

    private final Walk walk;
    private final Draft draft;
    private final PlacementProblem problem;
    /** By slot; worked out when first needed. */
    private final @Nullable Choice[] choices;

    /** What the regions cost that are being looked at. */
    private double[] costs = {};

    private long steps;

    /** What is known about a slot wherever the others are. */
    private static final class Choice {
        /** Its candidates. */
        private final int[] regions;
        /** What it costs by itself in each of them. */
        private final double[] own;

        private final double least;
        /** Its legs: a wide flow has fewer links to choose from, so it is routed first. */
        private final List<Leg> widestFirst;

        Choice(Slot slot, Costs costs, List<Leg> legs) {
            regions = slot.candidates().stream().toArray();
            own = new double[regions.length];
            for (int i = 0; costs.hasSlotCosts() && i < regions.length; i++) {
                own[i] = costs.ofSlot(slot, regions[i]);
            }
            least = Arrays.stream(own).min().orElse(0);
            widestFirst = new ArrayList<>(legs);
            widestFirst.sort(
                    Comparator.comparingLong(Leg::bandwidthBps).reversed().thenComparing(Leg::index));
        }
    }

    CheapestInsertion(Walk walk) {
        this.walk = walk;
        draft = walk.draft();
        problem = walk.problem();
        choices = new Choice[problem.slots().size()];
    }

    /**
     * Puts a slot somewhere.
     *
     * @param slot a slot that is nowhere
     * @param limit what may be added to the cost of the draft
     * @param passOver whether to leave a region out; asked once for each
     * @return whether it is somewhere
     */
    boolean insert(Slot slot, double limit, BooleanSupplier passOver) {
        if (!isSimple(slot)) {
            return walk.insertion().insert(slot, limit, passOver);
        }
        int[] regions = estimate(slot);
        double before = draft.cost();
        double least = limit;
        int best = -1;
        int dear = 0;
        for (int tries = 0; tries < MOST_TRIES && dear < MOST_DEAR; ) {
            int next = leastBelow(least, regions.length);
            if (next < 0) {
                break;
            }
            double estimated = costs[next];
            costs[next] = Double.POSITIVE_INFINITY;
            if (passOver.getAsBoolean() || !walk.insertion().mayBe(slot, regions[next])) {
                continue;
            }
            tries++;
            int mark = draft.mark();
            if (draft.place(slot, regions[next]) && routeAll(slot, least - estimated)) {
                double cost = draft.cost() - before;
                if (cost <= estimated + 1e-9 * Math.abs(estimated) && cost < least) {
                    return true;
                }
                if (cost < least) {
                    least = cost;
                    best = regions[next];
                }
                dear++;
            }
            draft.rollback(mark);
        }
        return best >= 0 && walk.insertion().insertIn(slot, best);
    }

    /** Says where a slot that is nowhere would cost least if there were room; -1 if it can be nowhere. */
    int cheapest(Slot slot) {
        int[] regions = estimate(slot);
        int least = leastBelow(Double.POSITIVE_INFINITY, regions.length);
        return least < 0 ? -1 : regions[least];
    }

    /** Routes all legs that can be; false if one costs too much more than it must. */
    private boolean routeAll(Slot slot, double slack) {
        for (Leg leg : choice(slot).widestFirst) {
            if (walk.router().canRoute(leg) && !walk.router().routeWithin(leg, slack)) {
                return false;
            }
        }
        return true;
    }

    /** What a slot costs at least by itself, wherever it is. */
    double least(Slot slot) {
        return choice(slot).least;
    }

    /** Where a leg may end at several slots, what a region costs depends on more than distances. */
    private boolean isSimple(Slot slot) {
        for (Leg leg : draft.legsOf(slot.index())) {
            if (leg.destinations().size() > 1
                    || leg.destinations().get(0).slot() == leg.source().slot()) {
                return false;
            }
        }
        return slot.service().slotCount() == 1;
    }

    private Choice choice(Slot slot) {
        Choice known = choices[slot.index()];
        if (known == null) {
            known = new Choice(slot, problem.costs(), draft.legsOf(slot.index()));
            choices[slot.index()] = known;
        }
        return known;
    }

    /** Works out what each candidate costs at least, given where the others are; answers the candidates. */
    private int[] estimate(Slot slot) {
        int[] regions = choice(slot).regions;
        if (costs.length < regions.length) {
            costs = new double[regions.length];
        }
        System.arraycopy(choice(slot).own, 0, costs, 0, regions.length);
        Costs prices = problem.costs();
        for (Leg leg : draft.legsOf(slot.index())) {
            boolean outgoing = leg.source().slot() == slot.index();
            int other = draft.regionOf(outgoing ? leg.destinations().get(0) : leg.source());
            if (other != Draft.NOWHERE) {
                Distances.Row row =
                        outgoing ? walk.distances().to(other) : walk.distances().from(other);
                double perLink = prices.perLink(leg.bandwidthBps());
                double perMicro = prices.perMicro();
                long bound = leg.boundMicros();
                for (int i = 0; i < regions.length; i++) {
                    long micros = row.micros(regions[i]);
                    costs[i] = micros > bound || micros == Long.MAX_VALUE
                            ? Double.POSITIVE_INFINITY
                            : costs[i] + perLink * row.links(regions[i]) + perMicro * micros;
                }
                steps += regions.length / REGIONS_PER_STEP;
            }
        }
        return regions;
    }

    private int leastBelow(double limit, int count) {
        double least = limit;
        int best = -1;
        for (int i = 0; i < count; i++) {
            if (costs[i] < least) {
                least = costs[i];
                best = i;
            }
        }
        return best;
    }

    long steps() {
        return steps;
    }
}
