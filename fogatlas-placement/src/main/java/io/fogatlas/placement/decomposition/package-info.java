/** Proves optima by prices, dynamic programming over the application's tree, and branch and bound on what they leave. */
@NullMarked
package io.fogatlas.placement.decomposition;

import org.jspecify.annotations.NullMarked;
