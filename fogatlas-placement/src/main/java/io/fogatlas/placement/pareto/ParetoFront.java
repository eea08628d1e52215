package io.fogatlas.placement.pareto;

import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is known of a trade-off: placements none of which is worse than another in all terms, and where others may be.
 *
 * <p>The efficient placements of the request are among the points, apart from such with equal amounts of all terms, or in one of the open
 * boxes. Without open boxes the front is complete, and every point is proved. Highest utilisations that differ by less than a millionth
 * count as equal.
 *
 * @param terms what is traded, two or three terms
 * @param points the placements, by the first term, then by the second; empty only if there is a refusal
 * @param open where efficient placements may be that were not found in time
 * @param refusal why there is no placement, proved or not, if none was found
 * @param wallTime how long it took
 */
public record ParetoFront(
        List<Term> terms, List<ParetoPoint> points, List<OpenBox> open, Optional<Decision> refusal, Duration wallTime) {
    /**
     * Copies the lists.
     *
     * @param terms what is traded
     * @param points the placements
     * @param open where more may be
     * @param refusal why there is none
     * @param wallTime how long it took
     * @throws IllegalArgumentException if there are points and a refusal, or neither
     */
    public ParetoFront {
        Objects.requireNonNull(wallTime, "wallTime");
        terms = List.copyOf(terms);
        points = List.copyOf(points);
        open = List.copyOf(open);
        if (points.isEmpty() != refusal.isPresent()) {
            throw new IllegalArgumentException(points.size() + " points do not go with the refusal " + refusal + ".");
        }
    }

    /**
     * Gives what the decisions are scored by.
     *
     * @return the objective that weighs each of the terms by 1
     */
    public Objective objective() {
        return objective(terms);
    }

    static Objective objective(List<Term> terms) {
        Map<Term, Double> weights = new EnumMap<>(Term.class);
        terms.forEach(term -> weights.put(term, 1.0));
        return new Objective(weights);
    }

    /**
     * Says whether nothing is missing.
     *
     * @return whether every amount that an efficient placement can have is that of a point
     */
    public boolean isComplete() {
        return refusal.isEmpty() && open.isEmpty();
    }

    /**
     * Chooses some points that stand for all: the best of each term, then again and again the one that is farthest from those chosen, with
     * each term stretched to the same range. So T. F. Gonzalez, Clustering to minimize the maximum intercluster distance, Theoretical
     * Computer Science 38, 1985.
     *
     * @param most how many at most; at least 1
     * @return their places in the list of points, from the first; all of them if they are no more
     * @throws IllegalArgumentException if the number is less than 1
     */
    public List<Integer> evenly(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("At least 1 point is to be chosen, but not " + most + ".");
        }
        TreeSet<Integer> chosen = new TreeSet<>();
        for (Term term : terms) {
            if (chosen.size() < Math.min(most, points.size())) {
                chosen.add(best(term));
            }
        }
        while (chosen.size() < Math.min(most, points.size())) {
            int farthest = -1;
            double distance = -1;
            for (int point = 0; point < points.size(); point++) {
                double nearest = nearest(point, chosen);
                if (!chosen.contains(point) && nearest > distance) {
                    farthest = point;
                    distance = nearest;
                }
            }
            chosen.add(farthest);
        }
        return List.copyOf(new ArrayList<>(chosen));
    }

    private int best(Term term) {
        int best = 0;
        for (int point = 1; point < points.size(); point++) {
            if (points.get(point).value(term) < points.get(best).value(term)) {
                best = point;
            }
        }
        return best;
    }

    private double nearest(int point, TreeSet<Integer> chosen) {
        return chosen.stream()
                .mapToDouble(other -> terms.stream()
                        .mapToDouble(term -> {
                            double away = points.get(point).value(term)
                                    - points.get(other).value(term);
                            return range(term) > 0 ? away / range(term) : 0;
                        })
                        .map(away -> away * away)
                        .sum())
                .min()
                .orElse(0);
    }

    private double range(Term term) {
        double least =
                points.stream().mapToDouble(point -> point.value(term)).min().orElse(0);
        double most =
                points.stream().mapToDouble(point -> point.value(term)).max().orElse(0);
        return most - least;
    }
}
