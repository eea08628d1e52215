package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarType;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.TreeException;
import io.fogatlas.manifests.tree.TreeHandler;
import io.fogatlas.manifests.tree.TreeReader;
import io.fogatlas.manifests.tree.Value;
import io.fogatlas.model.Problems;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.Term;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads the decisions of one file; good for one reading. */
final class DecisionReader implements TreeHandler {
    private final String file;
    private final Map<ApplicationId, Application> applications = new LinkedHashMap<>();
    private final Set<ApplicationId> seen = new HashSet<>();
    private final Notes notes = new Notes();
    private final List<RecordedDecision> decisions = new ArrayList<>();

    DecisionReader(String file, List<Application> applications) {
        this.file = file;
        applications.forEach(application -> this.applications.put(application.id(), application));
    }

    List<RecordedDecision> read(Source source) {
        try (InputStream stream = new SourceFiles(ManifestReader.MAX_BYTES).open(source)) {
            TreeReader.read(stream, false, this);
        } catch (TreeException wrong) {
            notes.problem(at(wrong.line()), wrong.getMessage());
        } catch (IOException unreadable) {
            notes.problem(at(0), SourceFiles.explain(unreadable));
        }
        if (decisions.isEmpty() && notes.found() == 0) {
            notes.problem(at(0), "there is no decision in it");
        }
        notes.throwIfAny();
        return List.copyOf(decisions);
    }

    private Origin at(int line) {
        return new Origin(file, line, "", "");
    }

    @Override
    public void problem(int line, String text) {
        notes.problem(at(line), text);
    }

    @Override
    public void item(ObjectValue object) {
        document(object, 0);
    }

    @Override
    public void document(Value document, int items) {
        if (!(document instanceof ObjectValue object) || object.get("decisions").isEmpty()) {
            notes.problem(at(document.line()), "holds no decisions: it must be an object with the key 'decisions'");
            return;
        }
        for (Fields fields : new Fields(object, "", at(object.line()), notes).list("decisions")) {
            decision(fields).ifPresent(decisions::add);
        }
    }

    private Optional<RecordedDecision> decision(Fields fields) {
        Fields id = fields.inner("application");
        String name = id.requiredText("name");
        String namespace = id.text("namespace").orElse(ApplicationId.DEFAULT_NAMESPACE);
        if (name.isBlank() || namespace.isBlank()) {
            return Optional.empty();
        }
        ApplicationId application = new ApplicationId(namespace, name);
        Origin origin = new Origin(file, fields.object().line(), "Decision", application.toString());
        Fields known = new Fields(fields.object(), fields.path(), origin, notes);
        if (!applications.containsKey(application)) {
            known.problem("application", "is '" + application + "', but there is no such FADepl in the other files");
            return Optional.empty();
        }
        if (!seen.add(application)) {
            known.problem("application", "is '" + application + "', which is decided twice; give one decision");
        }
        long before = notes.found();
        Optional<Outcome> outcome = outcome(known);
        boolean placed = outcome.isPresent() && (outcome.get() == Outcome.OPTIMAL || outcome.get() == Outcome.FEASIBLE);
        Optional<Placement> placement = placed ? placement(known, applications.get(application)) : Optional.empty();
        String algorithm = known.text("algorithm").orElse("");
        OptionalDouble objective = number(known, "objective");
        OptionalDouble bound = number(known, "bound");
        Map<Term, Double> terms = byTerm(known, "terms");
        Optional<Objective> weights = weights(known);
        Map<String, Long> bandwidth = occupancy(known);
        return notes.found() != before || outcome.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecordedDecision(
                        application,
                        algorithm,
                        outcome.get(),
                        placement,
                        objective,
                        bound,
                        terms,
                        weights,
                        bandwidth,
                        file,
                        fields.object().line()));
    }

    private static Optional<Outcome> outcome(Fields fields) {
        String key = fields.requiredText("outcome");
        Optional<Outcome> outcome = Arrays.stream(Outcome.values())
                .filter(one -> one.key().equals(key))
                .findFirst();
        if (outcome.isEmpty() && !key.isBlank()) {
            fields.problem(
                    "outcome",
                    "is '" + ScalarValue.shown(key) + "'; it must be one of "
                            + Arrays.stream(Outcome.values()).map(Outcome::key).toList());
        }
        return outcome;
    }

    private static OptionalDouble number(Fields fields, String key) {
        Optional<Value> value = fields.object().get(key);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (value.get() instanceof ScalarValue scalar && scalar.type() == ScalarType.NUMBER) {
            double number = scalar.decimal().doubleValue();
            if (Double.isFinite(number)) {
                return OptionalDouble.of(number);
            }
        }
        fields.problem(key, "must be a number, but is " + value.get().description());
        return OptionalDouble.empty();
    }

    private static Optional<Objective> weights(Fields fields) {
        if (fields.object().get("weights").isEmpty()) {
            return Optional.empty();
        }
        Map<Term, Double> weights = byTerm(fields, "weights");
        try {
            return Optional.of(new Objective(weights));
        } catch (IllegalArgumentException refused) {
            fields.problem("weights", "cannot be: " + refused.getMessage());
            return Optional.empty();
        }
    }

    /** Reads the amounts of the terms known here. */
    private static Map<Term, Double> byTerm(Fields fields, String key) {
        Map<Term, Double> amounts = new EnumMap<>(Term.class);
        Fields inner = fields.inner(key);
        for (Term term : Term.values()) {
            number(inner, term.key()).ifPresent(amount -> amounts.put(term, amount));
        }
        return amounts;
    }

    private static Optional<Placement> placement(Fields fields, Application application) {
        if (fields.object().get("placements").isEmpty()) {
            fields.problem("placements", "is missing, although the outcome says that there is a placement");
        }
        Map<String, List<Assignment>> assignments = new HashMap<>();
        for (Fields placement : fields.list("placements")) {
            String microservice = placement.requiredText("microservice");
            for (Fields region : placement.list("regions")) {
                assignment(region)
                        .ifPresent(assignment -> assignments
                                .computeIfAbsent(microservice, name -> new ArrayList<>())
                                .add(assignment));
            }
        }
        return Optional.of(new Placement(assignments, new RouteReader(application).read(fields.list("routes"))));
    }

    private static Optional<Assignment> assignment(Fields fields) {
        long before = fields.notes().found();
        String region = fields.requiredText("region");
        long replicas = fields.whole("replicas", 1, Integer.MAX_VALUE).orElse(0);
        if (fields.object().get("replicas").isEmpty()) {
            fields.problem("replicas", "is missing; it must be given");
        }
        Map<String, Integer> nodes = new HashMap<>();
        Fields byNode = fields.inner("nodes");
        for (String node : byNode.object().fields().keySet()) {
            byNode.whole(node, 1, Integer.MAX_VALUE).ifPresent(count -> nodes.put(node, (int) count));
        }
        return fields.notes().found() == before
                ? Optional.of(new Assignment(region, (int) replicas, nodes))
                : Optional.empty();
    }

    private static Map<String, Long> occupancy(Fields fields) {
        Map<String, Long> bandwidth = new LinkedHashMap<>();
        for (Fields entry : fields.list("linksOccupancy")) {
            String link = entry.requiredText("link");
            entry.whole("bandwidthBps", 0, Problems.MAX_AMOUNT).ifPresent(bps -> bandwidth.merge(link, bps, Long::sum));
        }
        return bandwidth;
    }
}
