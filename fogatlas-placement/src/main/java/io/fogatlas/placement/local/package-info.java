/** Local search: improves a placement by changing parts of it, or finds one where construction found none, until it is told to stop. */
@NullMarked
package io.fogatlas.placement.local;

import org.jspecify.annotations.NullMarked;
