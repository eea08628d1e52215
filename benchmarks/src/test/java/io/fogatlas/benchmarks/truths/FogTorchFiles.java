package io.fogatlas.benchmarks.truths;

import static io.fogatlas.benchmarks.truths.FogTorchInstance.INTERNET;
import static io.fogatlas.benchmarks.truths.FogTorchInstance.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.benchmarks.truths.FogTorchInstance.State;
import io.fogatlas.model.infrastructure.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the three forms in which instances of FogTorchPI are there. */
final class FogTorchFiles {
    private static final List<String> CLOUDS = List.of("cloud1", "cloud2");
    private static final JsonNode NOTHING = new IntNode(0);
    private static final JsonNode PLENTY = new IntNode(1_000_000);

    private FogTorchFiles() {}

    /** The farm: both clouds lie behind one access line of each fog node, and a local link has one state for both directions. */
    static FogTorchInstance farm(JsonNode file, JsonNode scenario, boolean coresAreSummed) {
        FogTorchInstance instance = new FogTorchInstance(coresAreSummed);
        each(file.get("nodes"), (name, node) -> instance.addNode(name, node.get("software"), node.get("hardware")));
        each(
                file.get("things"),
                (name, thing) -> instance.addThing(name, thing.get("at").asText()));
        each(
                file.get("application").get("components"),
                (name, component) -> instance.addComponent(
                        name,
                        component.get("software"),
                        filled(component, scenario),
                        allowed(instance, scenario, name)));
        for (JsonNode flow : file.get("application").get("flows")) {
            String a = flow.get("a").asText();
            String b = flow.get("b").asText();
            JsonNode there = flow.get("a_to_b");
            instance.addFlow(a, b, there.isTextual() ? scenario.get("ab_up") : there, flow.get("latency"));
            instance.addFlow(b, a, flow.get("b_to_a"), flow.get("latency"));
        }
        for (JsonNode flow : file.get("application").get("thing_flows")) {
            if (!flow.has("only_if") || scenario.get("video").asBoolean()) {
                addThingFlow(instance, flow);
            }
        }
        Map<String, String> profiles = Map.of(
                "fog1", scenario.get("fog1_access").asText(),
                "fog2", scenario.get("fog2_access").asText(),
                "fog3", "VDSL");
        profiles.forEach((fog, profile) -> {
            JsonNode access = file.get("access_profiles").get(profile);
            addLine(instance, fog, INTERNET, access.get("up"), access.get("latency"), access.get("p_up"));
            addLine(instance, INTERNET, fog, access.get("down"), access.get("latency"), access.get("p_down"));
        });
        for (String cloud : CLOUDS) {
            instance.addDraw(new State(
                    1, List.of(link(INTERNET, cloud, PLENTY, NOTHING), link(cloud, INTERNET, PLENTY, NOTHING))));
        }
        for (JsonNode local : file.get("links")) {
            String a = local.get("a").asText();
            String b = local.get("b").asText();
            instance.addDraw(states(
                    local,
                    state -> List.of(
                            link(a, b, state.get("bandwidth"), state.get("latency")),
                            link(b, a, state.get("bandwidth"), state.get("latency")))));
        }
        return instance;
    }

    /** Some numbers of the farm's component B are those of the scenario. */
    private static JsonNode filled(JsonNode component, JsonNode scenario) {
        if (!component.get("ram").isTextual()) {
            return component;
        }
        ObjectNode filled = component.deepCopy();
        filled.set("ram", scenario.get("b_ram"));
        filled.set("storage", scenario.get("b_storage"));
        return filled;
    }

    private static Set<String> allowed(FogTorchInstance instance, JsonNode scenario, String component) {
        JsonNode allowed = scenario.path("allowed_nodes").path(component);
        return allowed.isMissingNode()
                ? instance.nodes()
                : Facts.list(allowed).stream().map(JsonNode::asText).collect(Collectors.toSet());
    }

    /** The building: each direction of each link has its own state, and each cloud a link of its own. */
    static FogTorchInstance building(JsonNode file, JsonNode scenario) {
        FogTorchInstance instance = new FogTorchInstance(false);
        each(
                file.get("nodes"),
                (name, node) -> instance.addNode(name, node.get("software_cost"), node.get("hardware")));
        each(
                file.get("things"),
                (name, thing) -> instance.addThing(name, thing.get("at").asText()));
        each(
                file.get("application").get("components"),
                (name, component) -> instance.addComponent(
                        name,
                        component.get("software"),
                        file.get("vm_types").get(component.get("vm").asText()),
                        instance.nodes()));
        for (JsonNode flow : file.get("application").get("flows")) {
            String a = flow.get("a").asText();
            String b = flow.get("b").asText();
            instance.addFlow(a, b, flow.get("a_to_b"), flow.get("latency"));
            instance.addFlow(b, a, flow.get("b_to_a"), flow.get("latency"));
        }
        file.get("application").get("thing_flows").forEach(flow -> addThingFlow(instance, flow));
        each(file.get("cloud_links"), (fog, profiles) -> {
            JsonNode access = profiles.path(scenario.get("fog2_access").asText());
            JsonNode line = access.isMissingNode() ? profiles : access;
            for (String cloud : CLOUDS) {
                addLine(instance, fog, cloud, line.get("to_cloud"), line.get("latency"), line.get("p_to_cloud"));
                addLine(instance, cloud, fog, line.get("from_cloud"), line.get("latency"), line.get("p_from_cloud"));
            }
        });
        for (JsonNode local : file.get("links")) {
            String a = local.get("a").asText();
            String b = local.get("b").asText();
            instance.addDraw(states(local, state -> List.of(link(a, b, state.get("bandwidth"), state.get("latency")))));
            instance.addDraw(states(local, state -> List.of(link(b, a, state.get("bandwidth"), state.get("latency")))));
        }
        return instance;
    }

