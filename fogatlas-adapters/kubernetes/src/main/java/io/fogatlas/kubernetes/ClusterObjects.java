package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fogatlas.orchestration.DeploymentException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads and writes objects of the cluster as trees of JSON, so that nothing in them is lost. Thread-safe. */
final class ClusterObjects {
    /** The name under which the API server notes which fields are ours. */
    static final String FIELD_MANAGER = "fogatlas";

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final KubernetesClient client;
    private final String cluster;

    ClusterObjects(KubernetesClient client, String cluster) {
        this.client = client;
        this.cluster = cluster;
    }

    String cluster() {
        return cluster;
    }

    /** Finds an object; empty if there is none, also if its kind or namespace is not there. */
    Optional<ObjectNode> get(ObjectKind kind, String namespace, String name) {
        return asking(kind, "read " + named(kind, namespace, name), () -> {
            GenericKubernetesResource found =
                    operation(kind).inNamespace(namespace).withName(name).get();
            return Optional.ofNullable(found).map(ClusterObjects::tree);
        });
    }

    /** Lists the objects of a namespace. */
    List<ObjectNode> list(ObjectKind kind, String namespace) {
        return asking(
                kind,
                "list the " + kind.kind() + "s of namespace '" + namespace + "'",
                () -> trees(operation(kind).inNamespace(namespace).list()));
    }

    /** Lists the objects of all namespaces. */
    List<ObjectNode> listAll(ObjectKind kind) {
        return asking(
                kind,
                "list the " + kind.kind() + "s of all namespaces",
                () -> trees(operation(kind).inAnyNamespace().list()));
    }

    /**
     * Applies our part of an object on the server's side.
     *
     * @param force whether fields that others manage are taken over; if not, the server refuses
     * @param dryRun whether only to say what would be
     * @return the whole object as it is then
     */
    ObjectNode apply(ObjectKind kind, ObjectNode object, boolean force, boolean dryRun) {
        return asking(kind, "apply " + named(kind, object), () -> {
            PatchContext.Builder how = new PatchContext.Builder()
                    .withPatchType(PatchType.SERVER_SIDE_APPLY)
                    .withFieldManager(FIELD_MANAGER)
                    .withForce(force);
            if (dryRun) {
                how.withDryRun(List.of("All"));
            }
            GenericKubernetesResource item = resource(object);
            return tree(at(kind, item).patch(how.build(), item));
        });
    }

    /** Makes an object that is not there. */
    ObjectNode create(ObjectKind kind, ObjectNode object) {
        return asking(
                kind,
                "create " + named(kind, object),
                () -> tree(at(kind, resource(object)).create()));
    }

    /** Replaces an object if it is still of the resource version that the new one names. */
    ObjectNode replace(ObjectKind kind, ObjectNode object) {
        return asking(
                kind,
                "replace " + named(kind, object),
                () -> tree(at(kind, resource(object)).update()));
    }

    /** Replaces the status of an object if it is still of the resource version that the new one names. */
    ObjectNode replaceStatus(ObjectKind kind, ObjectNode object) {
        return asking(
                kind,
                "write the status of " + named(kind, object),
                () -> tree(at(kind, resource(object)).updateStatus()));
    }

    /** Patches an object by operations of RFC 6902. */
    ObjectNode patch(ObjectKind kind, String namespace, String name, JsonNode operations) {
        return asking(
                kind,
                "patch " + named(kind, namespace, name),
                () -> tree(operation(kind)
                        .inNamespace(namespace)
                        .withName(name)
                        .patch(PatchContext.of(PatchType.JSON), operations.toString())));
    }

    /** Deletes an object; one that is gone already is no error. */
    void delete(ObjectKind kind, ObjectNode object) {
        asking(
                kind,
                "delete " + named(kind, object),
                () -> operation(kind)
                        .inNamespace(Trees.namespace(object))
                        .withName(Trees.name(object))
                        .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                        .delete());
    }

    private MixedOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            operation(ObjectKind kind) {
        return client.genericKubernetesResources(kind.context());
    }

    private Resource<GenericKubernetesResource> at(ObjectKind kind, GenericKubernetesResource item) {
        return operation(kind).inNamespace(item.getMetadata().getNamespace()).resource(item);
    }

    private <T> T asking(ObjectKind kind, String what, Supplier<T> request) {
        try {
            return request.get();
        } catch (KubernetesClientException failure) {
            DeploymentException explained = ClusterFailures.explain(cluster, what, kind, failure);
            if (ClusterFailures.isConflict(failure)) {
                throw new RefusedException(RefusedException.Why.CONFLICT, explained);
            }
            if (ClusterFailures.isInvalid(failure)) {
                throw new RefusedException(RefusedException.Why.INVALID, explained);
            }
            throw explained;
        }
    }

    private static String named(ObjectKind kind, ObjectNode object) {
        return named(kind, Trees.namespace(object), Trees.name(object));
    }

    private static String named(ObjectKind kind, String namespace, String name) {
        return kind.kind() + " '" + namespace + "/" + name + "'";
    }

    private static GenericKubernetesResource resource(ObjectNode object) {
        return MAPPER.convertValue(object, GenericKubernetesResource.class);
    }

    static ObjectNode tree(GenericKubernetesResource resource) {
        return MAPPER.valueToTree(resource);
    }

    private static List<ObjectNode> trees(GenericKubernetesResourceList list) {
        return list.getItems().stream().map(ClusterObjects::tree).toList();
    }
}
