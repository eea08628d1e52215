/**
 * From one placement to the next: the order in which replicas and routes come and go, what stays where it is, and what happens if
 * something fails.
 */
@NullMarked
package io.fogatlas.placement.change;

import org.jspecify.annotations.NullMarked;
