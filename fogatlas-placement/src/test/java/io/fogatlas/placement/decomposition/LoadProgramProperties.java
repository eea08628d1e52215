package io.fogatlas.placement.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.testkit.RequestArbitraries;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Compares it with trying everything out that a reduced problem has left, at prices good and bad. */
class LoadProgramProperties {
    private static final int MOST_CHOICES = 200_000;

    @Provide
    Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small();
    }

    @Property(tries = 300)
    void findsTheCheapestThatKeepsAllRows(@ForAll("requests") PlacementRequest request, @ForAll Random random) {
        Optional<Reduced> reduced = reduced(PlacementProblem.of(request));
        if (reduced.isEmpty()) {
            Statistics.label("found").collect("nothing left");
            return;
        }
        double[] prices = random.doubles(reduced.get().rows().count(), 0, 4).toArray();
        double cutoff = random.nextInt(3) == 0 ? 20 * random.nextDouble() : Double.POSITIVE_INFINITY;
        TreeProgram tree = new TreeProgram(reduced.get());
        Subproblem all = Subproblem.all(reduced.get());
        Enumeration enumeration = new Enumeration(reduced.get());
        if (all.isEmpty() || tree.solve(all, prices) == Double.POSITIVE_INFINITY || !enumeration.isWhole()) {
            Statistics.label("found").collect("nothing to compare");
            return;
        }
        tree.marginalsBelow(cutoff);

        LoadProgram program = new LoadProgram(reduced.get(), tree, all, cutoff, Long.MAX_VALUE, () -> false);
        LoadProgram.Ending ending = program.solve();

        double least = enumeration.least;
        if (least < cutoff - 1e-9) {
            assertThat(ending).isEqualTo(LoadProgram.Ending.FOUND);
            assertThat(program.cost()).isCloseTo(least, within(1e-9 * Math.max(1, least)));
        } else if (least > cutoff) {
            assertThat(ending).isEqualTo(LoadProgram.Ending.NOTHING);
        }
        Statistics.label("found").collect(ending);
    }

    private static Optional<Reduced> reduced(PlacementProblem problem) {
        Relaxation relaxation = new Relaxation(problem, new Prices(problem), () -> false);
        if (relaxation.solve() == Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        relaxation.solveMarginals();
        if (!relaxation.dropAbove(Double.POSITIVE_INFINITY)) {
            return Optional.empty();
        }
        BitSet links = new BitSet();
        links.set(0, problem.network().links());
        return Reduced.of(problem, relaxation, Double.POSITIVE_INFINITY, links, 10_000);
    }

    /** Every atom for every slot, and every column that goes with them for every leg. */
    private static final class Enumeration {
        private final Reduced reduced;
        private final int[] atoms;
        private final double[] loads;
        private int choices;
        private double least = Double.POSITIVE_INFINITY;

        Enumeration(Reduced reduced) {
            this.reduced = reduced;
            atoms = new int[reduced.slots()];
            loads = new double[reduced.rows().count()];
            choose(0, 0);
        }

        boolean isWhole() {
            return choices <= MOST_CHOICES;
        }

        private void choose(int number, double cost) {
            if (number == reduced.slots() + reduced.legs()) {
                choices++;
                boolean keeps = true;
                for (int row = 0; row < loads.length; row++) {
                    keeps &= loads[row] <= reduced.rows().limit(row) + 1e-9;
                }
                least = keeps ? Math.min(least, cost) : least;
            } else if (isWhole() && number < reduced.slots()) {
                for (int atom = reduced.firstAtom(number); atom < reduced.firstAtom(number + 1); atom++) {
                    atoms[number] = atom;
                    take(number, atom, cost);
                }
            } else if (isWhole()) {
                int leg = number - reduced.slots();
                for (int column = reduced.firstColumn(leg); column < reduced.firstColumn(leg + 1); column++) {
                    if (isTaken(reduced.nearAtom(column)) && isTaken(reduced.farAtom(column))) {
                        take(number, reduced.atoms() + column, cost);
                    }
                }
            }
        }

        private void take(int number, int item, double cost) {
            double[] before = loads.clone();
            reduced.rows().load(item, 1, loads);
            choose(number + 1, cost + reduced.cost(item));
            System.arraycopy(before, 0, loads, 0, loads.length);
        }

        private boolean isTaken(int atom) {
            return atom < 0 || Arrays.stream(atoms).anyMatch(each -> each == atom);
        }
    }
}
