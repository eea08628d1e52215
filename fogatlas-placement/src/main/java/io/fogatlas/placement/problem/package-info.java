/** The compiled form of a placement problem: ids become ints, and what algorithms read often lies in arrays. */
@NullMarked
package io.fogatlas.placement.problem;

import org.jspecify.annotations.NullMarked;
