package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ListValue;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.TreeException;
import io.fogatlas.manifests.tree.TreeHandler;
import io.fogatlas.manifests.tree.TreeReader;
import io.fogatlas.manifests.tree.Value;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Location;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.RegionConstraint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What an FADepl cannot hold and is read from its annotation: latency chains, and in which regions microservices may run.
 *
 * @param chains the latency chains
 * @param rules what is said about microservices, by name
 */
record PlacementAnnotation(List<LatencyChain> chains, Map<String, Rule> rules) {
    /** The key of the annotation. */
    static final String KEY = "fogatlas.io/placement";

    private static final PlacementAnnotation NONE = new PlacementAnnotation(List.of(), Map.of());

    /**
     * What is said about one microservice.
     *
     * @param constraints in which regions it may run
     * @param spreadOver over how many regions its replicas are spread
     */
    record Rule(List<RegionConstraint> constraints, OptionalInt spreadOver) {
        /** Nothing is said. */
        static final Rule NONE = new Rule(List.of(), OptionalInt.empty());
    }

    static PlacementAnnotation read(Fields object) {
        Fields annotations = object.inner("metadata").inner("annotations");
        Optional<String> text = annotations.text(KEY);
        if (text.isEmpty()) {
            return NONE;
        }
        int line = annotations.object().get(KEY).map(Value::line).orElse(0);
        Origin origin = annotations.origin().at(line);
        Optional<ObjectValue> tree = parse(text.get(), line, annotations);
        if (tree.isEmpty()) {
            return NONE;
        }
        Fields all = new Fields(tree.get(), KEY + ": ", origin, annotations.notes());
        allow(all, Set.of("chains", "microservices"));
        List<LatencyChain> chains = new ArrayList<>();
        all.list("chains").forEach(chain -> chain(chain).ifPresent(chains::add));
        Map<String, Rule> rules = new LinkedHashMap<>();
        Fields microservices = all.inner("microservices");
        for (String name : microservices.object().fields().keySet()) {
            microservices.optional(name).ifPresent(rule -> rules.put(name, rule(rule)));
        }
        return new PlacementAnnotation(chains, rules);
    }

    private static Optional<ObjectValue> parse(String text, int line, Fields annotations) {
        List<Value> documents = new ArrayList<>();
        TreeHandler handler = new TreeHandler() {
            @Override
            public void item(ObjectValue object) {
                documents.add(object);
            }

            @Override
            public void document(Value document, int items) {
                documents.add(document);
            }

            @Override
            public void problem(int inner, String what) {
                annotations.problem(KEY, "in its line " + inner + ": " + what);
            }
        };
        try {
            TreeReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false, handler);
        } catch (TreeException wrong) {
            annotations.problem(KEY, "in its line " + wrong.line() + " " + wrong.getMessage());
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (documents.size() == 1 && documents.get(0) instanceof ObjectValue) {
            return Optional.of((ObjectValue) placedAt(documents.get(0), line));
        }
        annotations.problem(KEY, "must hold one object in YAML or JSON with the keys 'chains' and 'microservices'");
        return Optional.empty();
    }

    /** Lines inside the annotation say nothing about the file. */
    private static Value placedAt(Value value, int line) {
        if (value instanceof ObjectValue object) {
            Map<String, Value> fields = new LinkedHashMap<>();
            object.fields().forEach((key, field) -> fields.put(key, placedAt(field, line)));
            return new ObjectValue(fields, line);
        }
        if (value instanceof ListValue list) {
            return new ListValue(
                    list.items().stream().map(item -> placedAt(item, line)).toList(), line);
        }
        ScalarValue scalar = (ScalarValue) value;
        return new ScalarValue(scalar.type(), scalar.text(), line);
    }

    private static void allow(Fields fields, Set<String> keys) {
        for (String key : fields.object().fields().keySet()) {
            if (!keys.contains(key)) {
                fields.problem(
                        key, "is not known here; use " + keys.stream().sorted().toList());
            }
        }
    }

