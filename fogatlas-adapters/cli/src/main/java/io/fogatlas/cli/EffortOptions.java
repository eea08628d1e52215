package io.fogatlas.cli;

import io.fogatlas.placement.SearchLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** How long to search, and from where. */
final class EffortOptions {
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
            names = "--work",
            paramLabel = "STEPS",
            description =
                    "Stop searching after so many elementary steps. Unlike a deadline it gives the same answer every time, on"
                            + " every machine.")
    private Optional<Long> work = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Where random choices start from. Default: 0.")
    private long seed = SearchLimits.DEFAULT.seed();

    /**
     * Gives the limits.
     *
     * @param gap how near to the proved best is near enough
     * @throws CommandException if the work is negative
     */
    SearchLimits limits(double gap) {
        if (work.orElse(0L) < 0) {
            throw CommandException.badInput("--work must not be negative, but is " + work.orElseThrow());
        }
        return new SearchLimits(
                deadline.orElse(work.isPresent() ? NO_DEADLINE : SearchLimits.DEFAULT.deadline()),
                seed,
                gap,
                work.isPresent() ? OptionalLong.of(work.get()) : OptionalLong.empty());
    }

    Optional<Duration> deadline() {
        return deadline;
    }
}
