package io.fogatlas.placement.decomposition;

import io.fogatlas.placement.problem.Hosts;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.problem.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a problem below a limit of the score, written out: for each slot its regions (<em>atoms</em>), for each leg its routes
 * (<em>columns</em>), and rows for what they share. Atoms and columns are numbered as items: atoms first, slot by slot, then columns, leg
 * by leg.
 */
final class Reduced {
    private static final int NONE = -1;

    /** Far more than any problem has that was ever proved; writing them out and one step over them take a good part of a second. */
    private static final long MOST_COLUMNS = 500_000;

    private final PlacementProblem problem;
    private final List<Forest.Branch> fromTheLeaves;
    private final BitSet scarce;
    private final int[] firstAtom;
    private final int[] regionOfAtom;
    private final int[] slotOfAtom;
    private final int[] near;
    private final int[] far;
    private final int[] firstColumn;
    private final int[] nearAtom;
    private final int[] farAtom;
    private final int[] endAtom;
    private final ListedRoute[] routes;
    private final Leg.End[] ends;
    private final double[] costs;
    private final int[] ownerOf;
    private final int[] weights;
    private final Rows rows;

    private Reduced(
            PlacementProblem problem,
            List<Forest.Branch> fromTheLeaves,
            BitSet scarce,
            int[][] regionsOf,
            List<List<Column>> columnsOf,
            int[] near,
            int[] far) {
        this.problem = problem;
        this.fromTheLeaves = fromTheLeaves;
        this.scarce = scarce;
        this.near = near;
        this.far = far;
        int slots = regionsOf.length;
        firstAtom = new int[slots + 1];
        for (int slot = 0; slot < slots; slot++) {
            firstAtom[slot + 1] = firstAtom[slot] + regionsOf[slot].length;
        }
        int atoms = firstAtom[slots];
        regionOfAtom = new int[atoms];
        slotOfAtom = new int[atoms];
        for (int slot = 0; slot < slots; slot++) {
            System.arraycopy(regionsOf[slot], 0, regionOfAtom, firstAtom[slot], regionsOf[slot].length);
            Arrays.fill(slotOfAtom, firstAtom[slot], firstAtom[slot + 1], slot);
        }
        firstColumn = new int[columnsOf.size() + 1];
        for (int leg = 0; leg < columnsOf.size(); leg++) {
            firstColumn[leg + 1] = firstColumn[leg] + columnsOf.get(leg).size();
        }
        int columns = firstColumn[columnsOf.size()];
        nearAtom = new int[columns];
        farAtom = new int[columns];
        endAtom = new int[columns];
        routes = new ListedRoute[columns];
        ends = new Leg.End[columns];
        costs = new double[atoms + columns];
        for (int atom = 0; atom < atoms; atom++) {
            costs[atom] = problem.costs().ofSlot(problem.slots().get(slotOfAtom[atom]), regionOfAtom[atom]);
        }
        for (int leg = 0; leg < columnsOf.size(); leg++) {
            int column = firstColumn[leg];
            for (Column each : columnsOf.get(leg)) {
                write(column, leg, each);
                costs[atoms + column++] = each.cost();
            }
        }
        ownerOf = Arrays.copyOf(slotOfAtom, costs.length);
        for (int leg = 0; leg < columnsOf.size(); leg++) {
            Arrays.fill(ownerOf, atoms + firstColumn[leg], atoms + firstColumn[leg + 1], slots + leg);
        }
        weights = weights();
        rows = new Rows();
        new RowWriter(this, rows).write();
        rows.finish(atoms + columns);
    }

    /** A route of a leg to one of its destinations. */
    record Column(ListedRoute route, Leg.End end, double cost) {}

