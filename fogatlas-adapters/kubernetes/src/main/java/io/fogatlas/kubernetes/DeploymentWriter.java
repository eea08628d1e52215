package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.manifests.FadeplWriter;
import io.fogatlas.manifests.ManifestException;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.orchestration.Deployable;
import io.fogatlas.orchestration.DeploymentException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the Deployments that carry out a placement, as FogAtlas's controller does: the embedded Deployment of the microservice, once for
 * each of its regions, with that region in the name and the node selector, the replicas and the image that are decided, and the CPU that
 * the MIPS are there, rounded up. Everything else of the Pod template stays as it was written.
 */
final class DeploymentWriter {
    private final ApplicationManifest manifest;
    private final Deployable deployable;
    private final JsonNode status;
    private final String regionLabel;
    private final List<WantedDeployment> wanted = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private DeploymentWriter(ApplicationManifest manifest, Deployable deployable, JsonNode status, String regionLabel) {
        this.manifest = manifest;
        this.deployable = deployable;
        this.status = status;
        this.regionLabel = regionLabel;
    }

    /**
     * Makes the Deployments, in the order of the microservices.
     *
     * @param status the status that follows from the placement
     * @throws DeploymentException with everything that Kubernetes could not take
     */
    static List<WantedDeployment> write(
            ApplicationManifest manifest, Deployable deployable, JsonNode status, String regionLabel) {
        return new DeploymentWriter(manifest, deployable, status, regionLabel).write();
    }

    private List<WantedDeployment> write() {
        Map<String, ObjectNode> templates = new HashMap<>();
        for (JsonNode microservice : Trees.of(manifest.tree()).path("spec").path("microservices")) {
            if (microservice.get("deployment") instanceof ObjectNode template) {
                templates.put(microservice.path("name").asText(), template);
            }
        }
        for (JsonNode placed : status.path("placements")) {
            String name = placed.path("microservice").asText();
            ObjectNode template = templates.get(name);
            for (JsonNode region : placed.path("regions")) {
                if (template != null) {
                    wanted.add(deployment(name, template, region));
                }
            }
        }
        long assignments = deployable.placement().assignments().values().stream()
                .mapToLong(List::size)
                .sum();
        if (wanted.size() != assignments) {
            throw new IllegalArgumentException(
                    "The placement of '%s' has %d assignments, but %d of them are what is asked for."
                            .formatted(deployable.application().id(), assignments, wanted.size()));
        }
        if (!problems.isEmpty()) {
            throw new DeploymentException("FADepl '" + deployable.application().id() + "' cannot be carried out: "
                    + String.join("\n  ", problems));
        }
        return List.copyOf(wanted);
    }

    /**
     * Makes the status that follows from a placement.
     *
     * @throws DeploymentException if the FADepl cannot hold it
     */
    static ObjectNode status(ApplicationManifest manifest, Deployable deployable) {
        try {
            return Trees.of(FadeplWriter.status(manifest, deployable.infrastructure(), deployable.placement()));
        } catch (ManifestException refused) {
            throw new DeploymentException(String.valueOf(refused.getMessage()), refused);
        }
    }

    private WantedDeployment deployment(String microservice, ObjectNode template, JsonNode decided) {
        String region = decided.path("regionselected").asText();
        String name = WantedDeployment.name(microservice, region);
        if (!LabelValues.isValue(region)) {
            problems.add("the region '" + region + "' cannot be the value of a label: at most " + LabelValues.LONGEST
                    + " letters, digits, '-', '_' and '.'; give the Region another id");
        }
        if (!LabelValues.isName(name)) {
            problems.add("'" + name + "' cannot be the name of a Deployment: at most " + LabelValues.LONGEST_NAME
                    + " lower case letters, digits, '-' and '.'; rename the microservice or the Region");
        }
        ObjectNode object = Trees.empty().put("apiVersion", "apps/v1").put("kind", "Deployment");
        ObjectNode metadata = object.putObject("metadata");
        metadata.put("name", name)
                .put("namespace", deployable.application().id().namespace());
        for (String kept : List.of("labels", "annotations")) {
            if (template.path("metadata").get(kept) instanceof ObjectNode texts) {
                metadata.set(kept, texts.deepCopy());
            }
        }
        object.set("spec", template.path("spec").deepCopy());
        ObjectNode spec = Trees.inner(object, "spec");
        spec.put("replicas", decided.path("replicas").asInt());
        ObjectNode pod = Trees.inner(Trees.inner(spec, "template"), "spec");
        Trees.inner(pod, "nodeSelector").put(regionLabel, region);
        List<ObjectNode> containers = Trees.items(pod.path("containers")).stream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
        if (decided.hasNonNull("image") && containers.size() == 1) {
            containers.get(0).put("image", decided.path("image").asText());
        }
        requestCpu(microservice, region, containers);
        return new WantedDeployment(microservice, region, object);
    }

    private void requestCpu(String microservice, String region, List<ObjectNode> containers) {
        Microservice of = deployable.application().microservice(microservice).orElseThrow();
        if (of.requirements().mips() > 0) {
            long millis = of.requirements()
                    .cpuMillisIn(deployable.infrastructure().region(region).orElseThrow());
            CpuRequests.set(containers, millis)
                    .ifPresent(problem -> problems.add("microservice '" + microservice + "' in region '" + region
                            + "': its " + of.requirements().mips() + " MIPS are " + millis + "m CPU there, but "
                            + problem));
        }
    }
}
