package io.fogatlas.benchmarks;

import io.fogatlas.model.placement.Placement;
import java.time.Duration;

/**
 * A placement, and when it was found.
 *
 * @param elapsed the time since the search began
 * @param placement the placement, unverified
 */
public record TimedPlacement(Duration elapsed, Placement placement) {}
