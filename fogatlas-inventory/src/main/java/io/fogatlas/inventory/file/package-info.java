/** Keeps an inventory in a file that survives the process. Needs Jackson. */
@NullMarked
package io.fogatlas.inventory.file;

import org.jspecify.annotations.NullMarked;
