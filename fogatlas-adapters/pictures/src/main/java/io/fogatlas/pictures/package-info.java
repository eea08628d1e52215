/** Pictures of an infrastructure, the placements on it, and what follows if parts of it fail: as SVG, PNG and HTML. */
@NullMarked
package io.fogatlas.pictures;

import org.jspecify.annotations.NullMarked;
