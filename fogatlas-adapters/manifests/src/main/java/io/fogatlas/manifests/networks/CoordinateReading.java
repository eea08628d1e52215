package io.fogatlas.manifests.networks;

/** How the numbers that a file calls longitude and latitude are read. */
public enum CoordinateReading {
    /**
     * Judges the whole file: one number out of range and none is taken for a place (SNDlib's {@code france} has pixels); degrees and
     * minutes if no fraction of the file, and there are at least twelve different ones, reaches 0.60 or has more than two digits (SNDlib's
     * {@code nobel-eu}); decimal degrees otherwise. What was found is noted.
     */
    DETECT,
    /** Degrees with a decimal fraction: 4.51 is 4.51 degrees. */
    DECIMAL_DEGREES,
    /** Degrees, a point and two digits of minutes: 4.51 is 4 degrees and 51 minutes, 52.2 is 52 degrees and 20 minutes. */
    DEGREES_MINUTES,
    /** No places at all. */
    NONE
}
