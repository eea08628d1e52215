package io.fogatlas.benchmarks.report;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of one study.
 *
 * @param key the study's
 * @param took how long it took
 * @param load how busy the machine was before and after, as far as it says
 * @param findings what it found; empty if it failed
 * @param failure why it failed; empty if it did not
 */
record Section(String key, Duration took, String load, Optional<Findings> findings, String failure) {}
