/**
 * Published and computed values about real infrastructures, applications and placements, reproduced from the files they belong to:
 * {@code benchmarks/TRUTHS.md} lists each. The files are not part of this repository; where they are not there, the tests are skipped.
 */
package io.fogatlas.benchmarks.truths;
