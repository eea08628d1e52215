package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.model.infrastructure.Infrastructure;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was imported, and what had to be invented, assumed or left out for it.
 *
 * <p>Region ids are made of the nodes' names so that Kubernetes takes them as label values and in object names: lower case letters,
 * digits, {@code -} and {@code .}, at most 63 characters, with {@code -2}, {@code -3}, … where names repeat. The region's name is the
 * node's name as the file writes it. Links are called by the ids of their regions, {@code a--b}, or by the file's own id where users
 * know them by it (SNDlib).
 *
 * <p>With {@link ImportOptions#tiers()} above 1, regions with more links are nearer to the cloud: of <i>k</i> tiers, tier <i>t</i> has
 * a share of the regions that grows by the factor 4 from tier to tier, and regions with equally many links are in the same tier.
 *
 * @param format the format that was read
 * @param name what the file calls the network, or the file's name without its ending
 * @param infrastructure regions, links and, on request, endpoints; empty if the file has no network (an AppGroup alone). It has no
 *     nodes, so compute is unlimited until some are added
 * @param applications the applications, as FADepls; of the formats here only AppGroups are any
 * @param demands traffic between regions (SNDlib). It is no application, since there is nothing in it to place
 * @param notes what was invented, assumed or left out, one plain sentence each, with counts
 */
public record ImportedNetwork(
        NetworkFormat format,
        String name,
        Optional<Infrastructure> infrastructure,
        List<ApplicationManifest> applications,
        List<TrafficDemand> demands,
        List<String> notes) {
    /**
     * Copies the lists.
     *
     * @param format the format that was read
     * @param name what the network is called
     * @param infrastructure what exists
     * @param applications the applications
     * @param demands traffic between regions
     * @param notes what was invented, assumed or left out
     */
    public ImportedNetwork {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(infrastructure, "infrastructure");
        applications = List.copyOf(applications);
        demands = List.copyOf(demands);
        notes = List.copyOf(notes);
    }
}
