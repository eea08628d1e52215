/**
 * Parts that placement algorithms are built from: a draft of a placement that can be changed step by step, and bounded searches for routes
 * and regions.
 */
@NullMarked
package io.fogatlas.placement.search;

import org.jspecify.annotations.NullMarked;
