package io.fogatlas.placement.greedy;

import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import io.fogatlas.placement.search.Draft;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Gathers slots that exchange data over links: all of them are taken out and put in again, one region being preferred by each that finds
 * room there. So a whole application moves to a region that none of its slots would choose alone.
 */
final class Gathering {
    /** How many regions are tried for a group. */
    private static final int MOST_REGIONS = 6;

    /** Above so many slots, putting them in again takes longer than it is worth. */
    private static final int MOST_TOGETHER = 12;

    private static final Comparator<Option> BEST_FIRST = Comparator.comparingInt(Option::slots)
            .thenComparingLong(Option::room)
            .reversed()
            .thenComparingInt(Option::region);

    private final PlacementProblem problem;
    private final Draft draft;

    /** A region, how many of a group may be in it, and the CPU it would have for them. */
    private record Option(int region, int slots, long room) {}

    /** What is done with a group. */
    interface Attempt {
        /** Whether moving some of the slots may pay at all. */
        boolean mayPay(List<Slot> slots);

        /** Takes slots out and puts them in again, the preferred region first; keeps that if it is cheaper. */
        boolean tryAgain(List<Slot> slots, int preferredRegion);
    }

    Gathering(PlacementProblem problem, Draft draft) {
        this.problem = problem;
        this.draft = draft;
    }

    boolean run(Attempt attempt) {
        boolean better = false;
        BitSet seen = new BitSet();
        for (Slot slot : problem.slots()) {
            if (!seen.get(slot.index()) && Improvement.mayMove(slot)) {
                List<Slot> group = groupOf(slot, seen);
                if (group.size() > 1 && group.size() <= MOST_TOGETHER && hasRemoteLeg(group)) {
                    better |= gather(group, attempt);
                }
            }
        }
        return better;
    }

    /** The slots that may move and are joined to one by flows between such slots. */
    private List<Slot> groupOf(Slot first, BitSet seen) {
        List<Slot> group = new ArrayList<>(List.of(first));
        seen.set(first.index());
        for (int next = 0; next < group.size(); next++) {
            for (Leg leg : draft.legsOf(group.get(next).index())) {
                for (int end : new int[] {leg.source().slot(), draft.endOf(leg)}) {
                    if (end >= 0
                            && !seen.get(end)
                            && Improvement.mayMove(problem.slots().get(end))) {
                        seen.set(end);
                        group.add(problem.slots().get(end));
                    }
                }
            }
        }
        return group;
    }

    private boolean hasRemoteLeg(List<Slot> group) {
        return group.stream()
                .flatMap(slot -> draft.legsOf(slot.index()).stream())
                .anyMatch(leg -> draft.routeOf(leg).length > 0);
    }

    private boolean gather(List<Slot> group, Attempt attempt) {
        if (!attempt.mayPay(group)) {
            return false;
        }
        List<Slot> connected = byFlows(group);
        List<Slot> largest = new ArrayList<>(group);
        largest.sort(Comparator.comparingDouble((Slot slot) -> -WaitingSlots.shareOf(problem, slot))
                .thenComparing(slot -> -WaitingSlots.pullOf(draft, slot.index()))
                .thenComparing(Slot::index));
        boolean better = false;
        for (int region : regionsFor(group)) {
            better |= attempt.tryAgain(connected, region) || attempt.tryAgain(largest, region);
        }
        return better;
    }

    /** The two with the widest flow first, then always the one with the widest flows to those before it. */
    private List<Slot> byFlows(List<Slot> group) {
        List<Slot> left = new ArrayList<>(group);
        List<Slot> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Slot next = left.stream()
                    .min(Comparator.comparingDouble((Slot slot) -> -pull(slot, ordered))
                            .thenComparing(Slot::index))
                    .orElseThrow();
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private double pull(Slot slot, List<Slot> to) {
        double sum = 0;
        double widest = 0;
        for (Leg leg : draft.legsOf(slot.index())) {
            int other = leg.source().slot() == slot.index()
                    ? draft.endOf(leg)
                    : leg.source().slot();
            double wide = problem.costs().perLink(leg.bandwidthBps()) + 1e-9;
            widest = Math.max(widest, wide);
            sum += to.stream().anyMatch(one -> one.index() == other) ? wide : 0;
        }
        return to.isEmpty() ? widest : sum;
    }

    /** The regions that most of the group may be in, those with the most free CPU first. */
    private List<Integer> regionsFor(List<Slot> group) {
        int[] slotsFor = new int[problem.network().regions()];
        for (Slot slot : group) {
            BitSet candidates = slot.candidates();
            for (int region = candidates.nextSetBit(0); region >= 0; region = candidates.nextSetBit(region + 1)) {
                slotsFor[region]++;
            }
        }
        List<Option> best = new ArrayList<>();
        for (int region = 0; region < slotsFor.length; region++) {
            boolean full = best.size() == MOST_REGIONS;
            if (slotsFor[region] > 0
                    && (!full || slotsFor[region] >= best.get(MOST_REGIONS - 1).slots())) {
                best.add(new Option(region, slotsFor[region], roomIn(region)));
                best.sort(BEST_FIRST);
                best.subList(Math.min(MOST_REGIONS, best.size()), best.size()).clear();
            }
        }
        return best.stream().map(Option::region).toList();
    }

    private long roomIn(int region) {
        return problem.hosts().unlimited() ? 0 : draft.freeIn(region, 0) + own(region);
    }

    private long own(int region) {
        return draft.slotsIn(region).stream()
                .mapToLong(slot -> slot.service().demand(0, region) * slot.replicas())
                .sum();
    }
}
