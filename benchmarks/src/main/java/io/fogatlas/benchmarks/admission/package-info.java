/** Admits requests that come and go, as in virtual network embedding, and counts how many fit and at what cost. */
@NullMarked
package io.fogatlas.benchmarks.admission;

import org.jspecify.annotations.NullMarked;
