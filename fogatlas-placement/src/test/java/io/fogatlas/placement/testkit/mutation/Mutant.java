package io.fogatlas.placement.testkit.mutation;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.Violation;

/**
 * A request and a placement that breaks one rule of it.
 *
 * @param request the request, changed or not
 * @param placement the placement, changed or not
 * @param broken the kind of violation that must be found, and no other
 */
record Mutant(PlacementRequest request, Placement placement, Class<? extends Violation> broken) {}
