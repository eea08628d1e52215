package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.Deployable;
import io.fogatlas.orchestration.DeploymentException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what is to be with what is there, and has the API server check every object before the first one is written. */
final class Preparation {
    private final ClusterObjects objects;
    private final Parallel parallel;
    private final String regionLabel;

    Preparation(ClusterObjects objects, Parallel parallel, String regionLabel) {
        this.objects = objects;
        this.parallel = parallel;
        this.regionLabel = regionLabel;
    }

    /**
     * Finds out what is to change.
     *
     * @throws ForeignObjectException if objects of others are in the way
     * @throws DeploymentException if the cluster would refuse something
     */
    Prepared prepare(ApplicationManifest manifest, Deployable deployable) {
        ApplicationId id = deployable.application().id();
        requireNames(id);
        ObjectNode status = DeploymentWriter.status(manifest, deployable);
        List<WantedDeployment> wanted = DeploymentWriter.write(manifest, deployable, status, regionLabel);
        Optional<ObjectNode> fadepl = objects.get(ObjectKind.FADEPL, id.namespace(), id.name());
        fadepl.ifPresent(Preparation::requireStaying);
        ObjectNode tree = Trees.of(manifest.tree());
        Trees.inner(tree, "metadata").put("namespace", id.namespace());
        Optional<FadeplChange> fadeplChange = FadeplChange.of(objects, tree, fadepl);
        Owner owner = fadepl.map(Owner::of).orElse(new Owner(id.name(), Owner.UNKNOWN));
        Map<String, ObjectNode> live = new LinkedHashMap<>();
        objects.list(ObjectKind.DEPLOYMENT, id.namespace()).forEach(each -> live.put(Trees.name(each), each));
        requireNoStrangers(wanted, live, owner, id);
        List<Change> deployments =
                parallel.map(wanted, each -> change(each, Optional.ofNullable(live.get(each.name())), owner)).stream()
                        .flatMap(Optional::stream)
                        .toList();
        Map<String, Long> bookings = LinkPlanner.booked(status);
        LinkPlanner links = new LinkPlanner(objects, id, objects.listAll(ObjectKind.LINK));
        List<Change> statusChange = new ArrayList<>();
        StatusChange.of(objects, id, status, fadepl).ifPresent(statusChange::add);
        return new Prepared(
                id,
                owner,
                wanted.stream().map(WantedDeployment::name).collect(Collectors.toSet()),
                fadeplChange,
                links.changes(bookings, fadepl.map(each -> each.path("status")).orElse(Trees.empty())),
                deployments,
                stale(wanted, live, owner),
                statusChange,
                links.notes(bookings));
    }

    /** What goes into the paths of requests must be a name and nothing else. */
    static void requireNames(ApplicationId id) {
        if (!LabelValues.isNamespace(id.namespace()) || !LabelValues.isName(id.name())) {
            throw new DeploymentException("FADepl '" + id + "' cannot be in a cluster: names are at most "
                    + LabelValues.LONGEST_NAME
                    + " lower case letters, digits, '-' and '.', those of namespaces at most "
                    + LabelValues.LONGEST + " without '.'; rename it");
        }
    }

    private static void requireStaying(ObjectNode fadepl) {
        if (fadepl.path("metadata").hasNonNull("deletionTimestamp")) {
            throw new DeploymentException("FADepl '" + Trees.namespace(fadepl) + "/" + Trees.name(fadepl)
                    + "' is being deleted; end that first by: fogatlas remove");
        }
    }

    private static void requireNoStrangers(
            List<WantedDeployment> wanted, Map<String, ObjectNode> live, Owner owner, ApplicationId id) {
        List<String> strangers = new ArrayList<>();
        for (WantedDeployment each : wanted) {
            ObjectNode there = live.get(each.name());
            if (there != null && !owner.controls(there)) {
                strangers.add("Deployment '" + id.namespace() + "/" + each.name() + "' "
                        + Owner.controller(there)
                                .map(other -> "belongs to " + other.path("kind").asText() + " '"
                                        + other.path("name").asText() + "'"
                                        + (other.path("name").asText().equals(owner.name())
                                                ? " of an earlier time; try again when it is gone"
                                                : ""))
                                .orElse("was made by somebody else"));
            }
        }
        if (!strangers.isEmpty()) {
            throw new ForeignObjectException(
                    "FADepl '" + id + "': objects of others are in the way, which are not touched: "
                            + String.join("; ", strangers) + "; remove them, or rename the microservice");
        }
    }

    private Optional<Change> change(WantedDeployment wanted, Optional<ObjectNode> live, Owner owner) {
        ObjectNode object = wanted.ownedBy(owner);
        if (live.isEmpty()) {
            objects.apply(ObjectKind.DEPLOYMENT, object, true, true);
            return Optional.of(DeploymentChange.create(objects, wanted));
        }
        if (!live.get().path("spec").path("selector").equals(object.path("spec").path("selector"))) {
            return Optional.of(DeploymentChange.replace(objects, wanted, live.get()));
        }
        ObjectNode after = objects.apply(ObjectKind.DEPLOYMENT, object, true, true);
        String difference = Difference.between(live.get(), after);
        return difference.isEmpty()
                ? Optional.empty()
                : Optional.of(DeploymentChange.update(objects, wanted, live.get(), difference));
    }

    private List<Change> stale(List<WantedDeployment> wanted, Map<String, ObjectNode> live, Owner owner) {
        Set<String> names = new HashSet<>();
        wanted.forEach(each -> names.add(each.name()));
        return live.values().stream()
                .filter(each -> isOurs(each, owner) && !names.contains(Trees.name(each)))
                .<Change>map(each -> DeploymentChange.delete(objects, each, "not wanted any more"))
                .toList();
    }

    /** By owner and label, never by name. */
    static boolean isOurs(ObjectNode deployment, Owner owner) {
        return owner.controls(deployment)
                && Trees.label(deployment, Owner.LABEL).equals(owner.label());
    }

    /** The Deployments of an FADepl. */
    static List<ObjectNode> ours(Stream<ObjectNode> deployments, Owner owner) {
        return deployments.filter(each -> isOurs(each, owner)).toList();
    }
}
