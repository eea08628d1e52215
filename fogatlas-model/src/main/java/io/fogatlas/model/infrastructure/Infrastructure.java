package io.fogatlas.model.infrastructure;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What exists: regions, their Compute Nodes, the links between them and the External Endpoints in them.
 *
 * <p>Immutable and thread-safe; look-ups by id take constant time. If no node at all is given, compute is unlimited everywhere;
 * with any node given, a region without nodes offers none.
 */
public final class Infrastructure {
    private final Catalogue<Region> regions;
    private final Catalogue<ComputeNode> nodes;
    private final Catalogue<Link> links;
    private final Catalogue<ExternalEndpoint> endpoints;
    /** The nodes of each region, in the order of the regions. */
    private final List<List<ComputeNode>> nodesByRegion;

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
        this.regions = Catalogue.of(regions, Region::id);
        this.nodes = Catalogue.of(nodes, ComputeNode::name);
        this.links = Catalogue.of(links, Link::id);
        this.endpoints = Catalogue.of(endpoints, ExternalEndpoint::id);
        new References(this.regions).checkAll(regions, nodes, links, endpoints);
        nodesByRegion = byRegion();
    }

    private Infrastructure(
            Catalogue<Region> regions,
            Catalogue<ComputeNode> nodes,
            Catalogue<Link> links,
            Catalogue<ExternalEndpoint> endpoints,
            Optional<List<List<ComputeNode>>> nodesByRegion) {
        this.regions = regions;
        this.nodes = nodes;
        this.links = links;
        this.endpoints = endpoints;
        this.nodesByRegion = nodesByRegion.orElseGet(this::byRegion);
    }

    private List<List<ComputeNode>> byRegion() {
        List<List<ComputeNode>> found =
                new ArrayList<>(Collections.nCopies(regions.list().size(), List.of()));
        for (ComputeNode node : nodes.list()) {
            int region = regions.position(node.regionId()).orElseThrow();
            if (found.get(region).isEmpty()) {
                found.set(region, new ArrayList<>(2));
            }
            found.get(region).add(node);
        }
        found.replaceAll(List::copyOf);
        return found;
    }

    /** The nodes of each region, those of one of them changed. */
    private List<List<ComputeNode>> byRegion(String region, List<ComputeNode> inRegion) {
        List<List<ComputeNode>> changed = new ArrayList<>(nodesByRegion);
        changed.set(regions.position(region).orElseThrow(), List.copyOf(inRegion));
        return changed;
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
        return regions.list();
    }

    /**
     * Lists the nodes.
     *
     * @return the nodes in the order given; empty if compute is unlimited
     */
    public List<ComputeNode> nodes() {
        return nodes.list();
    }

    /**
     * Lists the links.
     *
     * @return the links in the order given, up or down
     */
    public List<Link> links() {
        return links.list();
    }

    /**
     * Lists the endpoints.
     *
     * @return the endpoints in the order given
     */
    public List<ExternalEndpoint> endpoints() {
        return endpoints.list();
    }

    /**
     * Finds a region.
     *
     * @param id its id
     * @return the region, if there is one
     */
    public Optional<Region> region(String id) {
        return regions.find(id);
    }

    /**
     * Finds a node.
     *
     * @param name its name
     * @return the node, if there is one
     */
    public Optional<ComputeNode> node(String name) {
        return nodes.find(name);
    }

    /**
     * Finds a link.
     *
     * @param id its id
     * @return the link, if there is one
     */
    public Optional<Link> link(String id) {
        return links.find(id);
    }

    /**
     * Finds an endpoint.
     *
     * @param id its id
     * @return the endpoint, if there is one
     */
    public Optional<ExternalEndpoint> endpoint(String id) {
        return endpoints.find(id);
    }

    /**
     * Lists the nodes of a region.
     *
     * @param regionId the region
     * @return its nodes in the order given
     */
    public List<ComputeNode> nodesIn(String regionId) {
        OptionalInt region = regions.position(regionId);
        return region.isPresent() ? nodesByRegion.get(region.getAsInt()) : List.of();
    }

    /**
     * Says whether nodes limit the compute.
     *
     * @return whether any node is given; if not, compute is unlimited
     */
    public boolean hasNodes() {
        return !nodes.list().isEmpty();
    }

    /**
     * Puts a region in the place of the one with its id, or adds it.
     *
     * @param region the region
     * @return the changed infrastructure, which shares with this one what is the same, as those of all methods that change something do
     */
    public Infrastructure with(Region region) {
        Catalogue<Region> changed = regions.with(region);
        boolean added = changed.list().size() > regions.list().size();
        Optional<List<List<ComputeNode>>> sameNodes = added ? Optional.empty() : Optional.of(nodesByRegion);
        return new Infrastructure(changed, nodes, links, endpoints, sameNodes);
    }

    /**
     * Puts a node in the place of the one with its name, or adds it.
     *
     * @param node the node
     * @return the changed infrastructure
     * @throws InvalidModelException if its region is not there
     */
    public Infrastructure with(ComputeNode node) {
        new References(regions).check(node);
        Catalogue<ComputeNode> changed = nodes.with(node);
        Optional<ComputeNode> before = node(node.name());
        if (before.isPresent() && !before.get().regionId().equals(node.regionId())) {
            return new Infrastructure(regions, changed, links, endpoints, Optional.empty());
        }
        List<ComputeNode> inRegion = new ArrayList<>(nodesIn(node.regionId()));
        if (before.isPresent()) {
            inRegion.set(inRegion.indexOf(before.get()), node);
        } else {
            inRegion.add(node);
        }
        return new Infrastructure(regions, changed, links, endpoints, Optional.of(byRegion(node.regionId(), inRegion)));
    }

    /**
     * Puts a link in the place of the one with its id, or adds it.
     *
     * @param link the link
     * @return the changed infrastructure
     * @throws InvalidModelException if a region it joins is not there
     */
    public Infrastructure with(Link link) {
        new References(regions).check(link);
        return new Infrastructure(regions, nodes, links.with(link), endpoints, Optional.of(nodesByRegion));
    }

    /**
     * Puts an endpoint in the place of the one with its id, or adds it.
     *
     * @param endpoint the endpoint
     * @return the changed infrastructure
     * @throws InvalidModelException if its region is not there
     */
    public Infrastructure with(ExternalEndpoint endpoint) {
        new References(regions).check(endpoint);
        return new Infrastructure(regions, nodes, links, endpoints.with(endpoint), Optional.of(nodesByRegion));
    }

    /**
     * Takes a region out.
     *
     * @param id its id
     * @return the changed infrastructure
     * @throws InvalidModelException if there is no such region, it is the last one, or nodes, links or endpoints are still in it
     */
    public Infrastructure withoutRegion(String id) {
        new References(regions).checkUnused(id, nodesIn(id), links(), endpoints());
        return new Infrastructure(regions.without(id), nodes, links, endpoints, Optional.empty());
    }

    /**
     * Takes a node out. Where it was the last one of all, compute is unlimited from then on.
     *
     * @param name its name
     * @return the changed infrastructure
     * @throws InvalidModelException if there is no such node
     */
    public Infrastructure withoutNode(String name) {
        References.checkThere("Node", name, nodes);
        ComputeNode unwanted = node(name).orElseThrow();
        List<ComputeNode> inRegion = new ArrayList<>(nodesIn(unwanted.regionId()));
        inRegion.remove(unwanted);
        return new Infrastructure(
                regions, nodes.without(name), links, endpoints, Optional.of(byRegion(unwanted.regionId(), inRegion)));
    }

    /**
     * Takes a link out.
     *
     * @param id its id
     * @return the changed infrastructure
     * @throws InvalidModelException if there is no such link
     */
    public Infrastructure withoutLink(String id) {
        References.checkThere("Link", id, links);
        return new Infrastructure(regions, nodes, links.without(id), endpoints, Optional.of(nodesByRegion));
    }

    /**
     * Takes an endpoint out.
     *
     * @param id its id
     * @return the changed infrastructure
     * @throws InvalidModelException if there is no such endpoint
     */
    public Infrastructure withoutEndpoint(String id) {
        References.checkThere("ExternalEndpoint", id, endpoints);
        return new Infrastructure(regions, nodes, links, endpoints.without(id), Optional.of(nodesByRegion));
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
                && regions().equals(that.regions())
                && nodes().equals(that.nodes())
                && links().equals(that.links())
                && endpoints().equals(that.endpoints());
    }

    @Override
    public int hashCode() {
        return Objects.hash(regions(), nodes(), links(), endpoints());
    }

    @Override
    public String toString() {
        return "Infrastructure[regions=%d, nodes=%d, links=%d, endpoints=%d]"
                .formatted(
                        regions().size(),
                        nodes().size(),
                        links().size(),
                        endpoints().size());
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
