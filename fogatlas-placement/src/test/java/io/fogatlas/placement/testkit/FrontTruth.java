package io.fogatlas.placement.testkit;

import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.verification.PlacementVerifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the front of a tiny request by judging every placement there is. */
public final class FrontTruth {
    private FrontTruth() {}

    /**
     * Lists the amounts that no placement is better than in one term and as good in the others.
     *
     * @param request the request; its objective weighs all the terms
     * @param terms the terms
     * @param mostWork the most steps to take, each a choice made
     * @return the amounts of each term, each list once; nothing if it was too much work
     */
    public static Optional<List<List<Double>>> of(PlacementRequest request, List<Term> terms, long mostWork) {
        Set<List<Double>> front = new LinkedHashSet<>();
        try {
            new EveryPlacement(request, new Work(mostWork))
                    .forEach(placement -> PlacementVerifier.verify(request, placement)
                            .score()
                            .ifPresent(score -> add(front, amounts(score, terms))));
        } catch (Work.ExceededException tooMuch) {
            return Optional.empty();
        }
        return Optional.of(new ArrayList<>(front));
    }

    private static List<Double> amounts(Score score, List<Term> terms) {
        return terms.stream().map(term -> score.terms().get(term)).toList();
    }

    /**
     * Adds amounts to a front, unless something in it is as good, and takes out what is no better.
     *
     * @param front the front so far
     * @param amounts the amounts of one placement
     */
    public static void add(Set<List<Double>> front, List<Double> amounts) {
        if (front.stream().noneMatch(other -> covers(other, amounts))) {
            front.removeIf(other -> covers(amounts, other));
            front.add(amounts);
        }
    }

    private static boolean covers(List<Double> one, List<Double> other) {
        for (int term = 0; term < one.size(); term++) {
            if (one.get(term) > other.get(term)) {
                return false;
            }
        }
        return true;
    }
}
