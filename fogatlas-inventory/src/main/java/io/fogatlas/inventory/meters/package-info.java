/** An inventory's utilisation as meters. Needs Micrometer. */
@NullMarked
package io.fogatlas.inventory.meters;

import org.jspecify.annotations.NullMarked;
