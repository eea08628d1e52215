/** Time and memory against the size of what is placed. */
@NullMarked
package io.fogatlas.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
