package io.fogatlas.placement.change;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Events that happen together.
 *
 * @param events what happens
 */
public record Scenario(List<Event> events) {
    /**
     * Copies the list.
     *
     * @param events what happens
     */
    public Scenario {
        events = List.copyOf(events);
    }

    /**
     * Lets one thing happen.
     *
     * @param events what happens
     * @return the scenario
     */
    public static Scenario of(Event... events) {
        return new Scenario(List.of(events));
    }

    /**
     * Says what happens.
     *
     * @return the events' texts, joined by {@code and}; {@code nothing happens} if there is none
     */
    public String text() {
        return events.isEmpty()
                ? "nothing happens"
                : events.stream().map(Event::text).collect(Collectors.joining(" and "));
    }

    /**
     * Checks that everything that is lost is there.
     *
     * @param infrastructure where it happens
     * @throws InvalidModelException with every region, link and node that is not there
     */
    public void requireIn(Infrastructure infrastructure) {
        Problems problems = new Problems();
        for (Event event : events) {
            if (event instanceof Event.RegionDown down) {
                problems.require(
                        infrastructure.region(down.region()).isPresent(),
                        "Region",
                        down.region(),
                        () -> "cannot go down, since there is no such Region");
            } else if (event instanceof Event.LinkDown down) {
                problems.require(
                        infrastructure.link(down.link()).isPresent(),
                        "Link",
                        down.link(),
                        () -> "cannot go down, since there is no such Link");
            } else if (event instanceof Event.NodeDown down) {
                problems.require(
                        infrastructure.node(down.node()).isPresent(),
                        "Node",
                        down.node(),
                        () -> "cannot go down, since there is no such Node");
            }
        }
        problems.throwIfAny();
    }

    /** Whether data flows take another bandwidth. */
    boolean scalesFlows() {
        return events.stream().anyMatch(Event.FlowsScaled.class::isInstance);
    }

    /**
     * Lists the regions that are lost.
     *
     * @return their ids
     */
    public Set<String> regionsDown() {
        Set<String> down = new HashSet<>();
        for (Event event : events) {
            if (event instanceof Event.RegionDown region) {
                down.add(region.region());
            }
        }
        return down;
    }

    /** The links that are lost, by themselves or with a region at one end. */
    Set<String> linksDown(Infrastructure infrastructure) {
        Set<String> regions = regionsDown();
        Set<String> down = new HashSet<>();
        for (Event event : events) {
            if (event instanceof Event.LinkDown link) {
                down.add(link.link());
            }
        }
        for (Link link : regions.isEmpty() ? List.<Link>of() : infrastructure.links()) {
            if (regions.contains(link.regionA()) || regions.contains(link.regionB())) {
                down.add(link.id());
            }
        }
        return down;
    }

    /** The nodes that are lost, by themselves or with their region. */
    Set<String> nodesDown(Infrastructure infrastructure) {
        Set<String> down = new HashSet<>();
        for (Event event : events) {
            if (event instanceof Event.NodeDown node) {
                down.add(node.node());
            }
        }
        for (String region : regionsDown()) {
            infrastructure.nodesIn(region).forEach(node -> down.add(node.name()));
        }
        return down;
    }

    /**
     * Says what is left: links that are lost are down, nodes that are lost not ready; everything can still be named.
     *
     * @param infrastructure what exists before
     * @return the same with what is lost down
     */
    public Infrastructure applyTo(Infrastructure infrastructure) {
        Set<String> linksDown = linksDown(infrastructure);
        Set<String> nodesDown = nodesDown(infrastructure);
        List<Link> links = new ArrayList<>(infrastructure.links().size());
        for (Link link : infrastructure.links()) {
            links.add(linksDown.contains(link.id()) ? lost(link) : link);
        }
        List<ComputeNode> nodes = new ArrayList<>(infrastructure.nodes().size());
        for (ComputeNode node : infrastructure.nodes()) {
            nodes.add(nodesDown.contains(node.name()) ? lost(node) : node);
        }
        return new Infrastructure(infrastructure.regions(), nodes, links, infrastructure.endpoints());
    }

    private static Link lost(Link link) {
        return new Link(
                link.id(),
                link.regionA(),
                link.regionB(),
                link.bandwidthBps(),
                link.latencyMicros(),
                false,
                link.directed());
    }

    private static ComputeNode lost(ComputeNode node) {
        return new ComputeNode(node.name(), node.regionId(), node.allocatable(), node.labels(), node.taints(), false);
    }

    /**
     * What is asked for then: data flows scaled, and no replica in a region that is lost, which must be said where no node could say it.
     *
     * @throws InvalidModelException if a data flow becomes too large
     */
    Application applyTo(Application application, Infrastructure infrastructure) {
        Set<String> down = regionsDown();
        boolean forbids = !infrastructure.hasNodes() && !down.isEmpty();
        if (!scalesFlows() && !forbids) {
            return application;
        }
        List<Microservice> microservices = new ArrayList<>();
        for (Microservice microservice : application.microservices()) {
            microservices.add(forbids ? forbidden(microservice, down) : microservice);
        }
        List<DataFlow> flows = new ArrayList<>();
        for (DataFlow flow : application.flows()) {
            flows.add(new DataFlow(
                    flow.name(), flow.source(), flow.destination(), scaled(flow), flow.latencyBoundMicros()));
        }
        return new Application(application.id(), application.endpoints(), microservices, flows, application.chains());
    }

    private static Microservice forbidden(Microservice microservice, Set<String> down) {
        return microservice.toBuilder()
                .addRegionConstraint(new RegionConstraint.ForbiddenRegions(down))
                .build();
    }

    private long scaled(DataFlow flow) {
        BigDecimal bps = BigDecimal.valueOf(flow.bandwidthBps());
        for (Event event : events) {
            if (event instanceof Event.FlowsScaled scaled) {
                bps = bps.multiply(BigDecimal.valueOf(scaled.factor()));
            }
        }
        BigDecimal whole = bps.setScale(0, RoundingMode.CEILING);
        return whole.compareTo(BigDecimal.valueOf(Problems.MAX_AMOUNT)) > 0
                ? Problems.MAX_AMOUNT + 1 // refused by the flow
                : whole.longValueExact();
    }
}
