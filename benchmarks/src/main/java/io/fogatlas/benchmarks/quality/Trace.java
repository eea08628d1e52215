package io.fogatlas.benchmarks.quality;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one runner went on with one request.
 *
 * @param steps its placements that keep all rules, in order of time; what they are worth is the verifier's word
 * @param bound what it proved that no placement is below; 0 if nothing
 * @param note what went wrong or was left out; empty for nothing
 */
record Trace(List<Step> steps, double bound, String note) {
    Trace {
        steps = List.copyOf(steps);
    }

    /**
     * A placement.
     *
     * @param elapsed the time since the runner was given the request
     * @param score what the placement is worth; less is better
     */
    record Step(Duration elapsed, double score) {}

    static Trace none(String note) {
        return new Trace(List.of(), 0, note);
    }

    /** When the first placement was there. */
    Optional<Duration> first() {
        return steps.stream().map(Step::elapsed).findFirst();
    }

    /** The best score known at a time. */
    OptionalDouble scoreAt(Duration time) {
        return steps.stream()
                .filter(step -> step.elapsed().compareTo(time) <= 0)
                .mapToDouble(Step::score)
                .min();
    }

    /** The best score of all. */
    OptionalDouble best() {
        return steps.stream().mapToDouble(Step::score).min();
    }
}
