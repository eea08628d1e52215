package io.fogatlas.manifests;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Occupancy;
import java.util.List;
import java.util.Objects;

/**
 * What manifests say, in the words of the model.
 *
 * @param infrastructure what exists
 * @param occupancy what is taken: by each application that was read, and by others
 * @param applications the FADepls, in the order they were read
 * @param warnings what was left out or looks wrong, by file and line
 */
public record Manifests(
        Infrastructure infrastructure,
        Occupancy occupancy,
        List<ApplicationManifest> applications,
        List<ManifestProblem> warnings) {
    /**
     * Copies the lists.
     *
     * @param infrastructure what exists
     * @param occupancy what is taken
     * @param applications the FADepls
     * @param warnings what was left out or looks wrong
     */
    public Manifests {
        Objects.requireNonNull(infrastructure, "infrastructure");
        Objects.requireNonNull(occupancy, "occupancy");
        applications = List.copyOf(applications);
        warnings = List.copyOf(warnings);
    }
}
