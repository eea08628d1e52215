package io.fogatlas.benchmarks.truths;

import com.fasterxml.jackson.databind.JsonNode;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionConstraint.AllowedRegions;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What FogTorchPI decides on, collected piece by piece from one of its files: regions of one node each, things, links in one of several
 * states each, components, and flows that have a bandwidth for each direction.
 */
final class FogTorchInstance {
    /** An access line leads here, and from here on to the clouds without limits. */
    static final String INTERNET = "internet";

    private static final Resources UNBOUNDED = Resources.builder()
            .cpuMillis(1_000_000_000)
            .memoryBytes(1L << 50)
            .storageBytes(1L << 50)
            .podSlots(1000)
            .build();

    private final boolean coresAreSummed;
    private final Map<String, ComputeNode> nodes = new TreeMap<>();
    private final Map<String, Set<String>> software = new TreeMap<>();
    private final Map<String, Microservice> components = new LinkedHashMap<>();
    private final List<ExternalEndpoint> things = new ArrayList<>();
    private final List<DataFlow> flows = new ArrayList<>();
    private final List<Draw> draws = new ArrayList<>();

    /**
     * What chance decides at once.
     *
     * @param states what may come of it
     */
    record Draw(List<State> states) {}

    /**
     * What may come of a draw.
     *
     * @param probability how likely it is, from 0 to 1
     * @param links the links as they then are
     */
    record State(double probability, List<Link> links) {}

    /** Takes cores as FogTorchPI does, comparing those of each component alone with the node's, or as this project does, in sum. */
    FogTorchInstance(boolean coresAreSummed) {
        this.coresAreSummed = coresAreSummed;
    }

    void addNode(String name, JsonNode installed, JsonNode hardware) {
        Resources offered = hardware.path("cores").asInt() == 0
                ? UNBOUNDED
                : resources(hardware).podSlots(1000).build();
        nodes.put(
                name,
                ComputeNode.builder(name + "-1", name).allocatable(offered).build());
        Set<String> names = new TreeSet<>();
        // Either a list of names, or names with their costs.
        installed.fieldNames().forEachRemaining(names::add);
        installed.forEach(one -> names.add(one.isArray() ? one.get(0).asText() : one.asText()));
        software.put(name, names);
    }

    private static Resources.Builder resources(JsonNode hardware) {
        return Resources.builder()
                .cpuMillis(hardware.get("cores").asLong() * 1000)
                .memoryBytes(Math.round(hardware.get("ram").asDouble() * 1e9))
                .storageBytes(Math.round(hardware.get("storage").asDouble() * 1e9));
    }

    void addThing(String name, String node) {
        things.add(ExternalEndpoint.of(name, node));
    }

    void addComponent(String name, JsonNode needed, JsonNode hardware, Set<String> allowed) {
        Resources asked = resources(hardware).podSlots(1).build();
        Set<String> hosts = new TreeSet<>();
        for (ComputeNode node : nodes.values()) {
            if (allowed.contains(node.regionId())
                    && Facts.list(needed).stream()
                            .allMatch(one -> software.get(node.regionId()).contains(one.asText()))
                    && node.allocatable().cpuMillis() >= asked.cpuMillis()) {
                hosts.add(node.regionId());
            }
        }
        Resources counted = coresAreSummed
                ? asked
                : resources(hardware).cpuMillis(0).podSlots(1).build();
        components.put(
                name,
                Microservice.builder(name)
                        .requirements(new Requirements(0, counted))
                        .addRegionConstraint(new AllowedRegions(hosts))
                        .build());
    }

    void addFlow(String from, String to, JsonNode megabits, JsonNode millis) {
        flows.add(DataFlow.builder(from, to)
                .name(from + ">" + to)
                .bandwidthBps(bits(megabits))
                .latencyBoundMicros(millis.asLong() * 1000)
                .build());
    }

    void addDraw(State... states) {
        draws.add(new Draw(List.of(states)));
    }

    /** A link from one region to another; one without bandwidth is down. */
    static Link link(String from, String to, JsonNode megabits, JsonNode millis) {
        return Link.builder(from + ">" + to, from, to)
                .bandwidthBps(bits(megabits))
                .latencyMicros(millis.asLong() * 1000)
                .up(megabits.asDouble() > 0)
                .directed(true)
                .build();
    }

    static long bits(JsonNode megabits) {
        return Math.round(megabits.asDouble() * 1e6);
    }

    Set<String> nodes() {
        return nodes.keySet();
    }

    List<Microservice> components() {
        return List.copyOf(components.values());
    }

    List<Draw> draws() {
        return draws;
    }

    Infrastructure infrastructure(List<Link> links) {
        Infrastructure.Builder infrastructure = Infrastructure.builder();
        Set<String> regions = new TreeSet<>(nodes.keySet());
        links.forEach(link -> regions.addAll(List.of(link.regionA(), link.regionB())));
        regions.forEach(region -> infrastructure.add(Region.builder(region).build()));
        nodes.values().forEach(infrastructure::add);
        things.forEach(infrastructure::add);
        links.forEach(infrastructure::add);
        return infrastructure.build();
    }

    Application application() {
        Application.Builder application = Application.builder(ApplicationId.of("application"));
        things.forEach(thing -> application.addEndpoint(thing.id()));
        components.values().forEach(application::add);
        flows.forEach(application::add);
        return application.build();
    }
}
