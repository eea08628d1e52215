/** Checks placements, and proofs that there is none, by means that share nothing with any algorithm. */
@NullMarked
package io.fogatlas.placement.verification;

import org.jspecify.annotations.NullMarked;
