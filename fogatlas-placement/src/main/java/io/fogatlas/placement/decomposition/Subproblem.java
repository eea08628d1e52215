package io.fogatlas.placement.decomposition;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A part of a reduced problem: which atoms slots may still take, and which columns legs may. Immutable. */
final class Subproblem {
    /** Nothing is left. */
    static final Subproblem NOTHING = new Subproblem(new int[1][0], new int[0][]);

    private final int[][] atomsOf;
    private final int[][] columnsOf;

    private Subproblem(int[][] atomsOf, int[][] columnsOf) {
        this.atomsOf = atomsOf;
        this.columnsOf = columnsOf;
    }

    static Subproblem all(Reduced reduced) {
        int[][] atoms = new int[reduced.slots()][];
        for (int slot = 0; slot < atoms.length; slot++) {
            atoms[slot] = IntStream.range(reduced.firstAtom(slot), reduced.firstAtom(slot + 1))
                    .toArray();
        }
        int[][] columns = new int[reduced.legs()][];
        for (int leg = 0; leg < columns.length; leg++) {
            columns[leg] = IntStream.range(reduced.firstColumn(leg), reduced.firstColumn(leg + 1))
                    .toArray();
        }
        return new Subproblem(atoms, columns);
    }

    /** The atoms of a slot; to be read, never changed. */
    int[] atomsOf(int slot) {
        return atomsOf[slot];
    }

    /** The columns of a leg; to be read, never changed. */
    int[] columnsOf(int leg) {
        return columnsOf[leg];
    }

    /** Says whether some slot or leg has nothing left. */
    boolean isEmpty() {
        return Arrays.stream(atomsOf).anyMatch(atoms -> atoms.length == 0)
                || Arrays.stream(columnsOf).anyMatch(columns -> columns.length == 0);
    }

    /** Says whether every slot and leg has just one thing left. */
    boolean isSingle() {
        return Arrays.stream(atomsOf).allMatch(atoms -> atoms.length == 1)
                && Arrays.stream(columnsOf).allMatch(columns -> columns.length == 1);
    }

    long size() {
        return Arrays.stream(atomsOf).mapToLong(atoms -> atoms.length).sum()
                + Arrays.stream(columnsOf).mapToLong(columns -> columns.length).sum();
    }

    /** Keeps the items that are marked, and the columns whose atoms are all kept. */
    Subproblem keeping(Reduced reduced, boolean[] kept) {
        int[][] atoms = new int[atomsOf.length][];
        for (int slot = 0; slot < atoms.length; slot++) {
            atoms[slot] =
                    Arrays.stream(atomsOf[slot]).filter(atom -> kept[atom]).toArray();
        }
        int[][] columns = new int[columnsOf.length][];
        for (int leg = 0; leg < columns.length; leg++) {
            columns[leg] = Arrays.stream(columnsOf[leg])
                    .filter(column -> kept[reduced.atoms() + column]
                            && isKept(kept, reduced.nearAtom(column))
                            && isKept(kept, reduced.farAtom(column))
                            && isKept(kept, reduced.endAtom(column)))
                    .toArray();
        }
        return new Subproblem(atoms, columns);
    }

    private static boolean isKept(boolean[] kept, int atom) {
        return atom < 0 || kept[atom];
    }

    /** Marks all that is in this part. */
    boolean[] marks(Reduced reduced) {
        boolean[] marks = new boolean[reduced.items()];
        for (int[] atoms : atomsOf) {
            for (int atom : atoms) {
                marks[atom] = true;
            }
        }
        for (int[] columns : columnsOf) {
            for (int column : columns) {
                marks[reduced.atoms() + column] = true;
            }
        }
        return marks;
    }
}
