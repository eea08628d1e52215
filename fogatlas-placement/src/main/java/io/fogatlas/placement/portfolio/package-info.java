/** The default algorithm: bounds, greedy, local search and the exact algorithm on one incumbent. */
@NullMarked
package io.fogatlas.placement.portfolio;

import org.jspecify.annotations.NullMarked;
