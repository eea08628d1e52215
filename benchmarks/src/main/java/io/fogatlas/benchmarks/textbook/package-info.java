/** The textbook integer program of placement, and the solvers of OR-Tools that it is given to: opponents and oracle of our algorithms. */
@NullMarked
package io.fogatlas.benchmarks.textbook;

import org.jspecify.annotations.NullMarked;
