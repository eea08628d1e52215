/**
 * The trade-off between two or three terms of the objective: every placement of which no other is better in one term and as good in the
 * others. {@link io.fogatlas.placement.pareto.ParetoSearch} finds it.
 */
@NullMarked
package io.fogatlas.placement.pareto;

import org.jspecify.annotations.NullMarked;
