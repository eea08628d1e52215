/** How good placements are after which time: our algorithms and peers on the same requests. */
@NullMarked
package io.fogatlas.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
