/**
 * Exact placement: a decomposition that gives bounds and fixes what it can, around a model for the solvers of OR-Tools that solves what is
 * left.
 */
@NullMarked
package io.fogatlas.placement.exact;

import org.jspecify.annotations.NullMarked;
