package io.fogatlas.placement.decomposition;

import io.fogatlas.placement.problem.Chain;
import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Service;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the rules that items share as rows: no region's resource and no link is taken beyond what is free, slots that keep each other
 * out are not together, legs end where their destination is, chains keep their time.
 *
 * <p>Where one or two of the large demands fill a resource, a row that counts them says more than the sum: of those that take more than a
 * half at most one, more than a third at most two, more than a quarter at most three.
 */
final class RowWriter {
    private static final int MOST_COUNTED = 3;

    private final Reduced reduced;
    private final PlacementProblem problem;
    private final Rows rows;

    RowWriter(Reduced reduced, Rows rows) {
        this.reduced = reduced;
        this.rows = rows;
        problem = reduced.problem();
    }

    void write() {
        Map<Integer, List<Integer>> atomsIn = new LinkedHashMap<>();
        for (int atom = 0; atom < reduced.atoms(); atom++) {
            atomsIn.computeIfAbsent(reduced.region(atom), region -> new ArrayList<>())
                    .add(atom);
        }
        if (!problem.hosts().unlimited()) {
            atomsIn.forEach(this::writeHost);
        }
        atomsIn.values().forEach(this::writeExclusions);
        writeLinks();
        writeEnds();
        writeAffinities();
        writeChains();
    }

    private Slot slotOf(int atom) {
        return problem.slots().get(reduced.slotOf(atom));
    }

    /** Items of which at most one is chosen, and what it takes of something that is shared. */
    private record Taker(List<Integer> items, long amount) {}

    private void writeHost(int region, List<Integer> atoms) {
        Hosts hosts = problem.hosts();
        int nodes = hosts.firstNode(region + 1) - hosts.firstNode(region);
        for (int d = 0; d < hosts.dimensions(); d++) {
            int dimension = d;
            List<Taker> takers = atoms.stream()
                    .map(atom -> new Taker(List.of(atom), slotOf(atom).demand(dimension, region)))
                    .toList();
            long free = hosts.freeIn(region, d);
            if (takeMore(takers, free)) {
                writeSum(takers, free, new Rows.Key(Rows.Kind.HOST, region, d));
                if (nodes == 1) {
                    writeCounts(takers, free, Rows.Kind.HOST_COUNT, region, d);
                }
            }
        }
    }

    private static boolean takeMore(List<Taker> takers, long free) {
        return takers.stream().mapToDouble(Taker::amount).sum() > free;
    }

    private void writeSum(List<Taker> takers, long free, Rows.Key key) {
        rows.begin(1, key);
        for (Taker taker : takers) {
            if (taker.amount() > 0) {
                double share = (double) taker.amount() / free;
                taker.items().forEach(item -> rows.add(item, share));
            }
        }
    }

    /** Of what takes more than free / (most + 1), no more than {@code most} fit. */
    private void writeCounts(List<Taker> takers, long free, Rows.Kind kind, int about, int dimension) {
        int before = 0;
        for (int most = 1; most <= MOST_COUNTED; most++) {
            long part = free / (most + 1);
            List<Taker> large =
                    takers.stream().filter(taker -> taker.amount() > part).toList();
            if (large.size() > most && large.size() > before) {
                rows.begin(1, new Rows.Key(kind, about, dimension * MOST_COUNTED + most - 1));
                double share = 1.0 / most;
                large.forEach(taker -> taker.items().forEach(item -> rows.add(item, share)));
                before = large.size();
            }
        }
    }

    /** Slots of one service go to different regions; services that exclude each other, too. */
    private void writeExclusions(List<Integer> atoms) {
        Map<Integer, List<Integer>> byService = new LinkedHashMap<>();
        for (int atom : atoms) {
            byService
                    .computeIfAbsent(slotOf(atom).service().index(), service -> new ArrayList<>())
                    .add(atom);
        }
        byService.forEach((service, ofService) -> {
            boolean alone = true;
            for (Map.Entry<Integer, List<Integer>> other : byService.entrySet()) {
                if (service < other.getKey() && problem.services().get(service).excludes(other.getKey())) {
                    alone = false;
                    rows.begin(1, exclusion(atoms, service, other.getKey()));
                    ofService.forEach(atom -> rows.add(atom, 1));
                    other.getValue().forEach(atom -> rows.add(atom, 1));
                }
            }
            if (alone && ofService.size() > 1) {
                rows.begin(1, exclusion(atoms, service, service));
                ofService.forEach(atom -> rows.add(atom, 1));
            }
        });
    }