    private static Optional<LatencyChain> chain(Fields fields) {
        allow(fields, Set.of("name", "vertices", "latencyMs", "processingMs"));
        long before = fields.notes().found();
        List<String> vertices = fields.texts("vertices");
        String name = fields.text("name").orElse(String.join("->", vertices));
        Fields processing = fields.inner("processingMs");
        allow(processing, Set.copyOf(vertices));
        List<LatencyChain.Step> steps = new ArrayList<>();
        for (String vertex : vertices) {
            long micros = processing.amount(vertex, true, RoundingMode.CEILING).orElse(0);
            fields.notes().make(fields.here(), () -> steps.add(new LatencyChain.Step(vertex, micros)), () -> false);
        }
        OptionalLong bound = fields.amount("latencyMs", true, RoundingMode.FLOOR);
        if (bound.isPresent() && bound.getAsLong() < 1) {
            fields.problem("latencyMs", "must be at least 0.001 milliseconds, but is " + fields.written("latencyMs"));
        }
        if (bound.isEmpty() && fields.object().get("latencyMs").isEmpty()) {
            fields.problem("latencyMs", "is missing; give the bound in milliseconds");
        }
        if (fields.notes().found() != before) {
            return Optional.empty();
        }
        return fields.notes()
                .make(
                        fields.here(),
                        () -> Optional.of(new LatencyChain(name, steps, bound.orElse(0))),
                        Optional::<LatencyChain>empty);
    }

    private static Rule rule(Fields fields) {
        allow(fields, Set.of("allowedRegions", "forbiddenRegions", "allowedTiers", "within", "spreadOver"));
        List<RegionConstraint> constraints = new ArrayList<>();
        if (fields.object().get("allowedRegions").isPresent()) {
            List<String> regions = fields.texts("allowedRegions");
            add(fields, "allowedRegions", constraints, () -> new RegionConstraint.AllowedRegions(Set.copyOf(regions)));
        }
        if (fields.object().get("forbiddenRegions").isPresent()) {
            List<String> regions = fields.texts("forbiddenRegions");
            add(
                    fields,
                    "forbiddenRegions",
                    constraints,
                    () -> new RegionConstraint.ForbiddenRegions(Set.copyOf(regions)));
        }
        if (fields.object().get("allowedTiers").isPresent()) {
            List<Integer> tiers = fields.numbers("allowedTiers", 0, Integer.MAX_VALUE);
            add(fields, "allowedTiers", constraints, () -> new RegionConstraint.AllowedTiers(Set.copyOf(tiers)));
        }
        fields.optional("within").ifPresent(within -> within(within, constraints));
        OptionalLong spread = fields.whole("spreadOver", 1, Integer.MAX_VALUE);
        return new Rule(
                constraints, spread.isPresent() ? OptionalInt.of((int) spread.getAsLong()) : OptionalInt.empty());
    }

    private static void within(Fields fields, List<RegionConstraint> constraints) {
        allow(fields, Set.of("km", "of"));
        String of = fields.requiredText("of");
        OptionalLong meters = fields.amount("km", true, RoundingMode.FLOOR);
        if (fields.object().get("km").isEmpty()) {
            fields.problem("km", "is missing; give the radius in kilometres");
        }
        if (meters.isPresent() && !of.isBlank()) {
            Optional<Location> point = RegionReader.location(of);
            add(
                    fields,
                    "km",
                    constraints,
                    () -> point.isPresent()
                            ? new RegionConstraint.Within(point.get(), meters.getAsLong())
                            : new RegionConstraint.WithinOfEndpoint(of, meters.getAsLong()));
        }
    }

    private static void add(
            Fields fields, String key, List<RegionConstraint> constraints, Supplier<RegionConstraint> made) {
        try {
            constraints.add(made.get());
        } catch (InvalidModelException refused) {
            refused.problems().forEach(problem -> fields.problem(key, problem.text()));
        }
    }
}
