/** Simple algorithms as other systems use them, for comparison: one region after the other, routes by the cheapest path, no second thoughts. */
@NullMarked
package io.fogatlas.placement.baseline;

import org.jspecify.annotations.NullMarked;
