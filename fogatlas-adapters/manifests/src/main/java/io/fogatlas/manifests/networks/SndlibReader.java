package io.fogatlas.manifests.networks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fogatlas.manifests.networks.NetworkDraft.Demand;
import io.fogatlas.manifests.networks.NetworkDraft.Edge;
import io.fogatlas.manifests.networks.NetworkDraft.Node;
import io.fogatlas.manifests.networks.NetworkDraft.Position;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads SNDlib's networks in JSON (S. Orlowski, R. Wessäly, M. Pióro, A. Tomaszewski: "SNDlib 1.0 - Survivable Network Design
 * Library", Networks 55, 2010). Links are undirected; a link's bandwidth is its pre-installed capacity if that is above 0, otherwise
 * that of the modules the options choose. Costs and admissible paths are left out.
 */
final class SndlibReader {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** An object of one of the lists, and the line it starts in. */
    private record Item(int line, JsonNode tree) {}

    private final NetworkFile file;
    private final FileProblems problems;
    private final ImportOptions options;
    private final NetworkDraft draft;
    private final Map<String, List<Item>> items = new HashMap<>();
    private final Map<String, Integer> nodeById = new HashMap<>();
    private Optional<String> unit = Optional.empty();
    private long unitBps;

    private SndlibReader(NetworkFile file, FileProblems problems, String name, ImportOptions options) {
        this.file = file;
        this.problems = problems;
        this.options = options;
        draft = new NetworkDraft(NetworkFormat.SNDLIB, name);
    }

    static NetworkDraft read(NetworkFile file, FileProblems problems, String name, ImportOptions options) {
        return new SndlibReader(file, problems, name, options).read();
    }

    private NetworkDraft read() {
        try (JsonParser parser = JSON.createParser(file.content())) {
            readLists(parser);
        } catch (JsonProcessingException e) {
            throw problems.fatal(
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(), "is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw problems.fatal(0, "is no JSON: " + e.getMessage());
        }
        for (String list : List.of("nodes", "links")) {
            if (!items.containsKey(list)) {
                throw problems.fatal(0, "has no list '" + list + "'");
            }
        }
        unitBps = unitBps();
        items.getOrDefault("nodes", List.of()).forEach(this::readNode);
        readLinks(items.getOrDefault("links", List.of()));
        items.getOrDefault("demands", List.of()).forEach(this::readDemand);
        return draft;
    }

    private void readLists(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw problems.fatal(1, "must be a JSON object with the lists nodes, links and demands");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            boolean isList = parser.nextToken() == JsonToken.START_ARRAY;
            switch (field) {
                case "nodes", "links", "demands" -> {
                    if (!isList) {
                        throw problems.fatal(
                                parser.currentTokenLocation().getLineNr(), "'" + field + "' must be a list");
                    }
                    items.put(field, readList(parser));
                }
                case "meta" ->
                    unit = Optional.of(((JsonNode) JSON.readTree(parser))
                                    .path("unit")
                                    .asText(""))
                            .filter(text -> !text.isEmpty());
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw problems.fatal(parser.currentTokenLocation().getLineNr(), "nothing is expected after the object");
        }
    }

    private static List<Item> readList(JsonParser parser) throws IOException {
        List<Item> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = parser.currentTokenLocation().getLineNr();
            list.add(new Item(line, JSON.readTree(parser)));
        }
        return list;
    }

    private long unitBps() {
        if (unit.isEmpty()) {
            draft.notes()
                    .add(String.format(
                            Locale.ROOT,
                            "no unit of capacity in the file, so 1 is taken as %,d bit/s",
                            options.capacityUnitBps()));
            return options.capacityUnitBps();
        }
        return switch (unit.get().toUpperCase(Locale.ROOT)) {
            case "BITPERSEC" -> 1L;
            case "KBITPERSEC" -> 1_000L;
            case "MBITPERSEC" -> 1_000_000L;
            case "GBITPERSEC" -> 1_000_000_000L;
            default ->
                throw problems.fatal(
                        0,
                        "the unit " + FileProblems.quoted(unit.get())
                                + " is unknown; known are BITPERSEC, KBITPERSEC, MBITPERSEC and GBITPERSEC");
        };
    }

