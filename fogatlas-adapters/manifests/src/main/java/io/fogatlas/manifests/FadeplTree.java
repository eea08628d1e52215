package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.YamlText;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Makes an FADepl of an application. Serves one application. */
final class FadeplTree {
    private final Application application;
    private final List<ManifestProblem> problems = new ArrayList<>();
    private final ObjectTree rules = new ObjectTree();

    private FadeplTree(Application application) {
        this.application = application;
    }

    static ObjectValue of(Application application, String algorithm) {
        return new FadeplTree(application).make(algorithm);
    }

    private ObjectValue make(String algorithm) {
        ObjectTree spec = new ObjectTree()
                .put("algorithm", algorithm)
                .put("externalendpoints", application.endpoints(), ScalarValue::text)
                .put("microservices", application.microservices(), this::microservice)
                .putUnlessEmpty("dataflows", application.flows(), FadeplTree::flow);
        ObjectTree annotation = new ObjectTree()
                .putUnlessEmpty("chains", application.chains(), chain -> AnnotationTree.chain(chain, this::refuse))
                .putUnlessEmpty("microservices", rules);
        if (!problems.isEmpty()) {
            throw new ManifestException(problems);
        }
        ObjectTree metadata = new ObjectTree()
                .put("name", application.id().name())
                .put("namespace", application.id().namespace());
        ObjectValue placement = annotation.value();
        if (!placement.fields().isEmpty()) {
            metadata.put("annotations", new ObjectTree().put(PlacementAnnotation.KEY, YamlText.of(placement)));
        }
        return ObjectTree.of(ManifestObject.FOGATLAS, "FADepl")
                .put("metadata", metadata)
                .put("spec", spec)
                .value();
    }

    private void refuse(String kind, String name, String text) {
        problems.add(new ManifestProblem("", 0, kind, name, text));
    }

    private static ObjectValue flow(DataFlow flow) {
        return new ObjectTree()
                .put("name", flow.name())
                .put("sourceid", flow.source())
                .put("destinationid", flow.destination())
                .put("bandwidthrequired", WrittenAmounts.quantity(flow.bandwidthBps()))
                .put("latency", WrittenAmounts.thousandths(flow.latencyBoundMicros()))
                .value();
    }

    private ObjectValue microservice(Microservice microservice) {
        String name = microservice.name();
        OptionalInt spread = spread(microservice);
        ObjectTree rule =
                AnnotationTree.rule(microservice.regionConstraints(), text -> refuse("Microservice", name, text));
        if (spread.orElse(1) > 1) {
            rule.put("spreadOver", spread.getAsInt());
        }
        rules.putUnlessEmpty(name, rule);
        ObjectTree tree = new ObjectTree().put("name", name);
        if (microservice.requirements().mips() > 0) {
            tree.put(
                    "mipsrequired",
                    WrittenAmounts.quantity(microservice.requirements().mips()));
        }
        if (spread.isEmpty()) {
            tree.put("regions", microservice.demands(), FadeplTree::demand);
        }
        long replicas = spread.isEmpty() ? 1 : microservice.replicas();
        return tree.put("deployment", deployment(microservice, replicas)).value();
    }

    /**
     * Says over how many regions the replicas are spread, if the number of replicas and this are all there is to say.
     *
     * @return the number of regions; empty if the demands must be listed
     */
    private static OptionalInt spread(Microservice microservice) {
        int regions = microservice.demands().size();
        if (microservice.replicas() > Integer.MAX_VALUE) {
            return OptionalInt.empty();
        }
        Microservice.Builder derived = Microservice.builder(microservice.name())
                .addLabels(labels(microservice))
                .replicas((int) microservice.replicas())
                .spreadOver(regions);
        microservice.antiAffinities().forEach(derived::addAntiAffinity);
        try {
            boolean same = derived.build().demands().equals(microservice.demands());
            return same ? OptionalInt.of(regions) : OptionalInt.empty();
        } catch (InvalidModelException tooMany) {
            return OptionalInt.empty();
        }
    }

    private static ObjectValue demand(RegionDemand demand) {
        ObjectTree tree = new ObjectTree();
        demand.region().ifPresent(region -> tree.put("regionrequired", region));
        tree.put("replicas", demand.replicas());
        demand.image().ifPresent(image -> tree.put("image", image));
        return tree.value();
    }

    /** The labels of the replicas; a Deployment must select its replicas by some. */
    private static Map<String, String> labels(Microservice microservice) {
        return microservice.labels().isEmpty() ? Map.of("app", microservice.name()) : microservice.labels();
    }

    private ObjectTree deployment(Microservice microservice, long replicas) {
        ObjectTree labels = ObjectTree.texts(labels(microservice));
        LabelSelector required = microservice.nodeSelector().required();
        PodTree pod = new PodTree(text -> refuse("Microservice", microservice.name(), text));
        ObjectTree container = new ObjectTree()
                .put(
                        "name",
                        new KubernetesNames(KubernetesNames.MAX_LABEL, "main")
                                .of(microservice.name().replace('.', '-')))
                .put("image", FogAtlasWriter.IMAGE);
        ObjectTree requests =
                WrittenAmounts.resources(microservice.requirements().request(), false);
        container.putUnlessEmpty("resources", new ObjectTree().putUnlessEmpty("requests", requests));
        ObjectTree template = new ObjectTree()
                .put("containers", List.of(container), ObjectTree::value)
                .putUnlessEmpty("nodeSelector", PodTree.nodeSelector(required))
                .putUnlessEmpty("affinity", pod.affinity(microservice))
                .putUnlessEmpty("tolerations", microservice.tolerations(), pod::toleration);
        return ObjectTree.of("apps/v1", "Deployment")
                .put("metadata", new ObjectTree().put("name", microservice.name()))
                .put(
                        "spec",
                        new ObjectTree()
                                .put("replicas", replicas)
                                .put("selector", new ObjectTree().put("matchLabels", labels))
                                .put(
                                        "template",
                                        new ObjectTree()
                                                .put("metadata", new ObjectTree().put("labels", labels))
                                                .put("spec", template)));
    }
}
