package io.fogatlas.placement.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where points may be that no known point is at least as good as: everything below one of some upper bounds, each a vector with a number
 * for every term.
 *
 * <p>A known point splits each upper bound that it is below into one for each term, and those that another covers are dropped: K. Klamroth,
 * R. Lacour, D. Vanderpooten, On the representation of the search region in multi-objective optimization, European Journal of Operational
 * Research 245, 2015, algorithm 2. Works for any number of terms; with two, there is one more zone than points, with three at most two
 * for each point and one more.
 */
final class SearchZones {
    private List<long[]> open = new ArrayList<>();
    private final List<long[]> closed = new ArrayList<>();
    private final long[] least;

    /** Starts with one zone, of what is below an upper bound. */
    SearchZones(long[] upper) {
        open.add(upper.clone());
        least = new long[upper.length];
    }

    /** The upper bounds, exclusive, of zones that may hold points. */
    List<long[]> open() {
        return open;
    }

    /** The least that there can be of each term. */
    long[] least() {
        return least;
    }

    /** Says that no point has less of a term; zones in which all have are closed. */
    void raiseLeast(int term, long amount) {
        least[term] = Math.max(least[term], amount);
        open.removeIf(zone -> zone[term] <= least[term]);
    }

    /** Takes out what is no better than a point. */
    void exclude(long[] point) {
        List<long[]> kept = new ArrayList<>();
        List<long[]> split = new ArrayList<>();
        for (long[] zone : open) {
            if (isBelow(point, zone)) {
                for (int term = 0; term < point.length; term++) {
                    long[] part = zone.clone();
                    part[term] = point[term];
                    if (part[term] > least[term]) {
                        split.add(part);
                    }
                }
            } else {
                kept.add(zone);
            }
        }
        List<long[]> next = new ArrayList<>(kept);
        for (int i = 0; i < split.size(); i++) {
            long[] part = split.get(i);
            boolean covered = covered(part, kept) || covered(part, closed);
            for (int other = 0; other < split.size() && !covered; other++) {
                boolean equal = Arrays.equals(part, split.get(other));
                covered = other != i && isWithin(part, split.get(other)) && (!equal || other < i);
            }
            if (!covered) {
                next.add(part);
            }
        }
        open = next;
    }

    /** Says that there is no point in a zone. */
    void close(long[] zone) {
        closed.add(zone);
        open.removeIf(inner -> isWithin(inner, zone));
    }

    private static boolean covered(long[] part, List<long[]> zones) {
        return zones.stream().anyMatch(zone -> isWithin(part, zone));
    }

    /** Whether a point is less in every term. */
    static boolean isBelow(long[] point, long[] zone) {
        for (int term = 0; term < point.length; term++) {
            if (point[term] >= zone[term]) {
                return false;
            }
        }
        return true;
    }

    /** Whether one is no more than the other in any term. */
    static boolean isWithin(long[] inner, long[] outer) {
        for (int term = 0; term < inner.length; term++) {
            if (inner[term] > outer[term]) {
                return false;
            }
        }
        return true;
    }
}
