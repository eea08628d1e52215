/** What exists (regions, compute nodes, links, external endpoints) and what of it is taken already. */
@NullMarked
package io.fogatlas.model.infrastructure;

import org.jspecify.annotations.NullMarked;
