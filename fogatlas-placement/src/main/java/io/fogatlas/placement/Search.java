package io.fogatlas.placement;

import io.fogatlas.model.placement.Placement;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/**
 * What is known while a request is being solved, shared by all who solve it: the best placement so far, the bound, and whether to go on.
 *
 * <p>Every placement offered is verified at once, so the best one can be answered at any moment. Thread-safe.
 */
public final class Search {
    private final Incumbent incumbent;
    private final Optional<Search> whole;
    private final long deadlineNanos;
    private final OptionalLong work;
    private final AtomicLong spent = new AtomicLong();
    private volatile boolean stopped;

    /**
     * Starts the clock.
     *
     * @param request what is to be solved, with its limits
     * @param algorithm the name of the algorithm, for errors
     * @param listener is told of each better placement and bound
     */
    public Search(PlacementRequest request, String algorithm, SearchListener listener) {
        incumbent = new Incumbent(request, algorithm, listener);
        whole = Optional.empty();
        // About 146 years is as far as nanoTime reaches; nobody waits longer.
        Duration deadline = request.limits().deadline();
        deadlineNanos = deadline.compareTo(Duration.ofDays(36_500)) > 0 ? Long.MAX_VALUE / 4 : deadline.toNanos();
        work = request.limits().work();
    }

    private Search(Search whole, OptionalLong work) {
        incumbent = whole.incumbent;
        this.whole = Optional.of(whole);
        deadlineNanos = whole.deadlineNanos;
        this.work = work;
    }

    /**
     * Starts a turn of one of several who take part. All turns share what is known, the limits and the work of the whole; each can be
     * stopped, or be given less work, without the others.
     *
     * @param most after how many steps of its own the turn is over; empty if only the limits of the whole count
     * @return the turn
     */
    public Search turn(OptionalLong most) {
        return new Search(this, most);
    }

    /**
     * Says whether there is no use or no time to go on: the deadline has passed, the work is spent, the gap is small enough, the calling
     * thread is interrupted, or {@link #stop} was called.
     *
     * @return whether to answer now
     */
    public boolean isOver() {
        return stopped || isWorkSpent() || (whole.isPresent() ? whole.get().isOver() : isWholeOver());
    }

    private boolean isWholeOver() {
        return incumbent.elapsedNanos() >= deadlineNanos
                || incumbent.standing().isWithin(incumbent.request().limits().gap())
                || Thread.currentThread().isInterrupted();
    }

    private boolean isWorkSpent() {
        return work.isPresent() && spent.get() >= work.getAsLong();
    }

    /**
     * Offers a placement. It is verified, and kept if it is better than the best.
     *
     * @param placement a placement that keeps all rules
     * @return whether it is the best now
     * @throws AlgorithmErrorException if it breaks a rule, or is better than a bound that was claimed
     */
    public boolean offer(Placement placement) {
        return incumbent.offer(placement);
    }

    /**
     * Claims that no placement's score is below a bound.
     *
     * @param bound the bound, in units of the score; infinite if there is no placement
     * @throws AlgorithmErrorException if there is a placement below it
     */
    public void raiseBound(double bound) {
        incumbent.raiseBound(bound);
    }

    /**
     * Claims a bound that several who take part would work out alike; only the first of them does.
     *
     * @param source what the bound comes from
     * @param bound works it out, in units of the score
     * @throws AlgorithmErrorException if there is a placement below it
     */
    public void raiseBoundOnce(Object source, DoubleSupplier bound) {
        if (incumbent.isNew(source)) {
            incumbent.raiseBound(bound.getAsDouble());
        }
    }

    /**
     * Says how far the search is.
     *
     * @return score and bound as they are now
     */
    public Progress progress() {
        return incumbent.progress();
    }

    /**
     * Gives the best placement so far.
     *
     * @return a verified placement, if there is one yet
     */
    public Optional<Placement> best() {
        return incumbent.standing().placement();
    }

    /**
     * Says what the best placement so far is worth.
     *
     * @return its score; infinite while there is none
     */
    public double score() {
        return incumbent.standing().value();
    }

    /**
     * Says what no placement's score can be below.
     *
     * @return the best bound so far; infinite if it was claimed that there is no placement
     */
    public double bound() {
        return incumbent.standing().bound();
    }

    /**
     * Says how much time is left.
     *
     * @return the time until the deadline; zero once it has passed or {@link #stop} was called
     */
    public Duration remaining() {
        boolean over = stopped || whole.map(all -> all.remaining().isZero()).orElse(false);
        return Duration.ofNanos(over ? 0 : Math.max(0, deadlineNanos - incumbent.elapsedNanos()));
    }

    /**
     * Says where random choices start from.
     *
     * @return the seed of the request
     */
    public long seed() {
        return incumbent.request().limits().seed();
    }

    /**
     * Counts work done; with a work budget in the limits, the search is over when it is spent.
     *
     * @param steps elementary steps, such as labels expanded or regions compared
     */
    public void spend(long steps) {
        spent.addAndGet(steps);
        whole.ifPresent(all -> all.spend(steps));
    }

    /**
     * Says how much work is left, to be handed to solvers that count their work themselves.
     *
     * @return steps; empty if neither this turn nor the whole has a budget
     */
    public OptionalLong workLeft() {
        OptionalLong own =
                work.isPresent() ? OptionalLong.of(Math.max(0, work.getAsLong() - spent.get())) : OptionalLong.empty();
        OptionalLong all = whole.map(Search::workLeft).orElse(OptionalLong.empty());
        return own.isPresent() && all.isPresent()
                ? OptionalLong.of(Math.min(own.getAsLong(), all.getAsLong()))
                : own.isPresent() ? own : all;
    }

    /** Makes all who take part answer soon; stopping a turn leaves the others alone. */
    public void stop() {
        stopped = true;
    }

    /** Turns what is known into a decision's outcome. */
    Outcome outcome() {
        Incumbent.Standing now = incumbent.standing();
        if (now.placement().isEmpty()) {
            return Outcome.UNKNOWN;
        }
        return now.isProved() ? Outcome.OPTIMAL : Outcome.FEASIBLE;
    }

    Optional<Score> bestScore() {
        return incumbent.standing().score();
    }

    Duration elapsed() {
        return Duration.ofNanos(incumbent.elapsedNanos());
    }
}