    /**
     * Writes out what is left.
     *
     * @param relaxation solved with its marginals, and without the candidates above the limit
     * @param limit placements that cost so much or more are not wanted
     * @param scarce the links that can be short; the others are not watched
     * @param mostSteps after how many steps of listing the routes of a leg it is given up
     */
    static Optional<Reduced> of(
            PlacementProblem problem, Relaxation relaxation, double limit, BitSet scarce, int mostSteps) {
        int[][] regionsOf = new int[problem.slots().size()][];
        for (int slot = 0; slot < regionsOf.length; slot++) {
            regionsOf[slot] = relaxation.candidates(slot).stream().toArray();
        }
        int[] near = new int[problem.legs().size()];
        int[] far = new int[near.length];
        for (int leg = 0; leg < near.length; leg++) {
            near[leg] = relaxation.near(leg);
            far[leg] = relaxation.far(leg);
        }
        List<List<Column>> columnsOf = new ArrayList<>();
        long columns = 0;
        for (Leg leg : problem.legs()) {
            Optional<List<ListedRoute>> listed = relaxation.routes(leg, limit, scarce, mostSteps);
            if (listed.isEmpty()) {
                return Optional.empty();
            }
            columnsOf.add(columns(problem, leg, listed.get(), regionsOf));
            columns += columnsOf.get(leg.index()).size();
            if (columns > MOST_COLUMNS) {
                return Optional.empty();
            }
        }
        return Optional.of(new Reduced(problem, relaxation.fromTheLeaves(), scarce, regionsOf, columnsOf, near, far));
    }

    private static List<Column> columns(
            PlacementProblem problem, Leg leg, List<ListedRoute> routes, int[][] regionsOf) {
        List<Column> columns = new ArrayList<>();
        for (ListedRoute route : routes) {
            double cost = problem.costs().perLink(leg.bandwidthBps()) * route.links().length
                    + problem.costs().perMicro() * route.latencyMicros();
            for (Leg.End end : leg.destinations()) {
                boolean there = end.slot() < 0
                        ? end.region() == route.target()
                        : Arrays.binarySearch(regionsOf[end.slot()], route.target()) >= 0;
                int source = leg.source().slot();
                if (there && (source < 0 || Arrays.binarySearch(regionsOf[source], route.source()) >= 0)) {
                    columns.add(new Column(route, end, cost));
                }
            }
        }
        return columns;
    }

    private void write(int column, int leg, Column from) {
        Leg of = problem.legs().get(leg);
        routes[column] = from.route();
        ends[column] = from.end();
        int source = of.source().slot();
        int sourceAtom = source < 0 ? NONE : atom(source, from.route().source());
        int targetAtom = from.end().slot() < 0
                ? NONE
                : atom(from.end().slot(), from.route().target());
        boolean fromNear = source == near[leg];
        nearAtom[column] = near[leg] < 0 ? NONE : fromNear ? sourceAtom : targetAtom;
        farAtom[column] = far[leg] < 0 ? NONE : fromNear ? targetAtom : sourceAtom;
        // A leg that closes a circle or has several destinations: where it ends is a rule of its own.
        endAtom[column] = far[leg] < 0 && (near[leg] < 0 || fromNear) ? targetAtom : NONE;
    }

    int atom(int slot, int region) {
        int found = Arrays.binarySearch(regionOfAtom, firstAtom[slot], firstAtom[slot + 1], region);
        return found >= 0 ? found : NONE;
    }

    private int[] weights() {
        int[] byAtom = new int[atoms()];
        Hosts hosts = problem.hosts();
        if (hosts.unlimited()) {
            return byAtom;
        }
        int scarcest = scarcestDimension();
        for (int atom = 0; atom < byAtom.length; atom++) {
            Slot slot = problem.slots().get(slotOfAtom[atom]);
            int region = regionOfAtom[atom];
            double free = hosts.freeIn(region, scarcest);
            long demand = slot.demand(scarcest, region);
            byAtom[atom] = demand == 0 ? 0 : (int) (ParetoLists.FULL * (demand / free));
        }
        return byAtom;
    }

