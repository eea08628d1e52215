/** The standard set of studies, and the report that it writes. */
@NullMarked
package io.fogatlas.benchmarks.report;

import org.jspecify.annotations.NullMarked;
