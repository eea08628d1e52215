package io.fogatlas.docker;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentStep;
import io.fogatlas.orchestration.DeploymentStep.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to change at one engine so that it has of an application what it is to have, and nothing else. */
final class SitePlan {
    private final ApplicationId application;
    private final Site site;
    private final List<String> newNetworks = new ArrayList<>();
    private final List<Engine.FoundNetwork> oldNetworks = new ArrayList<>();
    private final List<Engine.FoundVolume> oldVolumes = new ArrayList<>();
    private final List<NewReplica> created = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<Replica> removed = new ArrayList<>();
    private final List<DeploymentStep> removals = new ArrayList<>();

    /**
     * A replica to create.
     *
     * @param workload what it is to be
     * @param fingerprint of the workload
     * @param number which replica
     * @param unfinished what an interrupted run left of it
     * @param step what is told about it
     */
    record NewReplica(
            WorkloadSpec workload, String fingerprint, int number, List<Replica> unfinished, DeploymentStep step) {}

    /**
     * A replica that stays.
     *
     * @param workload what it is
     * @param replica the replica
     */
    record Kept(WorkloadSpec workload, Replica replica) {}

    private SitePlan(ApplicationId application, Site site) {
        this.application = application;
        this.site = site;
    }

    /**
     * Compares.
     *
     * @param application the application
     * @param site the engine
     * @param wanted what it is to have, by region
     * @throws DeploymentException if something of somebody else is in the way
     */
    static SitePlan of(ApplicationId application, Site site, Map<String, List<WorkloadSpec>> wanted) {
        SitePlan plan = new SitePlan(application, site);
        Map<String, String> own = Names.labels(application);
        List<Engine.FoundContainer> all = site.engine().containers(Map.of());
        List<Replica> replicas = new ArrayList<>(Replica.of(all.stream()
                .filter(container -> container.labels().entrySet().containsAll(own.entrySet()))
                .toList()));
        List<Engine.FoundContainer> others = all.stream()
                .filter(container -> !container.labels().entrySet().containsAll(own.entrySet()))
                .toList();
        plan.compareNetworks(wanted);
        Set<List<String>> inUse = new HashSet<>();
        replicas.forEach(
                replica -> inUse.add(identity(replica.containers().get(0).labels())));
        for (String region : site.regions()) {
            wanted.getOrDefault(region, List.of()).forEach(workload -> plan.compare(workload, replicas));
        }
        replicas.forEach(stale -> plan.remove(stale, "is not wanted here any more"));
        plan.created.forEach(replica -> inUse.add(
                identity(Names.labels(application, replica.workload(), replica.fingerprint(), replica.number()))));
        site.engine().volumes(own).stream()
                .filter(volume -> !inUse.contains(identity(volume.labels())))
                .forEach(plan.oldVolumes::add);
        plan.refuseConflicts(others);
        return plan;
    }

    /** Which replica something belongs to. */
    private static List<String> identity(Map<String, String> labels) {
        return List.of(Names.REGION, Names.MICROSERVICE, Names.DECISION, Names.REPLICA).stream()
                .map(key -> labels.getOrDefault(key, ""))
                .toList();
    }

    private void compareNetworks(Map<String, List<WorkloadSpec>> wanted) {
        Map<String, String> own = Names.labels(application);
        Set<String> names = new HashSet<>();
        for (String region : site.regions()) {
            if (wanted.containsKey(region)) {
                names.add(Names.network(application, region));
            }
        }
        Set<String> there = new HashSet<>();
        for (Engine.FoundNetwork network : site.engine().networks(Map.of())) {
            boolean isOwn = network.labels().entrySet().containsAll(own.entrySet());
            boolean isWanted = names.contains(network.name());
            if (isOwn && !(isWanted && there.add(network.name()))) {
                oldNetworks.add(network);
            } else if (!isOwn && isWanted) {
                throw new DeploymentException("The network '" + network.name() + "' in region '" + site.name()
                        + "' is not one that was made for '" + application + "'; rename or remove it.");
            }
        }
        for (String region : site.regions()) {
            String name = Names.network(application, region);
            if (names.contains(name) && !there.contains(name)) {
                newNetworks.add(region);
            }
        }
    }

