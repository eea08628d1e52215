package io.fogatlas.model.infrastructure;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Location;
import io.fogatlas.model.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What exists: regions, their Compute Nodes, the links between them and the External Endpoints in them.
 *
 * <p>Immutable and thread-safe; look-ups by id take constant time. If no node at all is given, compute is unlimited everywhere;
 * with any node given, a region without nodes offers none.
 */
public final class Infrastructure {
    private final List<Region> regions;
    private final List<ComputeNode> nodes;
    private final List<Link> links;
    private final List<ExternalEndpoint> endpoints;
    private final Map<String, Region> regionById = new HashMap<>();
    private final Map<String, ComputeNode> nodeByName = new HashMap<>();
    private final Map<String, Link> linkById = new HashMap<>();
    private final Map<String, ExternalEndpoint> endpointById = new HashMap<>();
    private final Map<String, List<ComputeNode>> nodesByRegion = new HashMap<>();

    /**
     * Joins the parts and checks that they fit together.
     *
     * @param regions the regions; at least one
     * @param nodes the nodes; none at all means unlimited compute
     * @param links the links
     * @param endpoints the endpoints
     * @throws InvalidModelException with every duplicate id and every reference to a region that is not there
     */
    public Infrastructure(
            List<Region> regions, List<ComputeNode> nodes, List<Link> links, List<ExternalEndpoint> endpoints) {
        this.regions = List.copyOf(regions);
        this.nodes = List.copyOf(nodes);
        this.links = List.copyOf(links);
        this.endpoints = List.copyOf(endpoints);
        Problems problems = new Problems();
        problems.require(!regions.isEmpty(), "Infrastructure", "", () -> "there is no Region; give at least one");
        for (Region region : this.regions) {
            problems.unique("Region", region.id(), regionById.put(region.id(), region));
        }
        for (ComputeNode node : this.nodes) {
            problems.unique("Node", node.name(), nodeByName.put(node.name(), node));
            known(problems, "Node", node.name(), node.regionId());
            nodesByRegion
                    .computeIfAbsent(node.regionId(), id -> new ArrayList<>(2))
                    .add(node);
        }
        for (Link link : this.links) {
            problems.unique("Link", link.id(), linkById.put(link.id(), link));
            known(problems, "Link", link.id(), link.regionA());
            known(problems, "Link", link.id(), link.regionB());
        }
        for (ExternalEndpoint endpoint : this.endpoints) {
            problems.unique("ExternalEndpoint", endpoint.id(), endpointById.put(endpoint.id(), endpoint));
            known(problems, "ExternalEndpoint", endpoint.id(), endpoint.regionId());
        }
        nodesByRegion.replaceAll((id, inRegion) -> List.copyOf(inRegion));
        problems.throwIfAny();
    }

    private void known(Problems problems, String kind, String name, String regionId) {
        problems.require(
                regionById.containsKey(regionId),
                kind,
                name,
                () -> "names region '" + regionId + "', but there is no such Region");
    }

    /**
     * Starts building an infrastructure.
     *
     * @return a builder with nothing in it
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Lists the regions.
     *
     * @return the regions in the order given
     */
    public List<Region> regions() {
        return regions;
    }

    /**
     * Lists the nodes.
     *
     * @return the nodes in the order given; empty if compute is unlimited
     */
    public List<ComputeNode> nodes() {
        return nodes;
    }

    /**
     * Lists the links.
     *
     * @return the links in the order given, up or down
     */
    public List<Link> links() {
        return links;
    }

    /**
     * Lists the endpoints.
     *
     * @return the endpoints in the order given
     */
    public List<ExternalEndpoint> endpoints() {
        return endpoints;
    }

    /**
     * Finds a region.
     *
     * @param id its id
     * @return the region, if there is one
     */
    public Optional<Region> region(String id) {
        return Optional.ofNullable(regionById.get(id));
    }

