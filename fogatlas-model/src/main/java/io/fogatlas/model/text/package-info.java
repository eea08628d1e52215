/** How names and amounts of the model are written for people. */
@NullMarked
package io.fogatlas.model.text;

import org.jspecify.annotations.NullMarked;
