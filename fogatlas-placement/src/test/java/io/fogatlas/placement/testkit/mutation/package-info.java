/** Changes of valid placements that break one rule each, to see that the verifier finds that rule and no other. */
@NullMarked
package io.fogatlas.placement.testkit.mutation;

import org.jspecify.annotations.NullMarked;
