/**
 * Asks for placements and answers with verified decisions.
 *
 * <p>{@link io.fogatlas.placement.PlacementEngine} is the entry: it takes a {@link io.fogatlas.placement.PlacementRequest}, runs a
 * {@link io.fogatlas.placement.PlacementAlgorithm} over the compiled problem, and verifies whatever comes back.
 */
@NullMarked
package io.fogatlas.placement;

import org.jspecify.annotations.NullMarked;
