package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.FogAtlasWriter;
import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.Value;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Makes an FADepl of an AppGroup: each workload becomes a microservice, each dependency a data flow to the workload it names.
 *
 * <p>The Deployment of a workload is the one of its name, otherwise the one called like its selector; it gives the microservice its name.
 * A workload without Deployment is called by its selector and runs {@value FogAtlasWriter#IMAGE}.
 */
final class AppGroupReader {
    private final Part appGroup;
    private final Map<String, Part> deployments;
    private final ImportOptions options;
    private final Notes notes;
    private final Map<String, String> microserviceByWorkload = new LinkedHashMap<>();
    private final Map<String, ObjectValue> deploymentByMicroservice = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Map<Flow, Value> bandwidthByFlow = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private int costs;
    private int withoutDeployment;

    /** A dependency: the bandwidth in bit/s, and the cost as microseconds of as many milliseconds, 0 if there is none. */
    private record Flow(String source, String destination, long bandwidthBps, long costMicros) {
        private Flow opposite() {
            return new Flow(destination, source, bandwidthBps, costMicros);
        }
    }

    private AppGroupReader(Part appGroup, List<Part> deployments, ImportOptions options, Notes notes) {
        this.appGroup = appGroup;
        this.deployments = new HashMap<>();
        deployments.forEach(deployment -> this.deployments.putIfAbsent(deployment.name(), deployment));
        this.options = options;
        this.notes = notes;
    }

    /** Makes the FADepls of all AppGroups. */
    static List<ObjectValue> read(DiktyoObjects objects, ImportOptions options, Notes notes) {
        List<ObjectValue> fadepls = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Part appGroup : objects.appGroups()) {
            AppGroupReader reader = new AppGroupReader(appGroup, objects.deployments(), options, notes);
            fadepls.add(reader.read());
            used.addAll(reader.used);
        }
        long unused = objects.deployments().stream()
                .filter(deployment -> !used.contains(deployment.name()))
                .count();
        notes.count("Deployments that no AppGroup names, left out", unused);
        return fadepls;
    }

    private ObjectValue read() {
        appGroup.part("metadata").requiredText("name");
        List<Part> workloads = appGroup.part("spec").parts("workloads");
        if (workloads.isEmpty()) {
            appGroup.problem("spec", "has no workloads, so there is nothing to place");
        }
        String members = appGroup.part("spec").number("numMembers");
        if (!members.isEmpty() && !members.equals(Integer.toString(workloads.size()))) {
            notes.add("numMembers is " + members + ", but " + workloads.size() + " workloads are listed: all read");
        }
        workloads.forEach(this::readWorkload);
        workloads.forEach(this::readDependencies);
        List<Flow> kept = options.mergeDependencies() ? merged() : flows;
        notes.count("dependencies made data flows of their own", kept.size());
        notes.count("dependencies merged into the opposite one, which is equal", flows.size() - kept.size());
        notes.count(
                options.networkCostAsMillis()
                        ? "values of maxNetworkCost read as latency bounds in milliseconds"
                        : "values of maxNetworkCost left out, since a cost has no unit",
                costs);
        if (!flows.isEmpty()) {
            notes.add("minBandwidth has no unit in the format: read as bit/s");
        }
        notes.count("workloads without Deployment in the files, so without CPU, memory and image", withoutDeployment);
        return fadepl(kept);
    }

    private void readWorkload(Part entry) {
        Part workload = entry.part("workload");
        String name = workload.requiredText("name");
        String selector = workload.text("selector");
        Optional<Part> deployment =
                Optional.ofNullable(deployments.get(name)).or(() -> Optional.ofNullable(deployments.get(selector)));
        String microservice = deployment.map(Part::name).orElse(selector.isBlank() ? name : selector);
        if (microserviceByWorkload.putIfAbsent(name, microservice) != null) {
            workload.problem("name", "is " + FileProblems.quoted(name) + " more than once");
            return;
        }
        ObjectValue template = deployment.map(AppGroupReader::embedded).orElseGet(() -> nothing(microservice));
        if (deploymentByMicroservice.putIfAbsent(microservice, template) != null) {
            workload.problem(
                    "selector",
                    "of the workload " + FileProblems.quoted(name) + " is " + FileProblems.quoted(microservice)
                            + ", as another workload's is");
        }
        withoutDeployment += deployment.isEmpty() ? 1 : 0;
        used.add(microservice);
    }

    /** Keeps of a Deployment what an FADepl embeds. */
    private static ObjectValue embedded(Part deployment) {
        Map<String, Value> kept = new LinkedHashMap<>(deployment.tree().fields());
        kept.remove("status");
        return new ObjectValue(kept, deployment.tree().line());
    }

    private static ObjectValue nothing(String name) {
        ObjectTree labels = new ObjectTree().put("app", name);
        ObjectTree container = new ObjectTree().put("name", "main").put("image", FogAtlasWriter.IMAGE);
        ObjectTree template = new ObjectTree()
                .put("metadata", new ObjectTree().put("labels", labels))
                .put("spec", new ObjectTree().put("containers", List.of(container), ObjectTree::value));
        ObjectTree spec = new ObjectTree()
                .put("selector", new ObjectTree().put("matchLabels", labels))
                .put("template", template);
        return ObjectTree.of("apps/v1", "Deployment")
                .put("metadata", new ObjectTree().put("name", name))
                .put("spec", spec)
                .value();
    }

    private void readDependencies(Part entry) {
        String source = entry.part("workload").tree().text("name").orElse("");
        Set<String> seen = new HashSet<>();
        for (Part dependency : entry.parts("dependencies")) {
            Part workload = dependency.part("workload");
            String target = workload.requiredText("name");
            if (!seen.add(target)) {
                workload.problem(
                        "name",
                        "is " + FileProblems.quoted(target) + " twice among the dependencies of "
                                + FileProblems.quoted(source));
            }
            if (!microserviceByWorkload.containsKey(target)) {
                workload.problem("name", "is " + FileProblems.quoted(target) + ", but there is no such workload");
            }
            OptionalLong bandwidth = dependency
                    .quantity("minBandwidth")
                    .map(amount -> Decimals.amount(amount, 1, RoundingMode.CEILING))
                    .orElse(OptionalLong.of(0));
            if (bandwidth.isEmpty()) {
                dependency.problem("minBandwidth", "is negative or too large");
            }
            OptionalLong cost = TopologyReader.cost(dependency, "maxNetworkCost");
            costs += cost.isPresent() ? 1 : 0;
            Flow flow = new Flow(
                    microserviceByWorkload.getOrDefault(source, source),
                    microserviceByWorkload.getOrDefault(target, target),
                    bandwidth.orElse(0),
                    cost.orElse(0));
            flows.add(flow);
            bandwidthByFlow.put(flow, dependency.tree().get("minBandwidth").orElse(ScalarValue.number(0)));
        }
    }

    private List<Flow> merged() {
        Set<Flow> kept = new LinkedHashSet<>();
        flows.stream().filter(flow -> !kept.contains(flow.opposite())).forEach(kept::add);
        return List.copyOf(kept);
    }

    private ObjectValue fadepl(List<Flow> kept) {
        ObjectTree metadata = new ObjectTree().put("name", appGroup.name());
        appGroup.part("metadata").tree().text("namespace").ifPresent(namespace -> metadata.put("namespace", namespace));
        ObjectTree spec = new ObjectTree()
                .put("algorithm", FogAtlasWriter.DEFAULT_ALGORITHM)
                .put("externalendpoints", List.<String>of(), ScalarValue::text)
                .put(
                        "microservices",
                        deploymentByMicroservice.entrySet(),
                        entry -> new ObjectTree()
                                .put("name", entry.getKey())
                                .put("deployment", entry.getValue())
                                .value())
                .putUnlessEmpty("dataflows", kept, this::dataFlow);
        return ObjectTree.of("fogatlas.fbk.eu/v1alpha1", "FADepl")
                .put("metadata", metadata)
                .put("spec", spec)
                .value();
    }

    private ObjectValue dataFlow(Flow flow) {
        long millis = options.networkCostAsMillis() ? flow.costMicros() / 1000 : 0;
        return new ObjectTree()
                .put("name", flow.source() + "->" + flow.destination())
                .put("sourceid", flow.source())
                .put("destinationid", flow.destination())
                .put("bandwidthrequired", bandwidthByFlow.getOrDefault(flow, ScalarValue.number(flow.bandwidthBps())))
                .put("latency", millis)
                .value();
    }
}
