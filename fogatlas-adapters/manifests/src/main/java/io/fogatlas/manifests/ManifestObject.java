package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.model.application.ApplicationId;
import java.util.Optional;

/**
 * One object of a file.
 *
 * @param apiVersion its API group and version
 * @param kind its kind
 * @param fields all of it
 */
record ManifestObject(String apiVersion, String kind, Fields fields) {
    /** The API group and version of FogAtlas's kinds. */
    static final String FOGATLAS = "fogatlas.fbk.eu/v1alpha1";

    /** The version of Kubernetes' core kinds. */
    static final String CORE = "v1";

    /** The API group without version. */
    String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    static ManifestObject of(String file, ObjectValue tree, Notes notes) {
        String kind = tree.text("kind").orElse("");
        Optional<ObjectValue> metadata = inner(tree, "metadata");
        Optional<ObjectValue> spec = inner(tree, "spec");
        String metadataName = metadata.flatMap(part -> part.text("name")).orElse("");
        String name =
                switch (kind) {
                    case "Region", "Link", "ExternalEndpoint" ->
                        spec.flatMap(part -> part.text("id")).orElse(metadataName);
                    case "FADepl", "Pod" ->
                        metadataName.isEmpty()
                                ? ""
                                : metadata.flatMap(part -> part.text("namespace"))
                                                .orElse(ApplicationId.DEFAULT_NAMESPACE)
                                        + "/" + metadataName;
                    default -> metadataName;
                };
        Origin origin = new Origin(file, tree.line(), kind, name);
        return new ManifestObject(tree.text("apiVersion").orElse(""), kind, new Fields(tree, "", origin, notes));
    }

    private static Optional<ObjectValue> inner(ObjectValue tree, String key) {
        return tree.get(key).filter(ObjectValue.class::isInstance).map(ObjectValue.class::cast);
    }
}
