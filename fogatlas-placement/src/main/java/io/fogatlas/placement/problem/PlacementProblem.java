package io.fogatlas.placement.problem;

import io.fogatlas.placement.PlacementRequest;
import java.util.List;

/**
 * The compiled form of a {@link PlacementRequest}, which algorithms read: regions, links, nodes, slots and legs are numbered, and what
 * is read often lies in arrays.
 *
 * <p>A <em>slot</em> is one Assignment to be found, a <em>leg</em> one route. All numbering follows the order of ids and names, never
 * the order in which things were given. Immutable and thread-safe.
 */
public final class PlacementProblem {
    private final PlacementRequest request;
    private final Network network;
    private final Hosts hosts;
    private final Costs costs;
    private final List<Service> services;
    private final List<Slot> slots;
    private final List<Leg> legs;
    private final List<Chain> chains;

    PlacementProblem(
            PlacementRequest request,
            Network network,
            Hosts hosts,
            Costs costs,
            List<Service> services,
            List<Slot> slots,
            List<Leg> legs,
            List<Chain> chains) {
        this.request = request;
        this.network = network;
        this.hosts = hosts;
        this.costs = costs;
        this.services = List.copyOf(services);
        this.slots = List.copyOf(slots);
        this.legs = List.copyOf(legs);
        this.chains = List.copyOf(chains);
    }

    /**
     * Compiles a request.
     *
     * @param request the request
     * @return its compiled form
     */
    public static PlacementProblem of(PlacementRequest request) {
        return new ProblemCompiler(request).compile();
    }

    /**
     * Gives the request this was compiled from.
     *
     * @return the request
     */
    public PlacementRequest request() {
        return request;
    }

    /**
     * Gives the regions and links.
     *
     * @return the network
     */
    public Network network() {
        return network;
    }

    /**
     * Gives the nodes.
     *
     * @return the hosts
     */
    public Hosts hosts() {
        return hosts;
    }

    /**
     * Gives what single choices cost.
     *
     * @return the costs
     */
    public Costs costs() {
        return costs;
    }

    /**
     * Lists the microservices.
     *
     * @return the services by number
     */
    public List<Service> services() {
        return services;
    }

    /**
     * Lists the Assignments to be found.
     *
     * @return the slots by number
     */
    public List<Slot> slots() {
        return slots;
    }

    /**
     * Lists the routes to be found.
     *
     * @return the legs by number
     */
    public List<Leg> legs() {
        return legs;
    }

    /**
     * Lists the latency chains.
     *
     * @return the chains in the order given
     */
    public List<Chain> chains() {
        return chains;
    }
}
