/** How events and states of an inventory are written as JSON, in a file or a database. Needs Jackson. */
@NullMarked
package io.fogatlas.inventory.json;

import org.jspecify.annotations.NullMarked;
