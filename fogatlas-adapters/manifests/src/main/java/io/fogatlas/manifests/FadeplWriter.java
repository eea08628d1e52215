package io.fogatlas.manifests;

import java.util.List;

/**
 * Writes FADepls back with the status that FogAtlas's controller would give them, and everything else as it was.
 *
 * <p>Stateless and thread-safe.
 */
public final class FadeplWriter {
    private FadeplWriter() {}

    /**
     * Writes FADepls with {@code status.placements}, {@code status.linksoccupancy} and {@code status.currentstatus}.
     *
     * @param manifests the FADepls as they were read, in the order to write them
     * @param decided what was decided about them; one without a decision is written as it was read
     * @param format how to write
     * @return the objects, ending with a line feed
     * @throws ManifestException if a generation A object, whose numbers are int32, cannot hold what was decided
     */
    public static String write(List<ApplicationManifest> manifests, List<Decided> decided, Format format) {
        return "";
    }
}
