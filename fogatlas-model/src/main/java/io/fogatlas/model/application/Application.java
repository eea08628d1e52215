package io.fogatlas.model.application;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directed graph to be placed: its vertices are microservices and external endpoints, its edges are data flows.
 *
 * <p>Immutable and thread-safe; look-ups by name take constant time.
 */
public final class Application {
    private final ApplicationId id;
    private final List<String> endpoints;
    private final List<Microservice> microservices;
    private final List<DataFlow> flows;
    private final List<LatencyChain> chains;
    private final Map<String, Microservice> microserviceByName = new HashMap<>();
    private final Map<String, DataFlow> flowByName = new HashMap<>();

    /**
     * Joins the parts and checks that they fit together.
     *
     * @param id its id
     * @param endpoints the ids of the external endpoints it uses
     * @param microservices its microservices; at least one
     * @param flows its data flows
     * @param chains its latency chains
     * @throws InvalidModelException with every duplicate or unknown name, every flow or chain with an end that is not a vertex, and
     *     every chain step that no flow leads to
     */
    public Application(
            ApplicationId id,
            List<String> endpoints,
            List<Microservice> microservices,
            List<DataFlow> flows,
            List<LatencyChain> chains) {
        this.id = Objects.requireNonNull(id, "id");
        this.endpoints = List.copyOf(endpoints);
        this.microservices = List.copyOf(microservices);
        this.flows = List.copyOf(flows);
        this.chains = List.copyOf(chains);
        Problems problems = new Problems();
        problems.require(
                !microservices.isEmpty(), "Application", id.toString(), () -> "has no microservice; give at least one");
        Set<String> vertices = vertices(problems);
        checkFlows(problems, vertices);
        checkChains(problems, vertices);
        problems.throwIfAny();
    }

    private Set<String> vertices(Problems problems) {
        Set<String> vertices = new HashSet<>();
        for (String endpoint : endpoints) {
            problems.text("Application", id.toString(), "external endpoint", endpoint);
            problems.unique("ExternalEndpoint", endpoint, vertices.add(endpoint) ? null : endpoint);
        }
        Set<String> endpointIds = Set.copyOf(vertices);
        for (Microservice microservice : microservices) {
            String name = microservice.name();
            problems.unique("Microservice", name, microserviceByName.put(name, microservice));
            problems.require(
                    !endpointIds.contains(name),
                    "Microservice",
                    name,
                    () -> "has the name of an external endpoint, so data flows cannot tell them apart");
            vertices.add(name);
        }
        return vertices;
    }

    private void checkFlows(Problems problems, Set<String> vertices) {
        long total = 0;
        for (DataFlow flow : flows) {
            problems.unique("Data flow", flow.name(), flowByName.put(flow.name(), flow));
            requireVertex(problems, vertices, "Data flow", flow.name(), flow.source());
            requireVertex(problems, vertices, "Data flow", flow.name(), flow.destination());
            Microservice source = microserviceByName.get(flow.source());
            long routes = source == null ? 1 : source.demands().size();
            boolean fits = flow.bandwidthBps() <= (Problems.MAX_AMOUNT - total) / routes;
            problems.require(
                    fits,
                    "Data flow",
                    flow.name(),
                    () -> "brings the bandwidth of all routes together above " + Problems.MAX_AMOUNT + " bit/s");
            total += fits ? flow.bandwidthBps() * routes : 0;
        }
    }

    private void checkChains(Problems problems, Set<String> vertices) {
        Set<List<String>> joined = new HashSet<>();
        flows.forEach(flow -> joined.add(List.of(flow.source(), flow.destination())));
        Map<String, LatencyChain> chainByName = new HashMap<>();
        for (LatencyChain chain : chains) {
            problems.unique("Latency chain", chain.name(), chainByName.put(chain.name(), chain));
            for (int step = 0; step < chain.steps().size(); step++) {
                String vertex = chain.steps().get(step).vertex();
                requireVertex(problems, vertices, "Latency chain", chain.name(), vertex);
                if (step > 0) {
                    String before = chain.steps().get(step - 1).vertex();
                    problems.require(
                            joined.contains(List.of(before, vertex)),
                            "Latency chain",
                            chain.name(),
                            () -> "goes from '" + before + "' to '" + vertex + "', but no data flow does");
                }
            }
        }
    }

