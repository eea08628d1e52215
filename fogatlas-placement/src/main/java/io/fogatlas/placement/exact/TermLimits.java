package io.fogatlas.placement.exact;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long a {@link TermSolver} searches.
 *
 * @param remaining the time there is
 * @param isOver whether to stop sooner; asked by the thread that calls
 * @param effort how much work to do, in seconds of a machine that is the same everywhere; infinite if only time counts
 * @param seed where random choices start from
 */
public record TermLimits(Duration remaining, BooleanSupplier isOver, double effort, long seed) {}
