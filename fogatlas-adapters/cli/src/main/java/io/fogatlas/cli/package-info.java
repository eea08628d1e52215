/** The command {@code fogatlas}. */
@NullMarked
package io.fogatlas.cli;

import org.jspecify.annotations.NullMarked;
