/** Where an application runs: assignments of replicas to regions and nodes, and the routes of its data flows. */
@NullMarked
package io.fogatlas.model.placement;

import org.jspecify.annotations.NullMarked;