    /**
     * Finds a node.
     *
     * @param name its name
     * @return the node, if there is one
     */
    public Optional<ComputeNode> node(String name) {
        return Optional.ofNullable(nodeByName.get(name));
    }

    /**
     * Finds a link.
     *
     * @param id its id
     * @return the link, if there is one
     */
    public Optional<Link> link(String id) {
        return Optional.ofNullable(linkById.get(id));
    }

    /**
     * Finds an endpoint.
     *
     * @param id its id
     * @return the endpoint, if there is one
     */
    public Optional<ExternalEndpoint> endpoint(String id) {
        return Optional.ofNullable(endpointById.get(id));
    }

    /**
     * Lists the nodes of a region.
     *
     * @param regionId the region
     * @return its nodes in the order given
     */
    public List<ComputeNode> nodesIn(String regionId) {
        return nodesByRegion.getOrDefault(regionId, List.of());
    }

    /**
     * Says whether nodes limit the compute.
     *
     * @return whether any node is given; if not, compute is unlimited
     */
    public boolean hasNodes() {
        return !nodes.isEmpty();
    }

    /**
     * Says where an endpoint stands: its own location, otherwise that of its region.
     *
     * @param endpointId the endpoint
     * @return the location, if it is known
     */
    public Optional<Location> locationOfEndpoint(String endpointId) {
        return endpoint(endpointId)
                .flatMap(endpoint ->
                        endpoint.location().or(() -> region(endpoint.regionId()).flatMap(Region::location)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Infrastructure that
                && regions.equals(that.regions)
                && nodes.equals(that.nodes)
                && links.equals(that.links)
                && endpoints.equals(that.endpoints);
    }

    @Override
    public int hashCode() {
        return Objects.hash(regions, nodes, links, endpoints);
    }

    @Override
    public String toString() {
        return "Infrastructure[regions=%d, nodes=%d, links=%d, endpoints=%d]"
                .formatted(regions.size(), nodes.size(), links.size(), endpoints.size());
    }

    /** Builds an {@link Infrastructure}; reusable, not thread-safe. */
    public static final class Builder {
        private final List<Region> regions = new ArrayList<>();
        private final List<ComputeNode> nodes = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private final List<ExternalEndpoint> endpoints = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a region.
         *
         * @param region the region
         * @return this builder
         */
        public Builder add(Region region) {
            regions.add(region);
            return this;
        }

        /**
         * Adds a node.
         *
         * @param node the node
         * @return this builder
         */
        public Builder add(ComputeNode node) {
            nodes.add(node);
            return this;
        }

        /**
         * Adds a link.
         *
         * @param link the link
         * @return this builder
         */
        public Builder add(Link link) {
            links.add(link);
            return this;
        }

        /**
         * Adds an endpoint.
         *
         * @param endpoint the endpoint
         * @return this builder
         */
        public Builder add(ExternalEndpoint endpoint) {
            endpoints.add(endpoint);
            return this;
        }

        /**
         * Adds regions.
         *
         * @param values the regions
         * @return this builder
         */
        public Builder addRegions(Collection<Region> values) {
            regions.addAll(values);
            return this;
        }

        /**
         * Adds nodes.
         *
         * @param values the nodes
         * @return this builder
         */
        public Builder addNodes(Collection<ComputeNode> values) {
            nodes.addAll(values);
            return this;
        }

        /**
         * Adds links.
         *
         * @param values the links
         * @return this builder
         */
        public Builder addLinks(Collection<Link> values) {
            links.addAll(values);
            return this;
        }

        /**
         * Adds endpoints.
         *
         * @param values the endpoints
         * @return this builder
         */
        public Builder addEndpoints(Collection<ExternalEndpoint> values) {
            endpoints.addAll(values);
            return this;
        }

        /**
         * Builds the infrastructure.
         *
         * @return the infrastructure
         * @throws InvalidModelException if the parts do not fit together
         */
        public Infrastructure build() {
            return new Infrastructure(regions, nodes, links, endpoints);
        }
    }
}