    /** Takes what it finds of the workload out of the replicas. */
    private void compare(WorkloadSpec workload, List<Replica> replicas) {
        String fingerprint = workload.fingerprint();
        List<Replica> same = replicas.stream()
                .filter(replica -> replica.microservice().equals(workload.microservice())
                        && replica.region().equals(workload.region()))
                .toList();
        replicas.removeAll(same);
        Map<Integer, Replica> current = new HashMap<>();
        List<Replica> unfinished = new ArrayList<>();
        List<Replica> old = new ArrayList<>();
        for (Replica replica : same) {
            boolean decided = replica.decision().equals(fingerprint) && replica.number() >= 1;
            if (!decided || replica.number() > workload.replicas()) {
                old.add(replica);
            } else if (replica.isWhole(workload)) {
                current.put(replica.number(), replica);
            } else {
                unfinished.add(replica);
            }
        }
        int replaced = 0;
        for (int number = 1; number <= workload.replicas(); number++) {
            Replica there = current.get(number);
            if (there != null) {
                kept.add(new Kept(workload, there));
                continue;
            }
            String name = Names.container(application, workload, fingerprint, number, 0);
            boolean replaces = replaced < old.size();
            String reason = replaces ? "in place of " + old.get(replaced++).name() : "";
            int wanted = number;
            created.add(new NewReplica(
                    workload,
                    fingerprint,
                    number,
                    unfinished.stream()
                            .filter(replica -> replica.number() == wanted)
                            .toList(),
                    new DeploymentStep(
                            replaces ? Action.REPLACE : Action.CREATE, workload.region(), "container", name, reason)));
        }
        removed.addAll(old.subList(0, replaced));
        old.subList(replaced, old.size()).forEach(replica -> remove(replica, "there are to be fewer"));
    }

    private void remove(Replica replica, String reason) {
        removed.add(replica);
        removals.add(new DeploymentStep(Action.DELETE, replica.region(), "container", replica.name(), reason));
    }

    /** Nothing can be created under a name, or with a port, that somebody else has. */
    private void refuseConflicts(List<Engine.FoundContainer> others) {
        List<Engine.FoundContainer> staying = new ArrayList<>(others);
        kept.forEach(each -> staying.addAll(each.replica().containers()));
        for (NewReplica replica : created) {
            Set<String> ports = replica.workload().hostPorts();
            for (Engine.FoundContainer other : staying) {
                if (other.name().equals(replica.step().name())) {
                    throw new DeploymentException("The container '" + other.name() + "' in region '"
                            + replica.workload().region() + "' is not one that was made for '" + application
                            + "'; rename or remove it.");
                }
                for (String port : other.hostPorts()) {
                    if (ports.contains(port)) {
                        throw new DeploymentException("The port " + port + " of the machine of region '"
                                + replica.workload().region() + "', which microservice '"
                                + replica.workload().microservice() + "' is to have, is taken by the container '"
                                + Texts.oneLine(other.name()) + "'. Stop that one, or change hostPort.");
                    }
                }
            }
        }
    }

    Site site() {
        return site;
    }

    ApplicationId application() {
        return application;
    }

    /** The regions whose network has to be made. */
    List<String> newNetworks() {
        return newNetworks;
    }

    List<Engine.FoundNetwork> oldNetworks() {
        return oldNetworks;
    }

    /** What an interrupted run left of replicas that are gone. */
    List<Engine.FoundVolume> oldVolumes() {
        return oldVolumes;
    }

    List<NewReplica> created() {
        return created;
    }

    List<Kept> kept() {
        return kept;
    }

    /** What is removed once everything new is ready. */
    List<Replica> removed() {
        return removed;
    }

    /** Whether it is told of a removed replica by itself, not with the one in its place. */
    List<DeploymentStep> removals() {
        return removals;
    }

    /** Everything that changes, in its order. */
    List<DeploymentStep> steps() {
        List<DeploymentStep> steps = new ArrayList<>();
        newNetworks.forEach(region -> steps.add(networkStep(region)));
        created.forEach(replica -> steps.add(replica.step()));
        kept.stream().filter(each -> !each.replica().runs()).forEach(each -> steps.add(startStep(each)));
        steps.addAll(removals);
        oldVolumes.forEach(volume -> steps.add(volumeRemoval(volume)));
        oldNetworks.forEach(network -> steps.add(networkRemoval(network)));
        return steps;
    }

    DeploymentStep networkStep(String region) {
        return new DeploymentStep(Action.CREATE, region, "network", Names.network(application, region), "");
    }

    static DeploymentStep startStep(Kept kept) {
        return new DeploymentStep(
                Action.UPDATE,
                kept.workload().region(),
                "container",
                kept.replica().name(),
                "does not run");
    }

    DeploymentStep volumeRemoval(Engine.FoundVolume volume) {
        String region = volume.labels().getOrDefault(Names.REGION, site.name());
        return new DeploymentStep(Action.DELETE, region, "volume", volume.name(), "its container is gone");
    }

    DeploymentStep networkRemoval(Engine.FoundNetwork network) {
        String region = network.labels().getOrDefault(Names.REGION, site.name());
        return new DeploymentStep(Action.DELETE, region, "network", network.name(), "is not wanted here any more");
    }
}
