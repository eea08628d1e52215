/** The infrastructure and applications as JGraphT graphs, for the algorithms of that library. */
@NullMarked
package io.fogatlas.placement.graph;

import org.jspecify.annotations.NullMarked;
