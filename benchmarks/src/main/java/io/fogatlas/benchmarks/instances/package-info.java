/** Instances for comparisons: real networks, generators of networks and applications, and readers of users' own files. */
@NullMarked
package io.fogatlas.benchmarks.instances;

import org.jspecify.annotations.NullMarked;
