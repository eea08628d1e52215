package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.networks.NetworkDraft.Edge;
import io.fogatlas.manifests.networks.NetworkDraft.Node;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads NetworkTopology objects: each region and each zone becomes a node, each cost entry an edge. Where Nodes tell by their labels
 * which zone lies in which region, an edge without latency joins the two, since the cost between regions is all that counts then. Both forms are read: that of the
 * CRD ({@code topologyList}, {@code originList}, {@code costList}) and that of scheduler-plugins' own example ({@code costList},
 * {@code originCosts}, {@code costs}), which does not fit the CRD.
 */
final class TopologyReader {
    private static final String REGION_KEY = "topology.kubernetes.io/region";
    private static final String ZONE_KEY = "topology.kubernetes.io/zone";
    private static final String USER_DEFINED = "UserDefined";
    private static final long MICROS_PER_MILLI = 1000;

    private final ImportOptions options;
    private final NetworkDraft draft;
    private final Map<List<String>, Integer> nodeByName = new HashMap<>();
    private final Set<List<String>> pairs = new HashSet<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private int costs;
    private int allocated;

    private TopologyReader(ImportOptions options, String name) {
        this.options = options;
        draft = new NetworkDraft(NetworkFormat.DIKTYO, name);
    }

    /**
     * Reads the objects.
     *
     * @param topologies the NetworkTopologies, of which there is at least one
     * @param nodes Nodes, which may tell the regions of zones
     * @param options what to assume
     * @return the network
     */
    static NetworkDraft read(List<Part> topologies, List<Part> nodes, ImportOptions options) {
        return new TopologyReader(options, topologies.get(0).name()).read(topologies, nodes);
    }

    private NetworkDraft read(List<Part> topologies, List<Part> nodes) {
        topologies.forEach(this::readTopology);
        long joined = nodes.stream().filter(this::joinsZoneAndRegion).count();
        Notes notes = draft.notes();
        notes.add("bandwidthCapacity has no unit in the format: read as bit/s");
        String what = options.networkCostAsMillis()
                ? "network costs read as milliseconds of latency"
                : "network costs left out, since a cost has no unit";
        notes.count(what, costs);
        notes.count("values of bandwidthAllocated left out", allocated);
        notes.count("zones joined to their region by a link without latency, as the labels of Nodes tell", joined);
        notes.count("Nodes left out but for their zones and regions", nodes.size());
        if (keys.size() > 1 && joined == 0) {
            notes.add("no link joins what stands under different topology keys (" + String.join(", ", keys)
                    + "), since no Node tells which zone lies in which region");
        }
        return draft;
    }

    private void readTopology(Part topology) {
        List<Part> weights = topology.part("spec").parts("weights");
        if (weights.isEmpty()) {
            topology.problem("spec", "has no weights, so there is no network in it");
            return;
        }
        Part chosen = weights.stream()
                .filter(weight -> weight.tree().text("name").orElse("").equals(USER_DEFINED))
                .findFirst()
                .orElse(weights.get(0));
        draft.notes().count("weights besides '" + chosen.text("name") + "' left out", weights.size() - 1L);
        if (!chosen.has("topologyList") && chosen.has("costList")) {
            draft.notes()
                    .add("NetworkTopology " + FileProblems.quoted(topology.name())
                            + " has the form of scheduler-plugins' example (costList, originCosts, costs), not of the CRD"
                            + " (topologyList, originList, costList): read all the same");
        }
        for (Part level : chosen.parts("topologyList", "costList")) {
            String key = level.requiredText("topologyKey");
            keys.add(key);
            for (Part origin : level.parts("originList", "originCosts")) {
                String from = origin.requiredText("origin");
                int source = node(key, from);
                for (Part cost : origin.parts("costList", "costs")) {
                    readCost(cost, key, from, source);
                }
            }
        }
    }

    /** Joins the zone and the region that a Node is labelled with, unless that was done before. */
    private boolean joinsZoneAndRegion(Part node) {
        ObjectValue labels = node.part("metadata").part("labels").tree();
        String zone = labels.text(ZONE_KEY).orElse("");
        String region = labels.text(REGION_KEY).orElse("");
        boolean joins = nodeByName.containsKey(List.of(ZONE_KEY, zone))
                && nodeByName.containsKey(List.of(REGION_KEY, region))
                && pairs.add(List.of(ZONE_KEY, REGION_KEY, zone, region));
        if (joins) {
            draft.edges()
                    .add(new Edge(
                            "",
                            node(ZONE_KEY, zone),
                            node(REGION_KEY, region),
                            OptionalLong.empty(),
                            OptionalLong.of(0),
                            false));
        }
        return joins;
    }

    private int node(String key, String name) {
        return nodeByName.computeIfAbsent(List.of(key, name), absent -> {
            draft.nodes().add(new Node(name, Optional.empty()));
            return draft.nodes().size() - 1;
        });
    }

    private void readCost(Part cost, String key, String from, int source) {
        String to = cost.requiredText("destination");
        if (!pairs.add(List.of(key, from, to))) {
            cost.problem(
                    "destination",
                    "is " + FileProblems.quoted(to) + " twice for the origin " + FileProblems.quoted(from));
        }
        OptionalLong bandwidth = OptionalLong.empty();
        Optional<BigDecimal> capacity = cost.quantity("bandwidthCapacity");
        if (capacity.isPresent()) {
            bandwidth = Decimals.amount(capacity.get(), 1, RoundingMode.DOWN);
            if (bandwidth.isEmpty()) {
                cost.problem("bandwidthCapacity", "is negative or too large");
            }
        }
        allocated += cost.has("bandwidthAllocated") ? 1 : 0;
        OptionalLong latency = cost(cost, "networkCost");
        costs += latency.isPresent() ? 1 : 0;
        draft.edges()
                .add(new Edge(
                        "",
                        source,
                        node(key, to),
                        bandwidth,
                        options.networkCostAsMillis() ? latency : OptionalLong.empty(),
                        true));
    }

    /** Gives a cost as microseconds of as many milliseconds; empty if it is not there or, which is noted, no cost. */
    static OptionalLong cost(Part part, String key) {
        if (!part.has(key)) {
            return OptionalLong.empty();
        }
        OptionalLong micros = part.tree()
                .get(key)
                .filter(ScalarValue.class::isInstance)
                .flatMap(value -> Decimals.parse(((ScalarValue) value).text()))
                .map(cost -> Decimals.amount(cost, MICROS_PER_MILLI, RoundingMode.CEILING))
                .orElse(OptionalLong.empty());
        if (micros.isEmpty()) {
            part.problem(
                    key,
                    "must be a number from 0, but is "
                            + part.tree().get(key).orElseThrow().description());
        }
        return micros;
    }
}
