package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarType;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.Value;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problem;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.placement.batch.BatchRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads FADepls of both generations. */
final class FadeplReader {
    /** The annotation that says what the application is worth in a batch. */
    private static final String PRIORITY = "fogatlas.io/priority";

    private final MicroserviceReader microservices;

    FadeplReader(MicroserviceReader microservices) {
        this.microservices = microservices;
    }

    /**
     * An FADepl as it was read.
     *
     * @param application what is to be placed
     * @param algorithm the algorithm it asks for
     * @param priority what it is worth in a batch, if it says so
     * @param origin where it was read
     * @param lines where its parts are, by kind and name
     * @param ownReplicas the replicas of each microservice's Deployment
     * @param status what its status says
     * @param hasQuantities whether it can only be of generation B
     * @param tree the whole object
     */
    record Draft(
            Application application,
            String algorithm,
            OptionalLong priority,
            Origin origin,
            Map<String, Integer> lines,
            Map<String, Integer> ownReplicas,
            FadeplStatus status,
            boolean hasQuantities,
            ObjectValue tree) {
        /** Notes what is wrong with the application, at the line of the part it is about. */
        void note(List<Problem> problems, Notes notes) {
            problems.forEach(problem -> FadeplReader.note(problem, origin, lines, notes));
        }
    }

    /**
     * Reads one FADepl.
     *
     * @return the FADepl; empty if it has no name or makes no application, which is noted
     */
    Optional<Draft> read(ManifestObject object) {
        Fields fields = object.fields();
        Notes notes = fields.notes();
        Fields metadata = fields.inner("metadata");
        String name = metadata.requiredText("name");
        String namespace =
                metadata.text("namespace").filter(text -> !text.isBlank()).orElse(ApplicationId.DEFAULT_NAMESPACE);
        Fields spec = fields.inner("spec");
        PlacementAnnotation annotation = PlacementAnnotation.read(fields);
        Map<String, Integer> lines = new HashMap<>();
        Map<String, Integer> ownReplicas = new HashMap<>();
        if (name.isBlank()) {
            return Optional.empty();
        }
        Application.Builder application = Application.builder(new ApplicationId(namespace, name));
        for (String endpoint : spec.texts("externalendpoints")) {
            application.addEndpoint(endpoint);
            lines.put(
                    key("ExternalEndpoint", endpoint),
                    spec.object().get("externalendpoints").map(Value::line).orElse(0));
        }
        for (Fields part : spec.list("microservices")) {
            microservices.read(part, annotation.rules()).ifPresent(draft -> {
                application.add(draft.microservice());
                lines.put(key("Microservice", draft.microservice().name()), draft.line());
                ownReplicas.put(draft.microservice().name(), draft.ownReplicas());
            });
        }
        for (String ruled : annotation.rules().keySet()) {
            if (!ownReplicas.containsKey(ruled)) {
                metadata.inner("annotations")
                        .problem(
                                PlacementAnnotation.KEY,
                                "speaks of the microservice '" + ruled + "', but there is none");
            }
        }
        for (FlowReader.Draft draft : FlowReader.read(spec)) {
            application.add(draft.flow());
            lines.put(key("Data flow", draft.flow().name()), draft.line());
        }
        int annotationLine = metadata.inner("annotations")
                .object()
                .get(PlacementAnnotation.KEY)
                .map(Value::line)
                .orElse(0);
        annotation.chains().forEach(chain -> {
            application.add(chain);
            lines.put(key("Latency chain", chain.name()), annotationLine);
        });
        String algorithm = spec.text("algorithm").orElse("");
        FadeplStatus status = FadeplStatus.read(fields);
        try {
            return Optional.of(new Draft(
                    application.build(),
                    algorithm,
                    priority(metadata.inner("annotations")),
                    fields.origin(),
                    lines,
                    ownReplicas,
                    status,
                    hasQuantities(fields),
                    fields.object()));
        } catch (InvalidModelException refused) {
            refused.problems().forEach(problem -> note(problem, fields.origin(), lines, notes));
            return Optional.empty();
        }
    }

    private static OptionalLong priority(Fields annotations) {
        Optional<String> text = annotations.text(PRIORITY);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (text.get().matches("[0-9]{1,13}") && Long.parseLong(text.get()) <= BatchRequest.MAX_VALUE) {
            return OptionalLong.of(Long.parseLong(text.get()));
        }
        annotations.problem(
                PRIORITY,
                "must be a whole number from 0 to " + BatchRequest.MAX_VALUE + ", such as \"100\", but is "
                        + annotations.object().get(PRIORITY).orElseThrow().description());
        return OptionalLong.empty();
    }

    private static String key(String kind, String name) {
        return kind + " " + name;
    }

    private static void note(Problem problem, Origin origin, Map<String, Integer> lines, Notes notes) {
        Origin at = origin.at(lines.getOrDefault(key(problem.kind(), problem.name()), 0));
        notes.problem(at, problem.kind().equals("Application") ? problem.text() : problem.toString());
    }

    /** Only generation B has Quantities that are no plain integers, and names and labels of data flows. */
    private static boolean hasQuantities(Fields object) {
        Fields spec = object.inner("spec");
        List<Fields> flows = spec.list("dataflows");
        boolean named = flows.stream()
                .anyMatch(flow -> flow.object().get("name").isPresent()
                        || flow.object().get("labels").isPresent());
        List<Fields> occupancy = object.inner("status").list("linksoccupancy");
        return named
                || occupancy.stream()
                        .anyMatch(entry -> entry.object().get("prevbwallocated").isPresent())
                || Stream.of(
                                spec.list("microservices").stream()
                                        .map(part -> part.object().get("mipsrequired")),
                                flows.stream().map(flow -> flow.object().get("bandwidthrequired")),
                                flows.stream().map(flow -> flow.object().get("latency")),
                                occupancy.stream().map(entry -> entry.object().get("bwallocated")))
                        .flatMap(values -> values)
                        .flatMap(Optional::stream)
                        .anyMatch(value -> value instanceof ScalarValue scalar && scalar.type() == ScalarType.TEXT);
    }
}
