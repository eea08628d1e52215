/** The live state of an infrastructure: what exists and what is taken. */
@NullMarked
package io.fogatlas.inventory;

import org.jspecify.annotations.NullMarked;
