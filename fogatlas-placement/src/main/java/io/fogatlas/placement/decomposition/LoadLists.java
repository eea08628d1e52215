package io.fogatlas.placement.decomposition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Lists of states: what part of a choice costs and takes of each row. Of two states of a list none is both as cheap as the other and takes
 * no more of anything. Each remembers from which others it came about. All lists lie in one pool.
 */
final class LoadLists {
    /** After so much work it is asked whether to go on. */
    private static final int WORK_BETWEEN_QUESTIONS = 100_000;

    private final int rows;
    private final long mostWork;
    private final BooleanSupplier isOver;
    private int size;
    private double[] cost = new double[1024];
    private double[] priced = new double[1024];
    private int[] weight = new int[1024];
    private int[] previous = new int[1024];
    private int[] below = new int[1024];
    private int[] item = new int[1024];
    private int[] loads;
    private int[] harmless = {};
    private int[] highest = {};
    private int begun;
    private long work;
    private long nextQuestion = WORK_BETWEEN_QUESTIONS;
    private boolean stopped;

    LoadLists(int rows, long mostWork, BooleanSupplier isOver) {
        this.rows = rows;
        this.mostWork = mostWork;
        this.isOver = isOver;
        loads = new int[1024 * rows];
    }

    int size() {
        return size;
    }

    /** How much was done so far, in units that take about as long each. */
    long work() {
        return work;
    }

    void spend(long more) {
        work += more;
    }

    /** Says whether it has become too much work, or the search is over. */
    boolean isTooMuch() {
        if (work >= nextQuestion) {
            nextQuestion = work + WORK_BETWEEN_QUESTIONS;
            stopped |= isOver.getAsBoolean();
        }
        return stopped || work > mostWork;
    }

    double cost(int state) {
        return cost[state];
    }

    /** What a state costs with the prices of what it takes. */
    double priced(int state) {
        return priced[state];
    }

    /** What the cluster at the top of a state takes of its region, as {@link Reduced#weight}. */
    int weight(int state) {
        return weight[state];
    }

    /** The state that another was joined to; -1 if none was. */
    int previous(int state) {
        return previous[state];
    }

    /** The state that was joined, or that a leg leads to; -1 if there is none. */
    int below(int state) {
        return below[state];
    }

    /** The item by which a state came about; -1 if it was by joining. */
    int item(int state) {
        return item[state];
    }

    /** The least priced cost in a list; infinite if it is empty. */
    double cheapest(int start, int end) {
        double least = Double.POSITIVE_INFINITY;
        for (int state = start; state < end; state++) {
            least = Math.min(least, priced[state]);
        }
        return least;
    }

    /** Begins a list. Loads below what is harmless need not be told apart; states with higher ones than the highest are left out. */
    void begin(int[] harmlessLoads, int[] highestLoads) {
        begun = size;
        harmless = harmlessLoads;
        highest = highestLoads;
    }

    /** Adds a state that takes nothing. */
    void add(double stateCost, double statePriced, int stateWeight, int from, int by, int of) {
        if (size == cost.length) {
            cost = Arrays.copyOf(cost, 2 * size);
            priced = Arrays.copyOf(priced, 2 * size);
            weight = Arrays.copyOf(weight, 2 * size);
            previous = Arrays.copyOf(previous, 2 * size);
            below = Arrays.copyOf(below, 2 * size);
            item = Arrays.copyOf(item, 2 * size);
            loads = Arrays.copyOf(loads, 2 * size * rows);
        }
        work += 1 + rows / 8;
        cost[size] = stateCost;
        priced[size] = statePriced;
        weight[size] = stateWeight;
        previous[size] = from;
        below[size] = by;
        item[size] = of;
        Arrays.fill(loads, size * rows, (size + 1) * rows, 0);
        size++;
    }

    /** Lets the last state take what an item takes. */
    void take(RowUse use, int itemNumber) {
        use.add(itemNumber, loads, (size - 1) * rows);
    }

    /** Lets the last state take what another takes. */
    void take(int state) {
        int target = (size - 1) * rows;
        for (int row = 0; row < rows; row++) {
            loads[target + row] += loads[state * rows + row];
        }
    }

    /** Leaves the last state out if it breaks a row. */
    void settle() {
        int at = (size - 1) * rows;
        for (int row = 0; row < rows; row++) {
            if (loads[at + row] > highest[row]) {
                size--;
                return;
            }
            loads[at + row] = Math.max(loads[at + row], harmless[row]);
        }
    }

    /** Ends the list: leaves the states that no other makes needless, the cheapest first; answers where the list begins. */
    int end() {
        int[] order = IntStream.range(begun, size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer state) -> cost[state])
                        .thenComparing(state -> state))
                .mapToInt(Integer::intValue)
                .toArray();
        int left = 0;
        for (int state : order) {
            boolean needed = true;
            for (int i = 0; i < left && needed; i++) {
                needed = !takesNoMore(order[i], state);
            }
            work += 1 + left / 4;
            if (isTooMuch()) {
                return begun;
            }
            if (needed) {
                order[left++] = state;
            }
        }
        gather(Arrays.copyOf(order, left));
        return begun;
    }

    private boolean takesNoMore(int one, int other) {
        int a = one * rows;
        int b = other * rows;
        for (int row = 0; row < rows; row++) {
            if (loads[a + row] > loads[b + row]) {
                return false;
            }
        }
        return true;
    }

    /** Leaves only some states of the list, in this order. */
    private void gather(int[] kept) {
        gather(kept, cost);
        gather(kept, priced);
        gather(kept, weight);
        gather(kept, previous);
        gather(kept, below);
        gather(kept, item);
        int[] taken = new int[kept.length * rows];
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(loads, kept[i] * rows, taken, i * rows, rows);
        }
        System.arraycopy(taken, 0, loads, begun * rows, taken.length);
        size = begun + kept.length;
    }

    private void gather(int[] kept, double[] values) {
        double[] gathered =
                Arrays.stream(kept).mapToDouble(state -> values[state]).toArray();
        System.arraycopy(gathered, 0, values, begun, gathered.length);
    }

    private void gather(int[] kept, int[] values) {
        int[] gathered = Arrays.stream(kept).map(state -> values[state]).toArray();
        System.arraycopy(gathered, 0, values, begun, gathered.length);
    }
}
