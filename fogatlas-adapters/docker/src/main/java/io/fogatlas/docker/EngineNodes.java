package io.fogatlas.docker;

import io.fogatlas.manifests.ManifestReader;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.orchestration.DeploymentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what the engines of regions have to give, as Compute Nodes.
 *
 * <p>An engine is one node: its cores and memory, and no ephemeral storage, since it tells of none, less what the containers that run
 * there may take. Containers without bound and without reservation are not known to take anything; each is named by a warning. What was
 * deployed by this project is counted as well, unless its application is to be placed anew.
 */
public final class EngineNodes {
    private static final long MILLIS_PER_CORE = 1000;

    /** How many containers a node takes, as Kubernetes' own nodes take Pods by default. */
    private static final long SLOTS = 110;

    private static final Map<String, String> ARCHITECTURES =
            Map.of("x86_64", "amd64", "aarch64", "arm64", "armv7l", "arm", "i686", "386");

    private EngineNodes() {}

    /**
     * What was found.
     *
     * @param nodes a node for each region that has an engine that answers, in order of the regions
     * @param warnings what is not counted, a sentence each
     */
    public record Found(List<ComputeNode> nodes, List<String> warnings) {
        /**
         * Copies the lists.
         *
         * @param nodes the nodes
         * @param warnings what is not counted
         */
        public Found {
            nodes = List.copyOf(nodes);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Asks all engines.
     *
     * @param targets the engine of each region; one that is the engine of several regions is counted for the first of them
     * @param regionLabel the label by which nodes say their region, such as {@link ManifestReader#regionLabel()}
     * @param placedAnew the applications whose containers are not counted, since they make room for themselves
     * @return the nodes of the engines that answer; each other one is named by a warning
     * @throws DeploymentException if an engine stops answering in the middle
     */
    public static Found of(DockerTargets targets, String regionLabel, Set<ApplicationId> placedAnew) {
        try (Fleet fleet = new Fleet(targets.addresses(), new EngineConnector(targets.credentials()))) {
            return of(fleet, regionLabel, placedAnew);
        }
    }

    static Found of(Fleet fleet, String regionLabel, Set<ApplicationId> placedAnew) {
        List<ComputeNode> nodes = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        try {
            for (Site site : fleet.sites(Set.of(), warnings)) {
                nodes.add(node(site, regionLabel, placedAnew, warnings));
            }
        } catch (EngineException failure) {
            throw new DeploymentException(failure.text(), failure);
        }
        return new Found(nodes, warnings);
    }

    private static ComputeNode node(
            Site site, String regionLabel, Set<ApplicationId> placedAnew, List<String> warnings) {
        EngineFacts facts = site.engine().facts();
        String region = site.name();
        if (site.regions().size() > 1) {
            warnings.add("The regions " + site.regions() + " have one engine, which is counted for '" + region + "'.");
        }
        Resources.Builder taken = Resources.builder();
        long millis = 0;
        long bytes = 0;
        long slots = 0;
        for (Engine.ContainerUse use : site.engine().uses()) {
            boolean makesRoom = placedAnew.stream()
                    .anyMatch(id ->
                            use.labels().entrySet().containsAll(Names.labels(id).entrySet()));
            if (makesRoom) {
                continue;
            }
            millis += use.cpuMillis();
            bytes += use.memoryBytes();
            slots++;
            if (use.cpuMillis() == 0 || use.memoryBytes() == 0) {
                warnings.add("The container '" + Texts.oneLine(use.name()) + "' in region '" + region
                        + "' has no bound of its " + (use.cpuMillis() == 0 ? "CPU" : "memory")
                        + (use.cpuMillis() == 0 && use.memoryBytes() == 0 ? " and memory" : "")
                        + ", so what it takes of it is not counted.");
            }
        }
        Resources all = new Resources(facts.cpus() * MILLIS_PER_CORE, facts.memoryBytes(), 0, SLOTS, Map.of());
        ComputeNode.Builder node = ComputeNode.builder(Names.part(region), region)
                .allocatable(all.minus(taken.cpuMillis(millis)
                        .memoryBytes(bytes)
                        .podSlots(slots)
                        .build()))
                .addLabels(facts.labels())
                .addLabel("kubernetes.io/hostname", facts.name())
                .addLabel("kubernetes.io/arch", ARCHITECTURES.getOrDefault(facts.architecture(), facts.architecture()))
                .addLabel("kubernetes.io/os", facts.os())
                .addLabel(regionLabel, region);
        return node.build();
    }
}