    private Rows.Key exclusion(List<Integer> atoms, int service, int other) {
        int region = reduced.region(atoms.get(0));
        return new Rows.Key(
                Rows.Kind.EXCLUSION, region, service * problem.services().size() + other);
    }

    private void writeLinks() {
        Map<Integer, Map<Integer, List<Integer>>> columnsOf = new LinkedHashMap<>();
        for (int leg = 0; leg < reduced.legs(); leg++) {
            for (int column = reduced.firstColumn(leg); column < reduced.firstColumn(leg + 1); column++) {
                for (int link : reduced.route(column).links()) {
                    if (!reduced.scarce().get(link)) {
                        continue;
                    }
                    columnsOf
                            .computeIfAbsent(link, key -> new LinkedHashMap<>())
                            .computeIfAbsent(leg, key -> new ArrayList<>())
                            .add(reduced.atoms() + column);
                }
            }
        }
        columnsOf.forEach(this::writeLink);
    }

    private void writeLink(int link, Map<Integer, List<Integer>> columnsOfLeg) {
        long free = problem.network().freeBps(link);
        List<Taker> takers = new ArrayList<>();
        columnsOfLeg.forEach((leg, columns) ->
                takers.add(new Taker(columns, problem.legs().get(leg).bandwidthBps())));
        if (takeMore(takers, free)) {
            writeSum(takers, free, new Rows.Key(Rows.Kind.LINK, link, 0));
            writeCounts(takers, free, Rows.Kind.LINK_COUNT, link, /* dimension= */ 0);
        }
    }

    /** A leg outside the tree ends only where its destination is. */
    private void writeEnds() {
        for (int leg = 0; leg < reduced.legs(); leg++) {
            Map<Integer, List<Integer>> columnsTo = new LinkedHashMap<>();
            for (int column = reduced.firstColumn(leg); column < reduced.firstColumn(leg + 1); column++) {
                if (reduced.endAtom(column) >= 0) {
                    columnsTo
                            .computeIfAbsent(reduced.endAtom(column), key -> new ArrayList<>())
                            .add(reduced.atoms() + column);
                }
            }
            int from = leg;
            columnsTo.forEach((atom, columns) -> {
                rows.begin(
                        0,
                        new Rows.Key(
                                Rows.Kind.END, reduced.region(atom), from * reduced.slots() + reduced.slotOf(atom)));
                columns.forEach(column -> rows.add(column, 1));
                rows.add(atom, -1);
            });
        }
    }

    private void writeAffinities() {
        for (int atom = 0; atom < reduced.atoms(); atom++) {
            int region = reduced.region(atom);
            for (Service.Companions companions : slotOf(atom).service().companions()) {
                if (!companions.includesSelf() && !companions.runningIn().get(region)) {
                    rows.begin(0, new Rows.Key(Rows.Kind.AFFINITY, region, reduced.slotOf(atom)));
                    rows.add(atom, 1);
                    for (Slot other : problem.slots()) {
                        int there = companions.services().get(other.service().index())
                                ? reduced.atom(other.index(), region)
                                : -1;
                        if (there >= 0) {
                            rows.add(there, -1);
                        }
                    }
                }
            }
        }
    }

    private void writeChains() {
        for (int number = 0; number < problem.chains().size(); number++) {
            Chain chain = problem.chains().get(number);
            if (chain.budgetMicros() <= 0 || chain.hops().stream().anyMatch(hop -> hop.length != 1)) {
                continue;
            }
            rows.begin(1, new Rows.Key(Rows.Kind.CHAIN, number, 0));
            for (int[] hop : chain.hops()) {
                Leg leg = problem.legs().get(hop[0]);
                for (int column = reduced.firstColumn(leg.index());
                        column < reduced.firstColumn(leg.index() + 1);
                        column++) {
                    rows.add(
                            reduced.atoms() + column,
                            (double) reduced.route(column).latencyMicros() / chain.budgetMicros());
                }
            }
        }
    }
}
