/** The greedy algorithm: builds a placement step by step, repairs it where it gets stuck, and improves it while single moves help. */
@NullMarked
package io.fogatlas.placement.greedy;

import org.jspecify.annotations.NullMarked;
