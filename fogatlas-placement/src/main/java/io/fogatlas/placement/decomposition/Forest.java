package io.fogatlas.placement.decomposition;

import io.fogatlas.placement.problem.Leg;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jgrapht.alg.util.UnionFind;
import org.jspecify.annotations.Nullable;

/** Trees of slots joined by legs. */
final class Forest {
    private final UnionFind<Integer> trees = new UnionFind<>(new HashSet<>());
    private final List<List<Branch>> branchesOf = new ArrayList<>();

    /**
     * A slot below another, or a root.
     *
     * @param lower the slot
     * @param upper the slot above it; the slot itself if it is a root
     * @param leg the leg that joins them; null above a root
     */
    record Branch(int lower, int upper, @Nullable Leg leg) {}

    Forest(int slots) {
        for (int slot = 0; slot < slots; slot++) {
            trees.addElement(slot);
            branchesOf.add(new ArrayList<>());
        }
    }

    /** Joins two slots by a leg, unless they are in one tree already; says whether it did. */
    boolean join(Leg leg, int one, int other) {
        if (trees.inSameSet(one, other)) {
            return false;
        }
        trees.union(one, other);
        branchesOf.get(one).add(new Branch(other, one, leg));
        branchesOf.get(other).add(new Branch(one, other, leg));
        return true;
    }

    /** Lists every slot once, each after all that are below it; the lowest number of a tree is its root. */
    List<Branch> fromTheLeaves() {
        boolean[] seen = new boolean[branchesOf.size()];
        Deque<Branch> fromTheRoots = new ArrayDeque<>();
        IntStream.range(0, seen.length).forEach(slot -> {
            if (!seen[slot]) {
                Deque<Branch> open = new ArrayDeque<>(List.of(new Branch(slot, slot, null)));
                seen[slot] = true;
                while (!open.isEmpty()) {
                    Branch next = open.remove();
                    fromTheRoots.addFirst(next);
                    for (Branch below : branchesOf.get(next.lower())) {
                        if (!seen[below.lower()]) {
                            seen[below.lower()] = true;
                            open.add(below);
                        }
                    }
                }
            }
        });
        return List.copyOf(fromTheRoots);
    }
}
