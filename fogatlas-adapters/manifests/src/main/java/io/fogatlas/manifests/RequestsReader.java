package io.fogatlas.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fogatlas.model.Resources;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Works out what one replica takes of its node, as Kubernetes does: the larger of the sum over its containers and of what each init
 * container takes while it runs; sidecars (init containers that are always restarted) count for both; the overhead comes on top. What a
 * container limits without requesting it counts as requested.
 */
final class RequestsReader {
    private final KubernetesObject<?> object;
    private final Object[] path;

    /**
     * Prepares to read.
     *
     * @param object takes what is wrong
     * @param path where the Pod's spec is in the object
     */
    RequestsReader(KubernetesObject<?> object, Object... path) {
        this.object = object;
        this.path = path.clone();
    }

    Resources read(PodSpec spec) {
        Map<String, Long> running = Map.of();
        for (int i = 0; i < spec.getContainers().size(); i++) {
            running = ResourceAmounts.sum(running, requests(spec.getContainers().get(i), "containers", i));
        }
        Map<String, Long> sidecars = Map.of();
        Map<String, Long> starting = Map.of();
        List<Container> init = spec.getInitContainers() == null ? List.of() : spec.getInitContainers();
        for (int i = 0; i < init.size(); i++) {
            Map<String, Long> own = requests(init.get(i), "initContainers", i);
            if ("Always".equals(init.get(i).getRestartPolicy())) {
                running = ResourceAmounts.sum(running, own);
                sidecars = ResourceAmounts.sum(sidecars, own);
                starting = ResourceAmounts.max(starting, sidecars);
            } else {
                starting = ResourceAmounts.max(starting, ResourceAmounts.sum(own, sidecars));
            }
        }
        Map<String, Long> containers = new LinkedHashMap<>(ResourceAmounts.max(running, starting));
        containers.putAll(requests(spec.getResources(), "resources"));
        return ResourceAmounts.resources(ResourceAmounts.sum(containers, amounts(spec.getOverhead(), "overhead")), 1);
    }

    private Map<String, Long> requests(Container container, String key, int index) {
        return requests(container.getResources(), key, index, "resources");
    }

    private Map<String, Long> requests(@Nullable ResourceRequirements resources, Object... where) {
        if (resources == null) {
            return Map.of();
        }
        Map<String, Long> amounts = new LinkedHashMap<>(amounts(resources.getLimits(), join(where, "limits")));
        amounts.putAll(amounts(resources.getRequests(), join(where, "requests")));
        return amounts;
    }

    private Map<String, Long> amounts(@Nullable Map<String, Quantity> quantities, Object... where) {
        return quantities == null
                ? Map.of()
                : ResourceAmounts.of(
                        quantities,
                        RoundingMode.CEILING,
                        (resource, text) -> object.problem(text, join(join(path, where), resource)));
    }

    private static Object[] join(Object[] start, Object... end) {
        List<Object> all = new ArrayList<>(List.of(start));
        all.addAll(List.of(end));
        return all.toArray();
    }
}
