/** Several applications placed at once: jointly, and only the most valuable of them where not all fit. */
@NullMarked
package io.fogatlas.placement.batch;

import org.jspecify.annotations.NullMarked;
