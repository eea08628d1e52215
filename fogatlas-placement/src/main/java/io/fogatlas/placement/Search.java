package io.fogatlas.placement;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is known while a request is being solved, shared by all who solve it: the best placement so far, the bound, and whether to go on.
 *
 * <p>Every placement offered is verified at once, so the best one can be answered at any moment. Thread-safe.
 */
public final class Search {
    /** By how much, relative to the bound, score and bound may differ and still count as equal: rounding of sums in double. */
    private static final double TOLERANCE = 1e-9;

    private final PlacementRequest request;
    private final String algorithm;
    private final SearchListener listener;
    private final long startNanos = System.nanoTime();
    private final long deadlineNanos;
    private final AtomicLong spent = new AtomicLong();
    private volatile Standing standing = new Standing(Optional.empty(), Optional.empty(), 0);
    private volatile boolean stopped;

    private record Standing(Optional<Placement> placement, Optional<Score> score, double bound) {
        double value() {
            return score.map(Score::value).orElse(Double.POSITIVE_INFINITY);
        }
    }

    /**
     * Starts the clock.
     *
     * @param request what is to be solved, with its limits
     * @param algorithm the name of the algorithm, for errors
     * @param listener is told of each better placement and bound
     */
    public Search(PlacementRequest request, String algorithm, SearchListener listener) {
        this.request = request;
        this.algorithm = algorithm;
        this.listener = listener;
        // About 146 years is as far as nanoTime reaches; nobody waits longer.
        Duration deadline = request.limits().deadline();
        deadlineNanos = deadline.compareTo(Duration.ofDays(36_500)) > 0 ? Long.MAX_VALUE / 4 : deadline.toNanos();
    }

    /**
     * Says whether there is no use or no time to go on: the deadline has passed, the work is spent, the gap is small enough, the calling
     * thread is interrupted, or {@link #stop} was called.
     *
     * @return whether to answer now
     */
    public boolean isOver() {
        return stopped
                || elapsedNanos() >= deadlineNanos
                || isGoodEnough()
                || Thread.currentThread().isInterrupted()
                || isWorkSpent();
    }

    private boolean isWorkSpent() {
        return request.limits().work().isPresent()
                && spent.get() >= request.limits().work().getAsLong();
    }

    /** Says whether the best placement is proved to be as good as is wanted. */
    private boolean isGoodEnough() {
        Standing now = standing;
        double value = now.value();
        return now.placement().isPresent()
                && (isProved(now) || value - now.bound() <= request.limits().gap() * value);
    }

    private static boolean isProved(Standing now) {
        return now.value() <= now.bound() + slack(now.bound());
    }

    private static double slack(double bound) {
        return TOLERANCE * Math.max(1, Math.abs(bound));
    }

    /**
     * Offers a placement. It is verified, and kept if it is better than the best.
     *
     * @param placement a placement that keeps all rules
     * @return whether it is the best now
     * @throws AlgorithmErrorException if it breaks a rule, or is better than a bound that was claimed
     */
    public boolean offer(Placement placement) {
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

    /**
     * Claims that no placement's score is below a bound.
     *
     * @param bound the bound, in units of the score; infinite if there is no placement
     * @throws AlgorithmErrorException if there is a placement below it
     */
    public void raiseBound(double bound) {
        update(
                bound > standing.bound(),
                now -> bound > now.bound() ? new Standing(now.placement(), now.score(), bound) : now);
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

    private Progress progress(Standing now) {
        return new Progress(
                Duration.ofNanos(elapsedNanos()),
                now.score().isPresent() ? OptionalDouble.of(now.value()) : OptionalDouble.empty(),
                Math.min(now.bound(), now.value()));
    }

    /**
     * Says how far the search is.
     *
     * @return score and bound as they are now
     */
    public Progress progress() {
        return progress(standing);
    }

    /**
     * Gives the best placement so far.
     *
     * @return a verified placement, if there is one yet
     */
    public Optional<Placement> best() {
        return standing.placement();
    }

    /**
     * Says what the best placement so far is worth.
     *
     * @return its score; infinite while there is none
     */
    public double score() {
        return standing.value();
    }

    /**
     * Says what no placement's score can be below.
     *
     * @return the best bound so far; infinite if it was claimed that there is no placement
     */
    public double bound() {
        return standing.bound();
    }

    /**
     * Says how much time is left.
     *
     * @return the time until the deadline; zero once it has passed or {@link #stop} was called
     */
    public Duration remaining() {
        return Duration.ofNanos(stopped ? 0 : Math.max(0, deadlineNanos - elapsedNanos()));
    }

    /**
     * Says where random choices start from.
     *
     * @return the seed of the request
     */
    public long seed() {
        return request.limits().seed();
    }

    /**
     * Counts work done; with a work budget in the limits, the search is over when it is spent.
     *
     * @param steps elementary steps, such as labels expanded or regions compared
     */
    public void spend(long steps) {
        spent.addAndGet(steps);
    }

    /** Makes all who take part answer soon. */
    public void stop() {
        stopped = true;
    }

    /** Turns what is known into a decision's outcome. */
    Outcome outcome() {
        Standing now = standing;
        if (now.placement().isEmpty()) {
            return Outcome.UNKNOWN;
        }
        return isProved(now) ? Outcome.OPTIMAL : Outcome.FEASIBLE;
    }

    Optional<Score> bestScore() {
        return standing.score();
    }

    Duration elapsed() {
        return Duration.ofNanos(elapsedNanos());
    }

    private long elapsedNanos() {
        return System.nanoTime() - startNanos;
    }
}
