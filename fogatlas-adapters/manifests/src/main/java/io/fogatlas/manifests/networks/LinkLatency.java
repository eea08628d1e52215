package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.networks.NetworkDraft.Edge;
import io.fogatlas.model.Location;
import io.fogatlas.model.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the latency of links: what the file gives, otherwise what the distance takes, otherwise what is assumed. Counts which. */
final class LinkLatency {
    /** Light in vacuum: 299,792,458 m/s. */
    private static final double METERS_PER_MICROSECOND = 299.792458;

    private final ImportOptions options;
    private final List<Optional<Location>> locations;
    private int given;
    private int fasterThanLight;
    private int byDistance;
    private int assumed;

    LinkLatency(ImportOptions options, List<Optional<Location>> locations) {
        this.options = options;
        this.locations = locations;
    }

    long micros(Edge edge) {
        Optional<Location> from = locations.get(edge.source());
        Optional<Location> to = locations.get(edge.target());
        boolean known = from.isPresent() && to.isPresent();
        double meters = known ? from.get().metersTo(to.get()) : 0;
        if (edge.latencyMicros().isPresent()) {
            given++;
            long latency =
                    Math.min(Problems.MAX_AMOUNT, times(edge.latencyMicros().getAsLong()));
            fasterThanLight += latency < Math.floor(meters / METERS_PER_MICROSECOND) ? 1 : 0;
            return latency;
        }
        if (known) {
            byDistance++;
            return (long) Math.ceil(meters * options.nanosPerKm() / 1_000_000);
        }
        assumed++;
        return options.defaultLatencyMicros();
    }

    private long times(long latency) {
        long high = Math.multiplyHigh(latency, options.latencyFactor());
        return high == 0 ? latency * options.latencyFactor() : Problems.MAX_AMOUNT;
    }

    void note(Notes notes, int links) {
        String perKm =
                BigDecimal.valueOf(options.nanosPerKm(), 3).stripTrailingZeros().toPlainString();
        notes.share(
                "links without latency in the file, " + perKm + " microseconds a kilometre of great circle assumed",
                byDistance,
                links);
        notes.share(
                String.format(
                        Locale.ROOT,
                        "links without latency in the file and not both ends located, %,d microseconds assumed",
                        options.defaultLatencyMicros()),
                assumed,
                links);
        if (given > 0 && options.latencyFactor() > 1) {
            notes.add("the latencies of the file are multiplied by " + options.latencyFactor());
        }
        notes.share(
                "links faster than light in vacuum over their great circle, kept as given (REPETITA's need the latency factor 3"
                        + " to be those of fibre)",
                fasterThanLight,
                links);
    }
}
