package io.fogatlas.manifests;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Requirements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads the microservices of an FADepl. */
final class MicroserviceReader {
    private final String regionLabel;
    private final UnaryOperator<String> nodeLabel;

    /**
     * Prepares to read.
     *
     * @param regionLabel the label by which nodes say their region
     * @param nodeLabel translates the keys of node labels
     */
    MicroserviceReader(String regionLabel, UnaryOperator<String> nodeLabel) {
        this.regionLabel = regionLabel;
        this.nodeLabel = nodeLabel;
    }

    /**
     * A microservice as it was read.
     *
     * @param microservice the microservice; if it is wrong, what is known of it
     * @param ownReplicas the replicas of its Deployment, at least 1
     * @param line where it starts
     */
    record Draft(Microservice microservice, int ownReplicas, int line) {}

    /**
     * Reads one microservice.
     *
     * @return the microservice; empty if it has no name, which is noted
     */
    Optional<Draft> read(Fields fields, Map<String, PlacementAnnotation.Rule> rules) {
        String name = fields.requiredText("name");
        if (name.isBlank()) {
            return Optional.empty();
        }
        if (name.contains(PodReader.REGION_MARK)) {
            fields.problem(
                    "name",
                    "must not contain '" + PodReader.REGION_MARK
                            + "', which separates microservice and region in the names of Deployments");
        }
        Microservice.Builder built = Microservice.builder(name);
        long mips = mips(fields);
        int replicas = 1;
        int containers = 0;
        Optional<KubernetesObject<Deployment>> deployment = fields.optional("deployment")
                .filter(MicroserviceReader::isDeployment)
                .flatMap(embedded -> KubernetesObject.read(embedded, Deployment.class));
        if (deployment.isPresent()) {
            replicas = replicas(deployment.get());
            containers = template(deployment.get(), built, mips, name);
        } else if (fields.object().get("deployment").isEmpty()) {
            fields.problem("deployment", "is missing; give the Deployment of the microservice");
        }
        PlacementAnnotation.Rule rule = rules.getOrDefault(name, PlacementAnnotation.Rule.NONE);
        rule.constraints().forEach(built::addRegionConstraint);
        built.replicas(replicas);
        List<RegionDemand> demands = demands(fields, replicas, containers);
        demands.forEach(built::addDemand);
        if (rule.spreadOver().isPresent()) {
            built.spreadOver(rule.spreadOver().getAsInt());
            if (!demands.isEmpty()) {
                fields.problem(
                        "regions", "are listed one by one, so spreadOver in the annotation has no meaning; drop one");
            }
        }
        Microservice microservice = fields.notes()
                .make(
                        fields.here(),
                        built::build,
                        () -> Microservice.builder(name).build());
        return Optional.of(new Draft(microservice, replicas, fields.object().line()));
    }

    private static long mips(Fields fields) {
        boolean none = fields.quantity("mipsrequired").map(BigDecimal::signum).orElse(0) <= 0;
        return none
                ? 0
                : fields.amount("mipsrequired", false, RoundingMode.CEILING).orElse(0);
    }

    private static boolean isDeployment(Fields embedded) {
        String kind = embedded.text("kind").orElse("Deployment");
        if (!kind.equals("Deployment")) {
            embedded.problem("kind", "is '" + ScalarValue.shown(kind) + "', but FogAtlas runs Deployments only");
        }
        return kind.equals("Deployment");
    }

    private static int replicas(KubernetesObject<Deployment> deployment) {
        DeploymentSpec spec = deployment.model().getSpec();
        Integer replicas = spec == null ? null : spec.getReplicas();
        if (replicas == null) {
            return 1;
        }
        if (replicas < 1) {
            deployment.problem(
                    "must be at least 1, but is " + replicas + "; leave out a microservice that is not to run",
                    "spec",
                    "replicas");
            return 1;
        }
        return replicas;
    }

    /** Reads the Pod template; returns the number of its containers. */
    private int template(KubernetesObject<Deployment> deployment, Microservice.Builder built, long mips, String name) {
        DeploymentSpec spec = deployment.model().getSpec();
        PodTemplateSpec template = spec == null ? null : spec.getTemplate();
        PodSpec pod = template == null ? null : template.getSpec();
        if (template == null || pod == null || pod.getContainers().isEmpty()) {
            deployment.problem("must have at least one container", "spec", "template", "spec", "containers");
            return 0;
        }
        Fields fields = deployment.fields();
        Origin here = fields.here();
        Map<String, String> labels =
                template.getMetadata() == null || template.getMetadata().getLabels() == null
                        ? Map.of()
                        : template.getMetadata().getLabels();
        if (mips > 0 && pod.getContainers().size() > 1) {
            fields.notes()
                    .warning(
                            here,
                            "microservice '" + name + "' has several containers, for which FogAtlas drops mipsrequired;"
                                    + " here it counts for the whole replica");
        }
        AffinityReader affinities = new AffinityReader(
                regionLabel,
                labels,
                fields.notes(),
                here,
                text -> deployment.problem(text, "spec", "template", "spec", "affinity"));
        affinities.affinities(pod).forEach(built::addAffinity);
        affinities.antiAffinities(pod).forEach(built::addAntiAffinity);
        affinities.warnOfSpread(pod);
        SelectorReader selectors = new SelectorReader(
                text -> deployment.problem(text, "spec", "template", "spec", "affinity", "nodeAffinity"), nodeLabel);
        built.requirements(new Requirements(mips, new RequestsReader(deployment, "spec", "template", "spec").read(pod)))
                .addLabels(labels)
                .nodeSelector(selectors.ofNodes(pod))
                .addTolerations(TolerationReader.read(deployment, pod));
        return pod.getContainers().size();
    }

    private static List<RegionDemand> demands(Fields fields, int ownReplicas, int containers) {
        List<RegionDemand> demands = new ArrayList<>();
        for (Fields entry : fields.list("regions")) {
            int replicas = (int) entry.whole("replicas", 0, Integer.MAX_VALUE).orElse(0);
            Optional<String> image = entry.text("image").filter(text -> !text.isBlank());
            Optional<String> region = entry.text("regionrequired").filter(text -> !text.isBlank());
            if (image.isPresent() && containers > 1) {
                fields.notes()
                        .warning(
                                entry.here(),
                                entry.path() + "image is ignored by FogAtlas, since there are several containers");
            }
            demands.add(new RegionDemand(region, replicas > 0 ? replicas : ownReplicas, image));
        }
        return demands;
    }
}