    private static void addThingFlow(FogTorchInstance instance, JsonNode flow) {
        String component = flow.get("component").asText();
        String thing = flow.get("thing").asText();
        instance.addFlow(component, thing, flow.get("to_thing"), flow.get("latency"));
        instance.addFlow(thing, component, flow.get("from_thing"), flow.get("latency"));
    }

    /** A line that works as stated, or not at all. */
    private static void addLine(
            FogTorchInstance instance,
            String from,
            String to,
            JsonNode megabits,
            JsonNode millis,
            JsonNode probability) {
        instance.addDraw(
                new State(probability.asDouble(), List.of(link(from, to, megabits, millis))),
                new State(1 - probability.asDouble(), List.of(link(from, to, NOTHING, millis))));
    }

    private static State[] states(JsonNode link, Function<JsonNode, List<Link>> links) {
        return Facts.list(link.get("states")).stream()
                .map(state -> new State(state.get("p").asDouble(), links.apply(state)))
                .toArray(State[]::new);
    }

    /** The tool's own form; the bandwidths between edge1 and the clouds may be others than in the file. */
    static FogTorchInstance network17(JsonNode file, JsonNode types, Map<String, Double> megabitsOfEdge1) {
        FogTorchInstance instance = new FogTorchInstance(false);
        for (JsonNode kind : file.get("infrastructure").get("nodes")) {
            kind.forEach(
                    node -> instance.addNode(node.get("name").asText(), node.get("software"), node.get("hardware")));
        }
        for (JsonNode thing : file.get("infrastructure").get("things")) {
            instance.addThing(thing.get("name").asText(), thing.get("fog_node").asText());
        }
        for (JsonNode component : file.get("application").get("components")) {
            String name = component.get("name").asText();
            JsonNode hardware =
                    types.get(component.get("hardware").get("vm_type").asText());
            instance.addComponent(name, component.get("software"), hardware, instance.nodes());
            for (JsonNode thing : component.get("things")) {
                String id = thing.get("name").asText();
                JsonNode to = thing.get("qos").get("to");
                JsonNode from = thing.get("qos").get("from");
                instance.addFlow(name, id, to.get("bandwidth"), to.get("latency"));
                instance.addFlow(id, name, from.get("bandwidth"), from.get("latency"));
            }
        }
        for (JsonNode flow : file.get("application").get("links")) {
            String from = flow.get("from").asText();
            String to = flow.get("to").asText();
            instance.addFlow(from, to, flow.get("up"), flow.get("latency"));
            instance.addFlow(to, from, flow.get("down"), flow.get("latency"));
        }
        for (JsonNode link : file.get("infrastructure").get("links")) {
            String from = link.get("from").asText();
            String to = link.get("to").asText();
            boolean other = from.equals("edge1") && CLOUDS.contains(to);
            JsonNode down = link.get("download");
            JsonNode up = link.get("upload").isEmpty() ? down : link.get("upload");
            Map<String, Double> megabits = other ? megabitsOfEdge1 : Map.of();
            instance.addDraw(network17States(down, to, from, megabits.get("download")));
            instance.addDraw(network17States(up, from, to, megabits.get("upload")));
        }
        return instance;
    }

    private static State[] network17States(JsonNode states, String from, String to, Double megabits) {
        List<State> read = new ArrayList<>();
        for (JsonNode state : states) {
            JsonNode qos = state.get("qos");
            boolean works = qos.get("bandwidth").asDouble() > 0;
            JsonNode bandwidth = works && megabits != null ? new DoubleNode(megabits) : qos.get("bandwidth");
            read.add(new State(
                    state.get("percentage").asDouble(),
                    List.of(link(from, to, bandwidth, works ? qos.get("latency") : NOTHING))));
        }
        return read.toArray(State[]::new);
    }

    private static void each(JsonNode object, BiConsumer<String, JsonNode> use) {
        new TreeSet<>(names(object)).forEach(name -> use.accept(name, object.get(name)));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
