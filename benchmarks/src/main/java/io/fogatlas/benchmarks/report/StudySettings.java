package io.fogatlas.benchmarks.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What the user of the standard set wants measured. What is left open, each study chooses by the profile.
 *
 * @param profile how much to measure
 * @param algorithms the names of the installed algorithms to measure; empty leaves it open
 * @param seeds where random choices start from, in the order to use them; empty leaves it open
 * @param peers whether to measure other solvers beside
 * @param network the user's own network to measure on, if any
 */
public record StudySettings(
        Profile profile, List<String> algorithms, List<Long> seeds, boolean peers, Optional<Path> network) {
    /**
     * Makes settings.
     *
     * @param profile how much to measure
     * @param algorithms the names of the installed algorithms to measure; empty leaves it open
     * @param seeds where random choices start from, in the order to use them; empty leaves it open
     * @param peers whether to measure other solvers beside
     * @param network the user's own network to measure on, if any
     */
    public StudySettings {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(network, "network");
        algorithms = List.copyOf(algorithms);
        seeds = List.copyOf(seeds);
    }

    /**
     * Makes settings that leave everything but the profile open.
     *
     * @param profile how much to measure
     * @return settings with peers
     */
    public static StudySettings of(Profile profile) {
        return new StudySettings(profile, List.of(), List.of(), true, Optional.empty());
    }

    /**
     * Gives the algorithms to measure.
     *
     * @param usual whom to measure if that is left open
     * @return names of algorithms
     */
    public List<String> algorithmsOr(String... usual) {
        return algorithms.isEmpty() ? List.of(usual) : algorithms;
    }

    /**
     * Gives the seeds to use.
     *
     * @param usual how many to use if that is left open; then they are 1, 2, …
     * @return seeds
     */
    public List<Long> seedsOr(int usual) {
        return seeds.isEmpty() ? LongStream.rangeClosed(1, usual).boxed().toList() : seeds;
    }
}
