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

    private void writeHost(int region, List<Integer> atoms) {
        Hosts hosts = problem.hosts();
        int nodes = hosts.firstNode(region + 1) - hosts.firstNode(region);
        for (int d = 0; d < hosts.dimensions(); d++) {
            long free = 0;
            for (int node = hosts.firstNode(region); node < hosts.firstNode(region + 1); node++) {
                free += hosts.free(node, d);
            }
            long[] demands = new long[atoms.size()];
            double sum = 0;
            for (int i = 0; i < demands.length; i++) {
                Slot slot = slotOf(atoms.get(i));
                demands[i] = slot.service().demand(d, region) * slot.replicas();
                sum += demands[i];
            }
            if (sum > free) {
                writeSum(atoms, demands, free, new Rows.Key(Rows.Kind.HOST, region, d));
                if (nodes == 1) {
                    writeCounts(atoms, demands, free, region, d);
                }
            }
        }
    }

    private void writeSum(List<Integer> items, long[] demands, long free, Rows.Key key) {
        rows.begin(1, key);
        for (int i = 0; i < demands.length; i++) {
            if (demands[i] > 0) {
                rows.add(items.get(i), (double) demands[i] / free);
            }
        }
    }

    private void writeCounts(List<Integer> items, long[] demands, long free, int region, int dimension) {
        int before = 0;
        for (int most = 1; most <= MOST_COUNTED; most++) {
            int large = 0;
            for (long demand : demands) {
                large += isLarge(demand, free, most) ? 1 : 0;
            }
            if (large > most && large > before) {
                rows.begin(1, new Rows.Key(Rows.Kind.HOST_COUNT, region, dimension * MOST_COUNTED + most - 1));
                for (int i = 0; i < demands.length; i++) {
                    if (isLarge(demands[i], free, most)) {
                        rows.add(items.get(i), 1.0 / most);
                    }
                }
                before = large;
            }
        }
    }

    /** More than {@code most} of such demands do not fit. */
    private static boolean isLarge(long demand, long free, int most) {
        return demand > free / (most + 1);
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
        double sum = 0;
        for (int leg : columnsOfLeg.keySet()) {
            sum += problem.legs().get(leg).bandwidthBps();
        }
        if (sum <= free) {
            return;
        }
        rows.begin(1, new Rows.Key(Rows.Kind.LINK, link, 0));
        columnsOfLeg.forEach((leg, columns) -> {
            double share = (double) problem.legs().get(leg).bandwidthBps() / free;
            columns.forEach(column -> rows.add(column, share));
        });
        int before = 0;
        for (int most = 1; most <= MOST_COUNTED; most++) {
            int counted = most;
            Map<Integer, List<Integer>> large = new LinkedHashMap<>(columnsOfLeg);
            large.keySet().removeIf(leg -> !isLarge(problem.legs().get(leg).bandwidthBps(), free, counted));
            if (large.size() > most && large.size() > before) {
                rows.begin(1, new Rows.Key(Rows.Kind.LINK_COUNT, link, most));
                large.values().forEach(columns -> columns.forEach(column -> rows.add(column, 1.0 / counted)));
                before = large.size();
            }
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
