package io.fogatlas.manifests;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.PodAffinity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the Pods that take something of a node. */
final class PodReader {
    /** What stands between a microservice and its region in the name of a Deployment of FogAtlas. */
    static final String REGION_MARK = ".reg.";

    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    private final String regionLabel;

    PodReader(String regionLabel) {
        this.regionLabel = regionLabel;
    }

    /**
     * A Pod that runs, or is about to.
     *
     * @param namespace its namespace
     * @param labels its labels
     * @param antiAffinities which Pods it keeps out of its region
     * @param node the node it is bound to
     * @param takes what it takes of the node
     * @param owner the microservice it is a replica of, if a FogAtlas Deployment owns it
     * @param origin where it was read
     */
    record Draft(
            String namespace,
            Map<String, String> labels,
            List<PodAffinity> antiAffinities,
            String node,
            Resources takes,
            Optional<String> owner,
            Origin origin) {}

    /**
     * Reads one Pod.
     *
     * @return the Pod; empty if it takes nothing, since it is not bound or has ended, or is wrong, which is noted
     */
    Optional<Draft> read(ManifestObject object) {
        Notes notes = object.fields().notes();
        long before = notes.found();
        object.fields().inner("metadata").requiredText("name");
        if (notes.found() != before) {
            return Optional.empty();
        }
        return KubernetesObject.read(object.fields(), Pod.class)
                .flatMap(pod -> read(object, pod))
                .filter(draft -> notes.found() == before);
    }

    private Optional<Draft> read(ManifestObject object, KubernetesObject<Pod> pod) {
        var spec = pod.model().getSpec();
        var status = pod.model().getStatus();
        boolean bound = spec != null
                && spec.getNodeName() != null
                && !spec.getNodeName().isEmpty();
        boolean ended = status != null && status.getPhase() != null && ENDED.contains(status.getPhase());
        if (spec == null || !bound || ended) {
            return Optional.empty();
        }
        var metadata = pod.model().getMetadata();
        Map<String, String> labels = metadata.getLabels() == null ? Map.of() : metadata.getLabels();
        Origin origin = object.fields().origin();
        AffinityReader affinities = new AffinityReader(
                regionLabel, labels, object.fields().notes(), origin, text -> pod.problem(text, "spec", "affinity"));
        return Optional.of(new Draft(
                metadata.getNamespace() == null ? ApplicationId.DEFAULT_NAMESPACE : metadata.getNamespace(),
                labels,
                affinities.antiAffinities(spec),
                spec.getNodeName(),
                new RequestsReader(pod, "spec").read(spec),
                owner(metadata.getOwnerReferences()),
                origin));
    }

    /** The microservice in the name {@code <microservice>.reg.<region>-<hash>} of the ReplicaSet that owns a Pod. */
    private static Optional<String> owner(List<OwnerReference> owners) {
        return owners.stream()
                .filter(owner -> "ReplicaSet".equals(owner.getKind()) && owner.getName() != null)
                .map(OwnerReference::getName)
                .filter(name -> name.lastIndexOf(REGION_MARK) > 0)
                .map(name -> name.substring(0, name.lastIndexOf(REGION_MARK)))
                .findFirst();
    }
}
