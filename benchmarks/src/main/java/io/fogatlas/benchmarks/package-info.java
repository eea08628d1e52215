/** How fast and how good the placement algorithms are, measured on real networks. */
@NullMarked
package io.fogatlas.benchmarks;

import org.jspecify.annotations.NullMarked;
