/** Finds where each microservice of an application runs and which links its data flows take. */
@NullMarked
package io.fogatlas.placement;

import org.jspecify.annotations.NullMarked;
