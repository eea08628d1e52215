package io.fogatlas.placement.exact;

import io.fogatlas.placement.problem.Chain;
import io.fogatlas.placement.problem.Leg;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Latency chains: the slowest way along the chosen routes keeps the bound. Where every hop is one leg to one destination, that is one sum.
 * Otherwise there is for every hop and destination the time at which data is there, if any way comes there at all.
 */
final class ChainRows {
    private static final int[] ALWAYS = {};

    private final IntegerProgram program;
    private final SlotChoices choices;
    private final List<RouteParts> routes;
    /** By leg and slot: whether the leg ends at the slot. */
    private final Map<List<Integer>, Choice> endsAt = new HashMap<>();

    ChainRows(IntegerProgram program, SlotChoices choices, List<RouteParts> routes) {
        this.program = program;
        this.choices = choices;
        this.routes = routes;
    }

    void build(List<Chain> chains) {
        for (Chain chain : chains) {
            if (chain.budgetMicros() < 0) {
                program.contradict();
            } else if (isOneWay(chain)) {
                oneWay(chain);
            } else {
                manyWays(chain);
            }
        }
    }

    private boolean isOneWay(Chain chain) {
        return chain.hops().stream()
                .allMatch(hop -> hop.length == 1
                        && routes.get(hop[0]).leg().destinations().size() == 1);
    }

    private void oneWay(Chain chain) {
        Terms latency = new Terms();
        int shift = shift(chain);
        chain.hops().forEach(hop -> latency.add(routes.get(hop[0]).latency(shift), 1));
        program.capacity(latency, budget(chain, shift));
    }

    /** By how many bits all times must be rounded down so that they can be added up; not at all in any chain of real lengths. */
    private int shift(Chain chain) {
        BigInteger sum = BigInteger.valueOf(chain.budgetMicros());
        for (int[] hop : chain.hops()) {
            for (int leg : hop) {
                for (Carrier carrier : routes.get(leg).carriers()) {
                    sum = sum.add(BigInteger.valueOf(carrier.latencyMicros()));
                }
            }
        }
        int shift = Math.max(0, sum.bitLength() - 60);
        if (shift > 0) {
            program.markRelaxed();
        }
        return shift;
    }

    private static long budget(Chain chain, int shift) {
        return shift == 0 ? chain.budgetMicros() : (chain.budgetMicros() >> shift) + 1;
    }

    /** When data is somewhere at the latest: at once, or as a variable says; and whether it comes there. */
    private record Arrival(Terms time, Choice reached) {}

    private void manyWays(Chain chain) {
        int shift = shift(chain);
        Map<Integer, Arrival> arrivals = new TreeMap<>();
        for (int first : chain.hops().get(0)) {
            arrivals.put(routes.get(first).leg().source().slot(), new Arrival(new Terms(), Choice.CERTAIN));
        }
        for (int[] hop : chain.hops()) {
            Map<Integer, Arrival> next = new TreeMap<>();
            for (int each : hop) {
                Leg leg = routes.get(each).leg();
                Arrival before = arrivals.get(leg.source().slot());
                for (Leg.End end : leg.destinations()) {
                    Arrival there = next.computeIfAbsent(end.slot(), slot -> arrival(leg, chain, shift));
                    if (before != null) {
                        follow(before, there, routes.get(each), endsAt(leg, end), shift);
                    }
                }
            }
            arrivals = next;
        }
    }

    private Arrival arrival(Leg leg, Chain chain, int shift) {
        return new Arrival(
                new Terms().add(program.variable(0, budget(chain, shift)), 1),
                leg.destinations().size() == 1 ? Choice.CERTAIN : new Choice(program.binary()));
    }

    /** If data comes to the source of a leg and the leg ends at a destination, data comes there, and no sooner than the route takes. */
    private void follow(Arrival before, Arrival there, RouteParts route, Choice ends, int shift) {
        List<Integer> conditions = new ArrayList<>();
        for (Choice condition : List.of(before.reached(), ends)) {
            if (!condition.isCertain()) {
                conditions.add(condition.variable());
            }
        }
        if (!there.reached().isCertain()) {
            Terms reached = new Terms().add(there.reached(), 1);
            conditions.forEach(condition -> reached.add(condition, -1));
            program.atLeast(reached, 1 - conditions.size());
        }
        Terms wait = new Terms().add(there.time(), 1).add(before.time(), -1).add(route.latency(shift), -1);
        int[] enforcers = conditions.isEmpty()
                ? ALWAYS
                : conditions.stream().mapToInt(Integer::intValue).toArray();
        program.atLeastIf(wait, 0, enforcers);
    }

    private Choice endsAt(Leg leg, Leg.End end) {
        if (leg.destinations().size() == 1) {
            return Choice.CERTAIN;
        }
        List<Integer> key = List.of(leg.index(), end.slot());
        if (!endsAt.containsKey(key)) {
            Terms all = new Terms();
            for (Leg.End each : leg.destinations()) {
                Choice ends = new Choice(program.binary());
                endsAt.put(List.of(leg.index(), each.slot()), ends);
                all.add(ends, 1);
                tie(leg, each, ends);
            }
            program.equal(all, 1);
        }
        return Objects.requireNonNull(endsAt.get(key));
    }

    private void tie(Leg leg, Leg.End end, Choice ends) {
        routes.get(leg.index()).endsIn().forEach((region, there) -> {
            Choice at = choices.of(end, region);
            if (at != null) {
                program.atLeast(new Terms().add(ends, 1).add(there, -1).add(at, -1), -1);
            }
        });
    }
}
