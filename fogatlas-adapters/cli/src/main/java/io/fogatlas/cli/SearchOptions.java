package io.fogatlas.cli;

import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.SearchListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** How long and how to search, and whether to tell of it. */
final class SearchOptions {
    /** With a work budget the same input gives the same answer, unless time is up before. */
    private static final Duration NO_DEADLINE = Duration.ofDays(36_500);

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "Stop searching after this time, such as 500ms, 10s or 2m, and answer with the best so far. Default: 10s;"
                            + " none with --work.")
    private Optional<Duration> deadline = Optional.empty();

    @Option(
            names = "--gap",
            paramLabel = "GAP",
            converter = GapConverter.class,
            description =
                    "Stop searching when the score is proved to be within this ratio of the best, such as 5%% or 0.05."
                            + " Default: 0, the proved optimum.")
    private double gap = SearchLimits.DEFAULT.gap();

    @Option(
            names = "--work",
            paramLabel = "STEPS",
            description =
                    "Stop searching after so many elementary steps. Unlike a deadline it gives the same answer every time, on"
                            + " every machine.")
    private Optional<Long> work = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Where random choices start from. Default: 0.")
    private long seed = SearchLimits.DEFAULT.seed();

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
        if (work.orElse(0L) < 0) {
            throw CommandException.badInput("--work must not be negative, but is " + work.orElseThrow());
        }
        return new SearchLimits(
                deadline.orElse(work.isPresent() ? NO_DEADLINE : SearchLimits.DEFAULT.deadline()),
                seed,
                gap,
                work.isPresent() ? OptionalLong.of(work.get()) : OptionalLong.empty());
    }

    /** How long to look for reasons at most. */
    Duration explanationDeadline() {
        return deadline.orElse(SearchLimits.DEFAULT.deadline());
    }

    boolean tellsProgress() {
        return progress;
    }

    SearchListener listener(PrintWriter err) {
        return progress ? new SearchTrace(err) : SearchListener.NONE;
    }
}
