package io.fogatlas.kubernetes.crd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** The CustomResourceDefinitions of FogAtlas's kinds, for a cluster that does not have them yet. */
public final class Definitions {
    private static final List<Class<? extends CustomResource<?, ?>>> KINDS =
            List.of(Region.class, Link.class, ExternalEndpoint.class, FADepl.class, FedFAApp.class, DynamicNode.class);

    private Definitions() {}

    /**
     * Writes the definitions for {@code kubectl apply -f -}.
     *
     * @return documents of YAML
     */
    public static String yaml() {
        KubernetesSerialization serialization = new KubernetesSerialization();
        return all().stream().map(serialization::asYaml).collect(Collectors.joining());
    }

    /** The definitions as trees, in the order in which they are of use. */
    static List<ObjectNode> all() {
        KubernetesSerialization serialization = new KubernetesSerialization();
        return KINDS.stream()
                .map(kind -> Refinement.of(kind, generated(kind, serialization)))
                .toList();
    }

    /** What the build made of the class. */
    private static ObjectNode generated(
            Class<? extends CustomResource<?, ?>> kind, KubernetesSerialization serialization) {
        String name = CustomResource.getCRDName(kind) + "-v1.yml";
        try (InputStream stream = Definitions.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("'" + name + "' is missing beside " + Definitions.class);
            }
            return serialization.unmarshal(stream, ObjectNode.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
