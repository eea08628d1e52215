package io.fogatlas.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the fields of a Deployment that nobody has looked at, so that none is dropped in silence.
 *
 * <p>A field is known if its path is listed here; what is below a listed path is known as well. Some paths are listed since they have a
 * meaning for Kubernetes only, or for the placement, which has been decided already.
 */
final class Leftovers {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What is carried out or was decided before. {@code []} stands for every item of a list. */
    private static final Set<String> KNOWN = Set.of(
            "replicas",
            "selector",
            "strategy.type",
            "revisionHistoryLimit",
            "progressDeadlineSeconds",
            "template.metadata.labels",
            "template.metadata.name",
            "template.metadata.namespace",
            "template.spec.restartPolicy",
            "template.spec.terminationGracePeriodSeconds",
            "template.spec.nodeSelector",
            "template.spec.nodeName",
            "template.spec.affinity",
            "template.spec.tolerations",
            "template.spec.topologySpreadConstraints",
            "template.spec.hostAliases",
            "template.spec.securityContext.runAsUser",
            "template.spec.securityContext.runAsGroup",
            "template.spec.securityContext.runAsNonRoot",
            "template.spec.securityContext.seccompProfile",
            "template.spec.hostNetwork",
            "template.spec.hostPID",
            "template.spec.hostIPC",
            "template.spec.automountServiceAccountToken",
            "template.spec.enableServiceLinks",
            "template.spec.volumes[].name",
            "template.spec.volumes[].emptyDir",
            "template.spec.volumes[].hostPath");

    /** What is carried out of each container. */
    private static final Set<String> KNOWN_OF_CONTAINERS = Set.of(
            "name",
            "image",
            "imagePullPolicy",
            "command",
            "args",
            "workingDir",
            "stdin",
            "tty",
            "env[].name",
            "env[].value",
            "ports[].name",
            "ports[].containerPort",
            "ports[].protocol",
            "ports[].hostPort",
            "ports[].hostIP",
            "resources.limits.cpu",
            "resources.limits.memory",
            "resources.requests.cpu",
            "resources.requests.memory",
            "volumeMounts[].name",
            "volumeMounts[].mountPath",
            "volumeMounts[].readOnly",
            "securityContext.runAsUser",
            "securityContext.runAsGroup",
            "securityContext.runAsNonRoot",
            "securityContext.readOnlyRootFilesystem",
            "securityContext.allowPrivilegeEscalation",
            "securityContext.privileged",
            "securityContext.capabilities",
            "securityContext.seccompProfile");

    private final Set<String> known = new TreeSet<>(KNOWN);
    private final List<String> found = new ArrayList<>();

    private Leftovers(Set<String> probes) {
        for (String field : KNOWN_OF_CONTAINERS) {
            known.add("template.spec.containers[]." + field);
        }
        for (String probe : probes) {
            known.add("template.spec." + probe);
        }
    }

    /**
     * Finds what is left.
     *
     * @param deployment what is looked at
     * @param probes the probes that are carried out, such as {@code containers[].livenessProbe}
     * @return the paths from the Deployment's spec on, with names for the items of lists
     */
    static List<String> of(Deployment deployment, Set<String> probes) {
        Leftovers leftovers = new Leftovers(probes);
        JsonNode spec = MAPPER.valueToTree(deployment.getSpec());
        leftovers.walk(spec, "", "");
        return List.copyOf(leftovers.found);
    }

    private void walk(JsonNode node, String path, String shown) {
        boolean nothing = node.isNull() || (node.isContainerNode() && node.isEmpty());
        if (nothing || known.contains(path) || isDefault(path, node)) {
            return;
        }
        boolean descends = known.stream().anyMatch(each -> isBelow(each, path));
        if (!descends) {
            found.add(shown);
            return;
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                JsonNode item = node.get(i);
                String name = item.path("name").asText(Integer.toString(i));
                walk(item, path + "[]", shown + "[" + name + "]");
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String dot = path.isEmpty() ? "" : ".";
                walk(field.getValue(), path + dot + field.getKey(), shown + dot + field.getKey());
            }
        } else {
            found.add(shown);
        }
    }

    private static boolean isBelow(String known, String path) {
        return path.isEmpty()
                || (known.startsWith(path)
                        && (known.charAt(path.length()) == '.' || known.charAt(path.length()) == '['));
    }

    /** What Kubernetes fills in by itself and means nothing special. */
    private static boolean isDefault(String path, JsonNode node) {
        return switch (path) {
            case "template.spec.dnsPolicy" -> node.asText().equals("ClusterFirst");
            case "template.spec.schedulerName" -> node.asText().equals("default-scheduler");
            case "template.spec.serviceAccountName", "template.spec.serviceAccount" ->
                node.asText().equals("default");
            case "minReadySeconds" -> node.asInt(-1) == 0;
            case "template.spec.containers[].terminationMessagePath" ->
                node.asText().equals("/dev/termination-log");
            case "template.spec.containers[].terminationMessagePolicy" ->
                node.asText().equals("File");
            case "strategy.rollingUpdate" -> isDefaultRollout(node);
            default -> false;
        };
    }

    private static boolean isDefaultRollout(JsonNode node) {
        return node.path("maxSurge").asText("25%").equals("25%")
                && node.path("maxUnavailable").asText("25%").equals("25%");
    }
}