    private static void requireVertex(
            Problems problems, Set<String> vertices, String kind, String name, String vertex) {
        problems.require(
                vertices.contains(vertex),
                kind,
                name,
                () -> "names '" + vertex
                        + "', which is neither a microservice nor an external endpoint of the application");
    }

    /**
     * Starts building an application.
     *
     * @param id its id
     * @return a builder
     */
    public static Builder builder(ApplicationId id) {
        return new Builder(id);
    }

    /**
     * Says its id.
     *
     * @return the id
     */
    public ApplicationId id() {
        return id;
    }

    /**
     * Lists the external endpoints it uses.
     *
     * @return their ids in the order given
     */
    public List<String> endpoints() {
        return endpoints;
    }

    /**
     * Lists its microservices.
     *
     * @return the microservices in the order given; never empty
     */
    public List<Microservice> microservices() {
        return microservices;
    }

    /**
     * Lists its data flows.
     *
     * @return the flows in the order given
     */
    public List<DataFlow> flows() {
        return flows;
    }

    /**
     * Lists its latency chains.
     *
     * @return the chains in the order given
     */
    public List<LatencyChain> chains() {
        return chains;
    }

    /**
     * Finds a microservice.
     *
     * @param name its name
     * @return the microservice, if there is one
     */
    public Optional<Microservice> microservice(String name) {
        return Optional.ofNullable(microserviceByName.get(name));
    }

    /**
     * Finds a data flow.
     *
     * @param name its name
     * @return the flow, if there is one
     */
    public Optional<DataFlow> flow(String name) {
        return Optional.ofNullable(flowByName.get(name));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Application that
                && id.equals(that.id)
                && endpoints.equals(that.endpoints)
                && microservices.equals(that.microservices)
                && flows.equals(that.flows)
                && chains.equals(that.chains);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, endpoints, microservices, flows, chains);
    }

    @Override
    public String toString() {
        return "Application[%s, microservices=%d, endpoints=%d, flows=%d, chains=%d]"
                .formatted(id, microservices.size(), endpoints.size(), flows.size(), chains.size());
    }

    /** Builds an {@link Application}; reusable, not thread-safe. */
    public static final class Builder {
        private final ApplicationId id;
        private final List<String> endpoints = new ArrayList<>();
        private final List<Microservice> microservices = new ArrayList<>();
        private final List<DataFlow> flows = new ArrayList<>();
        private final List<LatencyChain> chains = new ArrayList<>();

        private Builder(ApplicationId id) {
            this.id = id;
        }

        /**
         * Adds an external endpoint.
         *
         * @param endpointId its id
         * @return this builder
         */
        public Builder addEndpoint(String endpointId) {
            endpoints.add(endpointId);
            return this;
        }

        /**
         * Adds a microservice.
         *
         * @param microservice the microservice
         * @return this builder
         */
        public Builder add(Microservice microservice) {
            microservices.add(microservice);
            return this;
        }

        /**
         * Adds a data flow.
         *
         * @param flow the flow
         * @return this builder
         */
        public Builder add(DataFlow flow) {
            flows.add(flow);
            return this;
        }

        /**
         * Adds a latency chain.
         *
         * @param chain the chain
         * @return this builder
         */
        public Builder add(LatencyChain chain) {
            chains.add(chain);
            return this;
        }

        /**
         * Builds the application.
         *
         * @return the application
         * @throws InvalidModelException if the parts do not fit together
         */
        public Application build() {
            return new Application(id, endpoints, microservices, flows, chains);
        }
    }
}
