package io.fogatlas.placement;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The best placement and the best bound of a search, and the clock. Thread-safe. */
final class Incumbent {
    /** By how much, relative to the bound, score and bound may differ and still count as equal: rounding of sums in double. */
    private static final double TOLERANCE = 1e-9;

    private final PlacementRequest request;
    private final String algorithm;
    private final SearchListener listener;
    private final long startNanos = System.nanoTime();
    private final Set<Object> boundSources = ConcurrentHashMap.newKeySet();
    private volatile Standing standing = new Standing(Optional.empty(), Optional.empty(), 0);

    Incumbent(PlacementRequest request, String algorithm, SearchListener listener) {
        this.request = request;
        this.algorithm = algorithm;
        this.listener = listener;
    }

    /** What is known at one moment. */
    record Standing(Optional<Placement> placement, Optional<Score> score, double bound) {
        double value() {
            return score.map(Score::value).orElse(Double.POSITIVE_INFINITY);
        }

        boolean isProved() {
            return placement.isPresent() && value() <= bound + slack(bound);
        }

        boolean isWithin(double gap) {
            return placement.isPresent() && (isProved() || value() - bound <= gap * value());
        }
    }

    private static double slack(double bound) {
        return TOLERANCE * Math.max(1, Math.abs(bound));
    }

    PlacementRequest request() {
        return request;
    }

    Standing standing() {
        return standing;
    }

    boolean offer(Placement placement) {
        Verification verification = PlacementVerifier.verify(request, placement);
        if (!verification.isValid()) {
            throw new AlgorithmErrorException(
                    algorithm, "answered with a placement that breaks rules", verification.violations());
        }
        Score score = verification.score().orElseThrow();
        return update(
                score.value() < standing.value(),
                now -> score.value() < now.value()
                        ? new Standing(Optional.of(placement), Optional.of(score), now.bound())
                        : now);
    }

    void raiseBound(double bound) {
        update(
                bound > standing.bound(),
                now -> bound > now.bound() ? new Standing(now.placement(), now.score(), bound) : now);
    }

    /** Whether nobody has asked about a source of bounds before. */
    boolean isNew(Object boundSource) {
        return boundSources.add(boundSource);
    }

    @FunctionalInterface
    private interface Change {
        Standing of(Standing now);
    }

    private boolean update(boolean worthwhile, Change change) {
        if (!worthwhile) {
            return false;
        }
        synchronized (this) {
            Standing before = standing;
            Standing after = change.of(before);
            if (after.equals(before)) {
                return false;
            }
            if (after.bound() > after.value() + slack(after.bound())) {
                throw new AlgorithmErrorException(
                        algorithm,
                        "claims the bound " + after.bound() + ", but its placement scores " + after.value(),
                        List.of());
            }
            standing = after;
            listener.progressed(progress(after));
            return true;
        }
    }

    Progress progress() {
        return progress(standing);
    }

    private Progress progress(Standing now) {
        return new Progress(
                Duration.ofNanos(elapsedNanos()),
                now.score().isPresent() ? OptionalDouble.of(now.value()) : OptionalDouble.empty(),
                // What is proved to be the best differs from its bound by rounding only.
                now.isProved() ? now.value() : Math.min(now.bound(), now.value()));
    }

    long elapsedNanos() {
        return System.nanoTime() - startNanos;
    }
}
