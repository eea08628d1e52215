package io.fogatlas.cli;

import io.fogatlas.manifests.networks.CoordinateReading;
import io.fogatlas.manifests.networks.ImportOptions;
import io.fogatlas.model.InvalidModelException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code fogatlas convert} that say what to assume where a file says nothing. */
final class ImportChoices {
    @Option(
            names = "--default-bandwidth",
            paramLabel = "BITS",
            converter = BandwidthConverter.class,
            description = "Bandwidth of a link of which the file gives none, in bit/s. Default: 1G.")
    private Optional<Long> bandwidth = Optional.empty();

    @Option(
            names = "--default-latency",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Latency of a link of which nothing tells it. Default: 1ms.")
    private Optional<Duration> latency = Optional.empty();

    @Option(
            names = "--latency-per-km",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "Latency of a kilometre of great circle, where the ends of a link are known. Default: 5us (fibre).")
    private Optional<Duration> perKm = Optional.empty();

    @Option(
            names = "--latency-factor",
            paramLabel = "N",
            description = "What latencies that the file gives are multiplied by. Default: 1.")
    private Optional<Integer> latencyFactor = Optional.empty();

    @Option(
            names = "--coordinates",
            paramLabel = "READING",
            converter = CoordinateNames.class,
            completionCandidates = CoordinateNames.class,
            description =
                    "How coordinates are read: detect, degrees, minutes (degrees.minutes) or none. Default: detect.")
    private Optional<CoordinateReading> coordinates = Optional.empty();

    @Option(
            names = "--capacity-unit",
            paramLabel = "BITS",
            converter = BandwidthConverter.class,
            description = "SNDlib: what a capacity of 1 means where the file gives no unit, in bit/s. Default: 1M.")
    private Optional<Long> capacityUnit = Optional.empty();

    @Option(
            names = "--module",
            paramLabel = "INDEX",
            description = "SNDlib: which capacity module of each link is installed, from 0. Default: 0.")
    private Optional<Integer> module = Optional.empty();

    @Option(
            names = "--modules",
            paramLabel = "COUNT",
            description = "SNDlib: how many of them are installed. Default: 1.")
    private Optional<Integer> modules = Optional.empty();

    @Option(
            names = "--keep-directions",
            description = "Leave two opposite directed links two, even if they are otherwise equal.")
    private boolean keepDirections;

    @Option(
            names = "--merge-dependencies",
            description = "AppGroup: make two opposite dependencies that are otherwise equal one data flow.")
    private boolean mergeDependencies;

    @Option(
            names = "--cost-as-latency",
            description = "AppGroup and NetworkTopology: read network costs, which have no unit, as milliseconds.")
    private boolean costAsLatency;

    @Option(
            names = "--tiers",
            paramLabel = "N",
            description = "Divide the regions into N tiers by their number of links. Default: 1.")
    private Optional<Integer> tiers = Optional.empty();

    @Option(names = "--mips-per-core", paramLabel = "MIPS", description = "MIPS of one core everywhere. Default: 1000.")
    private Optional<Long> mipsPerCore = Optional.empty();

    @Option(names = "--endpoints", description = "Give each region an ExternalEndpoint named at-REGION.")
    private boolean endpoints;

    /**
     * Makes the options.
     *
     * @throws CommandException if one is out of its range
     */
    ImportOptions options() {
        ImportOptions.Builder builder = ImportOptions.builder()
                .mergeDirections(!keepDirections)
                .mergeDependencies(mergeDependencies)
                .networkCostAsMillis(costAsLatency)
                .endpointPerRegion(endpoints);
        bandwidth.ifPresent(builder::defaultBandwidthBps);
        latency.ifPresent(time -> builder.defaultLatencyMicros(time.toNanos() / 1000));
        perKm.ifPresent(time -> builder.nanosPerKm(time.toNanos()));
        latencyFactor.ifPresent(builder::latencyFactor);
        coordinates.ifPresent(builder::coordinates);
        capacityUnit.ifPresent(builder::capacityUnitBps);
        module.ifPresent(builder::moduleIndex);
        modules.ifPresent(builder::moduleCount);
        tiers.ifPresent(builder::tiers);
        mipsPerCore.ifPresent(builder::mipsPerCore);
        try {
            return builder.build();
        } catch (InvalidModelException refused) {
            throw CommandException.badInput(String.valueOf(refused.getMessage()));
        }
    }

    /** Reads how coordinates are read. */
    static final class CoordinateNames extends Choice<CoordinateReading> {
        CoordinateNames() {
            super("reading of coordinates", List.of(CoordinateReading.values()), CoordinateNames::name);
        }

        private static String name(CoordinateReading reading) {
            return switch (reading) {
                case DETECT -> "detect";
                case DECIMAL_DEGREES -> "degrees";
                case DEGREES_MINUTES -> "minutes";
                case NONE -> "none";
            };
        }
    }
}
