/**
 * What every inventory, in whatever it is kept, can be tested with.
 *
 * <ul>
 *   <li>{@link io.fogatlas.inventory.testkit.InventoryContract}: what holds of any inventory; extend it, say how one is opened, done.
 *   <li>{@link io.fogatlas.inventory.testkit.SettableClock}: a clock that goes as the test wants.
 * </ul>
 */
@NullMarked
package io.fogatlas.inventory.testkit;

import org.jspecify.annotations.NullMarked;
