package io.fogatlas.benchmarks.report;

import java.io.IOException;
import java.io.PrintStream;

/**
 * One part of the standard set: a question, and the measurements that answer it. Studies are found by {@link java.util.ServiceLoader}, so that
 * each is named in {@code META-INF/services/io.fogatlas.benchmarks.report.Study}.
 */
public interface Study {
    /**
     * Says how the study is called in options and in the names of files.
     *
     * @return its name, of lower-case letters, digits and dashes
     */
    String key();

    /**
     * Measures.
     *
     * @param settings how much to measure, and whom
     * @param progress where to say what is being done; what is found belongs in the findings
     * @return what was found, every number of it measured now unless it says otherwise
     * @throws IllegalArgumentException if a setting cannot be used, such as the name of an algorithm that is not installed
     * @throws IOException if a file or another process fails
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    Findings run(StudySettings settings, PrintStream progress) throws IOException, InterruptedException;
}