    /** The dimension of which the slots take the largest part, on average over their regions. */
    private int scarcestDimension() {
        double[] taken = new double[problem.hosts().dimensions()];
        for (int atom = 0; atom < regionOfAtom.length; atom++) {
            Slot slot = problem.slots().get(slotOfAtom[atom]);
            for (int d = 0; d < taken.length; d++) {
                long demand = slot.demand(d, regionOfAtom[atom]);
                taken[d] += demand == 0 ? 0 : demand / (double) problem.hosts().freeIn(regionOfAtom[atom], d);
            }
        }
        int scarcest = 0;
        for (int d = 1; d < taken.length; d++) {
            scarcest = taken[d] > taken[scarcest] ? d : scarcest;
        }
        return scarcest;
    }

    /** Keeps only some items. */
    Reduced keeping(boolean[] kept) {
        int slots = firstAtom.length - 1;
        int[][] regionsOf = new int[slots][];
        for (int slot = 0; slot < slots; slot++) {
            int number = 0;
            int[] regions = new int[firstAtom[slot + 1] - firstAtom[slot]];
            for (int atom = firstAtom[slot]; atom < firstAtom[slot + 1]; atom++) {
                if (kept[atom]) {
                    regions[number++] = regionOfAtom[atom];
                }
            }
            regionsOf[slot] = Arrays.copyOf(regions, number);
        }
        List<List<Column>> columnsOf = new ArrayList<>();
        for (int leg = 0; leg < near.length; leg++) {
            List<Column> columns = new ArrayList<>();
            for (int column = firstColumn[leg]; column < firstColumn[leg + 1]; column++) {
                if (kept[atoms() + column]) {
                    columns.add(new Column(routes[column], ends[column], costs[atoms() + column]));
                }
            }
            columnsOf.add(columns);
        }
        return new Reduced(problem, fromTheLeaves, scarce, regionsOf, columnsOf, near, far);
    }

    /** The links that are watched. */
    BitSet scarce() {
        return scarce;
    }

    PlacementProblem problem() {
        return problem;
    }

    List<Forest.Branch> fromTheLeaves() {
        return fromTheLeaves;
    }

    int slots() {
        return firstAtom.length - 1;
    }

    int legs() {
        return near.length;
    }

    int atoms() {
        return regionOfAtom.length;
    }

    int columns() {
        return routes.length;
    }

    int items() {
        return costs.length;
    }

    int firstAtom(int slot) {
        return firstAtom[slot];
    }

    int region(int atom) {
        return regionOfAtom[atom];
    }

    int slotOf(int atom) {
        return slotOfAtom[atom];
    }

    /** The slot that an atom belongs to, or the leg that a column does, counted on after the slots. */
    int ownerOf(int item) {
        return ownerOf[item];
    }

    int firstColumn(int leg) {
        return firstColumn[leg];
    }

    /** The slot a leg is charged to, or that is above it in the tree; -1 if both ends are fixed. */
    int near(int leg) {
        return near[leg];
    }

    /** The slot below a leg of the tree; -1 if it is not in the tree. */
    int far(int leg) {
        return far[leg];
    }

    int nearAtom(int column) {
        return nearAtom[column];
    }

    int farAtom(int column) {
        return farAtom[column];
    }

    /** The atom that a column outside the tree needs at its end; -1 if it needs none. */
    int endAtom(int column) {
        return endAtom[column];
    }

    /** Says whether a column of the tree keeps both its slots in one region. */
    boolean stays(int column) {
        return routes[column].source() == routes[column].target();
    }

    /** What an atom takes of its region, of the resource that is scarcest, as a part of {@link ParetoLists#FULL}; rounded down. */
    int weight(int atom) {
        return weights[atom];
    }

    ListedRoute route(int column) {
        return routes[column];
    }

    /** The choice that takes an atom for each slot and a column for each leg. */
    Choice choice(int[] atoms, int[] columns) {
        int[][] links = new int[columns.length][];
        Leg.End[] reached = new Leg.End[columns.length];
        for (int leg = 0; leg < columns.length; leg++) {
            links[leg] = routes[columns[leg]].links();
            reached[leg] = ends[columns[leg]];
        }
        return new Choice(Arrays.stream(atoms).map(atom -> regionOfAtom[atom]).toArray(), links, reached);
    }

    double cost(int item) {
        return costs[item];
    }

    Rows rows() {
        return rows;
    }
}