    private void readNode(Item item) {
        String id = text(item, "Node", "id");
        Optional<BigDecimal> longitude = number(item, "Node", id, "longitude");
        Optional<BigDecimal> latitude = number(item, "Node", id, "latitude");
        if (nodeById.putIfAbsent(id, draft.nodes().size()) != null) {
            problems.add(item.line(), "Node", id, "is there more than once");
        }
        boolean known = longitude.isPresent() && latitude.isPresent();
        draft.nodes()
                .add(new Node(
                        id, known ? Optional.of(new Position(latitude.get(), longitude.get())) : Optional.empty()));
    }

    private void readLinks(List<Item> links) {
        Set<String> ids = new HashSet<>();
        int preinstalled = 0;
        for (Item item : links) {
            String id = text(item, "Link", "id");
            if (!ids.add(id)) {
                problems.add(item.line(), "Link", id, "is there more than once");
            }
            int source = end(item, "Link", id, "source");
            int target = end(item, "Link", id, "target");
            OptionalLong installed = amount(item, "Link", id, "pre_installed_capacity", 1);
            boolean isInstalled = installed.orElse(0) > 0;
            preinstalled += isInstalled ? 1 : 0;
            OptionalLong capacity = isInstalled ? installed : modules(item, id);
            if (source >= 0 && target >= 0) {
                draft.edges().add(new Edge(id, source, target, capacity, OptionalLong.empty(), false));
            }
        }
        int bought = links.size() - preinstalled;
        draft.notes().share("links with their pre-installed capacity", preinstalled, links.size());
        draft.notes()
                .share(
                        "links without installed capacity, " + options.moduleCount() + " of module "
                                + options.moduleIndex() + " assumed",
                        bought,
                        links.size());
    }

    private OptionalLong modules(Item link, String id) {
        JsonNode modules = link.tree().path("modules");
        if (modules.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!modules.isArray() || options.moduleIndex() >= modules.size()) {
            problems.add(
                    link.line(),
                    "Link",
                    id,
                    "has " + modules.size() + " modules, so there is none with the index " + options.moduleIndex());
            return OptionalLong.empty();
        }
        Item module = new Item(link.line(), modules.get(options.moduleIndex()));
        return amount(module, "Link", id, "module_capacity", options.moduleCount());
    }

    private void readDemand(Item item) {
        String id = text(item, "Demand", "id");
        int source = end(item, "Demand", id, "source");
        int target = end(item, "Demand", id, "target");
        OptionalLong bandwidth = amount(item, "Demand", id, "demand_value", 1);
        if (source >= 0 && target >= 0) {
            draft.demands().add(new Demand(id, source, target, bandwidth.orElse(0)));
        }
    }

    private String text(Item item, String kind, String field) {
        String text = item.tree().path(field).asText("");
        if (text.isBlank()) {
            problems.add(item.line(), kind, "", "has no " + field);
        }
        return text;
    }

    private int end(Item item, String kind, String name, String field) {
        String id = item.tree().path(field).asText("");
        Integer node = nodeById.get(id);
        if (node == null) {
            problems.add(
                    item.line(), kind, name, field + " is " + FileProblems.quoted(id) + ", but there is no such node");
            return -1;
        }
        return node;
    }

    private OptionalLong amount(Item item, String kind, String name, String field, int count) {
        Optional<BigDecimal> number = number(item, kind, name, field);
        if (number.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong amount =
                Decimals.amount(number.get().multiply(BigDecimal.valueOf(count)), unitBps, RoundingMode.DOWN);
        if (amount.isEmpty()) {
            problems.add(item.line(), kind, name, field + " is negative or too large: " + number.get());
        }
        return amount;
    }

    private Optional<BigDecimal> number(Item item, String kind, String name, String field) {
        JsonNode value = item.tree().path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = Decimals.parse(value.asText());
        if (number.isEmpty()) {
            problems.add(
                    item.line(),
                    kind,
                    name,
                    field + " must be a number, but is " + FileProblems.quoted(value.toString()));
        }
        return number;
    }
}
