package io.fogatlas.benchmarks.quality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** How several runners did on the same requests. Not thread-safe while entries are added. */
final class Race {
    /** By how much, relative to it, a score may be above another and still count as equal: rounding of sums. */
    static final double TIE = 1e-9;

    private final List<Entry> entries = new ArrayList<>();

    /**
     * One runner on one request.
     *
     * @param kind the key of the request's {@link Case}
     * @param seed the seed of the request
     * @param runner the runner's name
     * @param deadline how long it was given
     * @param trace how it went
     */
    record Entry(String kind, long seed, String runner, Duration deadline, Trace trace) {
        boolean isOf(Entry other) {
            return kind.equals(other.kind) && seed == other.seed;
        }
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    Set<String> kinds() {
        return entries.stream().map(Entry::kind).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What one runner did on all requests for which it was given at least some time. */
    List<Entry> of(String runner, Duration atLeast) {
        return entries.stream()
                .filter(entry ->
                        entry.runner().equals(runner) && entry.deadline().compareTo(atLeast) >= 0)
                .toList();
    }

    /** The best score that anybody found for the request of an entry, at any time; empty if nobody found one. */
    OptionalDouble bestKnown(Entry entry) {
        return entries.stream()
                .filter(entry::isOf)
                .flatMapToDouble(each -> each.trace().best().stream())
                .min();
    }

    /** Whether the best known score is proved to be the best there is. */
    boolean isProved(Entry entry) {
        double best = bestKnown(entry).orElse(Double.POSITIVE_INFINITY);
        return entries.stream()
                .filter(entry::isOf)
                .anyMatch(each -> each.trace().bound() >= best - TIE * Math.max(1, Math.abs(best)));
    }

    /** By which ratio a runner's best at a time is above the best known, 0 for equal; infinite while it has none. Requests nobody placed are not asked for. */
    double excess(Entry entry, Duration time) {
        double best = bestKnown(entry).orElseThrow();
        OptionalDouble score = entry.trace().scoreAt(time);
        if (score.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double above = score.getAsDouble() - best;
        return above <= TIE * Math.max(1, Math.abs(best)) ? 0 : best > 0 ? above / best : Double.POSITIVE_INFINITY;
    }

    /** The excess of one runner on all requests of a kind that somebody placed. */
    double[] excesses(String kind, String runner, Duration time) {
        return of(runner, time).stream()
                .filter(entry -> entry.kind().equals(kind) && bestKnown(entry).isPresent())
                .mapToDouble(entry -> excess(entry, time))
                .toArray();
    }

    /** How one runner compares with another at a time. */
    Comparison compared(String ours, String other, Duration time) {
        List<Loss> losses = new ArrayList<>();
        int asked = 0;
        for (Entry entry : of(ours, time)) {
            for (Entry rival : of(other, time)) {
                if (entry.isOf(rival)) {
                    asked++;
                    double mine = entry.trace().scoreAt(time).orElse(Double.POSITIVE_INFINITY);
                    double theirs = rival.trace().scoreAt(time).orElse(Double.POSITIVE_INFINITY);
                    if (mine > theirs + TIE * Math.max(1, Math.abs(theirs))) {
                        losses.add(new Loss(entry.kind(), entry.seed(), other, time, mine, theirs));
                    }
                }
            }
        }
        return new Comparison(asked, losses);
    }

    /**
     * A comparison of two.
     *
     * @param asked on how many requests both ran
     * @param losses where the first was worse
     */
    record Comparison(int asked, List<Loss> losses) {
        double share() {
            return asked == 0 ? 1 : 1 - (double) losses.size() / asked;
        }
    }

    /**
     * A request on which a rival was better at a time.
     *
     * @param kind the kind of the request
     * @param seed its seed
     * @param rival who was better
     * @param time when
     * @param score our score; infinite for none
     * @param better the rival's
     */
    record Loss(String kind, long seed, String rival, Duration time, double score, double better) {
        double excess() {
            return score / better - 1;
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        // Infinite excesses have no mean: of two in the middle the worse one is said.
        return sorted.length % 2 == 1 || Double.isInfinite(sorted[middle])
                ? sorted[middle]
                : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
