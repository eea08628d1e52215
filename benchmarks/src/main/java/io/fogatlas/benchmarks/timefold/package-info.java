/** Placement as a model for Timefold Solver, a peer to compare with: what a competent user of it would write. */
@NullMarked
package io.fogatlas.benchmarks.timefold;

import org.jspecify.annotations.NullMarked;
