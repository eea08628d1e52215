package io.fogatlas.benchmarks.timefold;

import java.util.List;

/** A simple path between two sites. */
final class Way {
    static final Way NONE = new Way(List.of(), /* exists= */ false);

    private final List<Track> tracks;
    private final long latencyMicros;
    private final boolean exists;

    private Way(List<Track> tracks, boolean exists) {
        this.tracks = List.copyOf(tracks);
        this.latencyMicros = tracks.stream().mapToLong(Track::latencyMicros).sum();
        this.exists = exists;
    }

    static Way of(List<Track> tracks) {
        return new Way(tracks, /* exists= */ true);
    }

    /** The links it passes, in order; none inside a site. */
    List<Track> tracks() {
        return tracks;
    }

    long latencyMicros() {
        return latencyMicros;
    }

    /** Whether there is a path at all. */
    boolean exists() {
        return exists;
    }
}
