package io.fogatlas.cli;

import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.SearchListener;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long and how to search, and whether to tell of it. */
final class SearchOptions {
    @Mixin
    private EffortOptions effort = new EffortOptions();

    @Option(
            names = "--gap",
            paramLabel = "GAP",
            converter = GapConverter.class,
            description =
                    "Stop searching when the score is proved to be within this ratio of the best, such as 5%% or 0.05."
                            + " Default: 0, the proved optimum.")
    private double gap = SearchLimits.DEFAULT.gap();

    @Option(
            names = "--progress",
            description = "Tell on standard error of every better placement and bound: time, score, bound and gap.")
    private boolean progress;

    /**
     * Gives the limits.
     *
     * @throws CommandException if the work is negative
     */
    SearchLimits limits() {
        return effort.limits(gap);
    }

    /** How long to look for reasons at most. */
    Duration explanationDeadline() {
        return effort.deadline().orElse(SearchLimits.DEFAULT.deadline());
    }

    boolean tellsProgress() {
        return progress;
    }

    SearchListener listener(PrintWriter err) {
        return progress ? new SearchTrace(err) : SearchListener.NONE;
    }
}
