package io.fogatlas.manifests;

import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.PodAffinity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads required affinities between Pods with the region as topology. Preferred ones are wishes, not requirements. */
final class AffinityReader {
    /** The label that Kubernetes itself has for regions. */
    static final String KUBERNETES_REGION = "topology.kubernetes.io/region";

    private final String regionLabel;
    private final Map<String, String> labels;
    private final Notes notes;
    private final Origin origin;
    private final Consumer<String> problem;

    /**
     * Prepares to read.
     *
     * @param regionLabel the label by which nodes say their region
     * @param labels the labels of the Pod that the affinities belong to
     * @param notes takes warnings
     * @param origin where the Pod was read
     * @param problem takes what is wrong
     */
    AffinityReader(
            String regionLabel, Map<String, String> labels, Notes notes, Origin origin, Consumer<String> problem) {
        this.regionLabel = regionLabel;
        this.labels = labels;
        this.notes = notes;
        this.origin = origin;
        this.problem = problem;
    }

    List<PodAffinity> affinities(PodSpec spec) {
        var affinity = spec.getAffinity() == null ? null : spec.getAffinity().getPodAffinity();
        return affinity == null
                ? List.of()
                : read(affinity.getRequiredDuringSchedulingIgnoredDuringExecution(), "podAffinity");
    }

    List<PodAffinity> antiAffinities(PodSpec spec) {
        var affinity = spec.getAffinity() == null ? null : spec.getAffinity().getPodAntiAffinity();
        return affinity == null
                ? List.of()
                : read(affinity.getRequiredDuringSchedulingIgnoredDuringExecution(), "podAntiAffinity");
    }

    /** Warns of a spread over regions that Kubernetes would insist on. */
    void warnOfSpread(PodSpec spec) {
        for (var spread : spec.getTopologySpreadConstraints()) {
            if ("DoNotSchedule".equals(spread.getWhenUnsatisfiable()) && isRegion(spread.getTopologyKey())) {
                notes.count(
                        "topologySpreadConstraints",
                        origin,
                        count -> "topologySpreadConstraints over regions are not honoured; use spreadOver in the"
                                + " annotation " + PlacementAnnotation.KEY + Counts.more(count, "Pod template"));
            }
        }
    }

    private boolean isRegion(@Nullable String topologyKey) {
        return regionLabel.equals(topologyKey) || KUBERNETES_REGION.equals(topologyKey);
    }

    private List<PodAffinity> read(List<PodAffinityTerm> terms, String name) {
        List<PodAffinity> read = new ArrayList<>();
        for (PodAffinityTerm term : terms) {
            String topology = term.getTopologyKey();
            if (topology == null || topology.isEmpty()) {
                problem.accept("requires a " + name + " without topologyKey");
            } else if (isRegion(topology)) {
                read(term, name).ifPresent(read::add);
            } else {
                notes.count(
                        "topology " + topology,
                        origin,
                        count -> name + " with the topologyKey '" + topology
                                + "' is honoured by Kubernetes' scheduler, not by the placement on regions"
                                + Counts.more(count, "Pod template"));
            }
        }
        return read;
    }

    private Optional<PodAffinity> read(PodAffinityTerm term, String name) {
        if (term.getLabelSelector() == null) {
            if (name.equals("podAffinity")) {
                problem.accept(
                        "requires a podAffinity without labelSelector, which selects no Pod, so that none can start");
            }
            return Optional.empty();
        }
        SelectorReader selectors = new SelectorReader(problem, key -> key);
        List<LabelExpression> expressions =
                new ArrayList<>(selectors.ofPods(term.getLabelSelector()).expressions());
        expressions.addAll(own(term.getMatchLabelKeys(), LabelExpression.Operator.IN));
        expressions.addAll(own(term.getMismatchLabelKeys(), LabelExpression.Operator.NOT_IN));
        boolean all = false;
        if (term.getNamespaceSelector() != null) {
            LabelSelector namespaces = selectors.ofPods(term.getNamespaceSelector());
            all = namespaces.expressions().isEmpty();
            if (!all) {
                problem.accept("requires a " + name + " that selects namespaces by labels, which are not known;"
                        + " name the namespaces");
            }
        }
        List<String> named = term.getNamespaces() == null ? List.of() : term.getNamespaces();
        return Optional.of(new PodAffinity(new LabelSelector(expressions), new HashSet<>(named), all));
    }

    /** The conditions that other Pods have the same, or not the same, values of some labels as this one. */
    private List<LabelExpression> own(@Nullable List<String> keys, LabelExpression.Operator operator) {
        return keys == null
                ? List.of()
                : keys.stream()
                        .filter(labels::containsKey)
                        .map(key -> new LabelExpression(key, operator, List.of(labels.getOrDefault(key, ""))))
                        .toList();
    }
}
