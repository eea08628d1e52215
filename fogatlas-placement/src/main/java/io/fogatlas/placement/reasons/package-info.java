/**
 * Says why: for what cannot be placed, which requirements cannot hold together and the smallest changes that would help; for what is
 * placed, what its score is made of and why other regions lost. {@link io.fogatlas.placement.reasons.Explainer} is the entry.
 */
@NullMarked
package io.fogatlas.placement.reasons;

import org.jspecify.annotations.NullMarked;
