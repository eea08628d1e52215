/**
 * The live state of an infrastructure: what exists and what is taken.
 *
 * <p>{@link io.fogatlas.inventory.Inventory} is the entry.
 */
@NullMarked
package io.fogatlas.inventory;

import org.jspecify.annotations.NullMarked;
