/** What is taken of an infrastructure already, and by whom. */
@NullMarked
package io.fogatlas.model.occupancy;

import org.jspecify.annotations.NullMarked;
