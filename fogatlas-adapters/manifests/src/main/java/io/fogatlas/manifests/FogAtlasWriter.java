package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.JsonText;
import io.fogatlas.manifests.tree.ListValue;
import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.YamlText;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the model as FogAtlas objects of generation B, and as core Nodes: Region, Link, ExternalEndpoint, Node, FADepl.
 *
 * <p>{@link ManifestReader} reads the same again. What the CRDs cannot hold is written as the annotations that the reader understands:
 * {@code fogatlas.io/price-per-mips} of a Region, {@code fogatlas.io/directed} of a Link, {@code fogatlas.io/placement} of an FADepl. An
 * application of the model has no images, so its Deployments run {@value #IMAGE}, and one whose replicas have no label gets the label
 * {@code app}, since a Deployment must select its replicas by some. Conditions on node labels may come back in another but equal form.
 *
 * <p>Reusable, not thread-safe: collects objects and writes them in the order they were added.
 */
public final class FogAtlasWriter {
    /** The image of every container that is written: it does nothing, in a few hundred kilobytes. */
    public static final String IMAGE = "registry.k8s.io/pause:3.10";

    /** The algorithm that an FADepl asks for unless another is named. */
    public static final String DEFAULT_ALGORITHM = "DAG";

    private final List<ObjectValue> objects = new ArrayList<>();

    /** Starts with nothing to write. */
    public FogAtlasWriter() {}

    /**
     * Adds a Region, a Link, an ExternalEndpoint and a Node for each there is.
     *
     * @param infrastructure what exists
     * @return this writer
     */
    public FogAtlasWriter add(Infrastructure infrastructure) {
        objects.addAll(InfrastructureTrees.of(infrastructure));
        return this;
    }

    /**
     * Adds a Node for each of some nodes.
     *
     * @param nodes the nodes
     * @return this writer
     */
    public FogAtlasWriter addNodes(Collection<ComputeNode> nodes) {
        nodes.forEach(node -> objects.add(InfrastructureTrees.node(node)));
        return this;
    }

    /**
     * Adds an FADepl that asks for {@value #DEFAULT_ALGORITHM}.
     *
     * @param application what is to be placed
     * @return this writer
     * @throws ManifestException if it says something that Kubernetes or the annotation cannot; nothing is added then
     */
    public FogAtlasWriter add(Application application) {
        return add(application, DEFAULT_ALGORITHM);
    }

    /**
     * Adds an FADepl.
     *
     * @param application what is to be placed
     * @param algorithm the algorithm it asks for
     * @return this writer
     * @throws ManifestException if it says something that Kubernetes or the annotation cannot; nothing is added then
     */
    public FogAtlasWriter add(Application application, String algorithm) {
        objects.add(FadeplTree.of(application, algorithm));
        return this;
    }

    /**
     * Adds an FADepl as it was read, whatever it holds.
     *
     * @param manifest the FADepl
     * @return this writer
     */
    public FogAtlasWriter add(ApplicationManifest manifest) {
        objects.add(manifest.tree());
        return this;
    }

    /**
     * Writes what was added.
     *
     * @param format how: documents of YAML, or one {@code List} in JSON
     * @return the objects, ending with a line feed; empty in YAML if there is none
     */
    public String write(Format format) {
        return switch (format) {
            case YAML -> objects.stream().map(YamlText::of).collect(Collectors.joining("---\n"));
            case JSON ->
                JsonText.of(ObjectTree.of(ManifestObject.CORE, "List")
                        .put("items", new ListValue(List.copyOf(objects), 0))
                        .value());
        };
    }
}
