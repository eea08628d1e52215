package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.infrastructure.Taint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes Regions, Links, ExternalEndpoints and Nodes of an infrastructure. */
final class InfrastructureTrees {
    private final KubernetesNames regionNames = new KubernetesNames(KubernetesNames.MAX_NAME, "region");
    private final KubernetesNames linkNames = new KubernetesNames(KubernetesNames.MAX_NAME, "link");
    private final KubernetesNames endpointNames = new KubernetesNames(KubernetesNames.MAX_NAME, "endpoint");

    private InfrastructureTrees() {}

    static List<ObjectValue> of(Infrastructure infrastructure) {
        InfrastructureTrees trees = new InfrastructureTrees();
        return Stream.of(
                        infrastructure.regions().stream().map(trees::region),
                        infrastructure.links().stream().map(trees::link),
                        infrastructure.endpoints().stream().map(trees::endpoint),
                        infrastructure.nodes().stream().map(InfrastructureTrees::node))
                .flatMap(objects -> objects)
                .toList();
    }

    private ObjectValue region(Region region) {
        ObjectTree metadata = new ObjectTree().put("name", regionNames.of(region.id()));
        if (region.priceMicrosPerMips() > 0) {
            String price = WrittenAmounts.decimal(region.priceMicrosPerMips(), 6);
            metadata.put("annotations", new ObjectTree().put(RegionReader.PRICE, price));
        }
        return ObjectTree.of(ManifestObject.FOGATLAS, "Region")
                .put("metadata", metadata)
                .put(
                        "spec",
                        new ObjectTree()
                                .put("id", region.id())
                                .put("name", region.name())
                                .put(
                                        "location",
                                        region.location()
                                                .map(WrittenAmounts::location)
                                                .orElse(""))
                                .put("tier", region.tier())
                                .put("type", "nodes")
                                .put("cpumodel", region.cpuModel())
                                .put("cpu2mips", region.mipsPerCore()))
                .value();
    }

    private ObjectValue link(Link link) {
        ObjectTree metadata = new ObjectTree().put("name", linkNames.of(link.id()));
        if (link.directed()) {
            metadata.put("annotations", new ObjectTree().put(LinkReader.DIRECTED, "true"));
        }
        return ObjectTree.of(ManifestObject.FOGATLAS, "Link")
                .put("metadata", metadata)
                .put(
                        "spec",
                        new ObjectTree()
                                .put("id", link.id())
                                .put("endpointa", link.regionA())
                                .put("endpointb", link.regionB())
                                .put("bandwidth", WrittenAmounts.quantity(link.bandwidthBps()))
                                .put("latency", WrittenAmounts.thousandths(link.latencyMicros()))
                                .put("status", link.up() ? "up" : "down"))
                .value();
    }

    private ObjectValue endpoint(ExternalEndpoint endpoint) {
        return ObjectTree.of(ManifestObject.FOGATLAS, "ExternalEndpoint")
                .put("metadata", new ObjectTree().put("name", endpointNames.of(endpoint.id())))
                .put(
                        "spec",
                        new ObjectTree()
                                .put("id", endpoint.id())
                                .put("name", endpoint.name())
                                .put("type", endpoint.type())
                                .put("ipaddress", "")
                                .put(
                                        "location",
                                        endpoint.location()
                                                .map(WrittenAmounts::location)
                                                .orElse(""))
                                .put("regionid", endpoint.regionId()))
                .value();
    }

    static ObjectValue node(ComputeNode node) {
        Map<String, String> labels = new LinkedHashMap<>(node.labels());
        labels.put(ComputeNode.REGION_LABEL, node.regionId());
        ObjectTree condition = new ObjectTree().put("type", "Ready").put("status", node.ready() ? "True" : "False");
        return ObjectTree.of(ManifestObject.CORE, "Node")
                .put("metadata", new ObjectTree().put("name", node.name()).put("labels", ObjectTree.texts(labels)))
                .putUnlessEmpty(
                        "spec", new ObjectTree().putUnlessEmpty("taints", node.taints(), InfrastructureTrees::taint))
                .put(
                        "status",
                        new ObjectTree()
                                .put("allocatable", WrittenAmounts.resources(node.allocatable(), true))
                                .put("conditions", List.of(condition), ObjectTree::value))
                .value();
    }

    private static ObjectValue taint(Taint taint) {
        ObjectTree tree = new ObjectTree().put("key", taint.key());
        if (!taint.value().isEmpty()) {
            tree.put("value", ScalarValue.text(taint.value()));
        }
        return tree.put("effect", Effects.name(taint.effect())).value();
    }
}
