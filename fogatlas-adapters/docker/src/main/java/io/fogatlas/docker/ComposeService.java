package io.fogatlas.docker;

import io.fogatlas.manifests.tree.ListValue;
import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.Value;
import io.fogatlas.manifests.tree.YamlText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes a container as a service of a Compose file. */
final class ComposeService {
    private ComposeService() {}

    /** Everything that makes a replica what it is, as one text. */
    static String canonical(WorkloadSpec workload) {
        List<Value> containers = new ArrayList<>();
        for (int i = 0; i < workload.containers().size(); i++) {
            containers.add(tree(workload, i, ComposeService::named).value());
        }
        return YamlText.of(new ListValue(containers, 0));
    }

    private static ObjectValue named(ContainerSpec.Mounted mounted) {
        return mount(mounted, mounted.volume());
    }

    /**
     * Writes a volume.
     *
     * @param mounted the volume
     * @param source the name of the volume; empty for one of the container's own
     */
    static ObjectValue mount(ContainerSpec.Mounted mounted, String source) {
        ObjectTree tree = new ObjectTree().put("type", mounted.inMemory() ? "tmpfs" : "volume");
        if (!source.isEmpty() && !mounted.inMemory()) {
            tree.put("source", source);
        }
        tree.put("target", mounted.path());
        if (mounted.readOnly()) {
            tree.put("read_only", ScalarValue.truth(true));
        }
        if (mounted.inMemory() && mounted.sizeBytes() > 0) {
            tree.put("tmpfs", new ObjectTree().put("size", mounted.sizeBytes()));
        }
        return tree.value();
    }

    /**
     * Starts the service of a container; how it is joined to networks and how many there are is for others to say.
     *
     * @param workload what it is a part of
     * @param position which container
     * @param mount writes its volumes
     */
    static ObjectTree tree(WorkloadSpec workload, int position, Function<ContainerSpec.Mounted, ObjectValue> mount) {
        ContainerSpec container = workload.containers().get(position);
        ObjectTree tree = new ObjectTree()
                .put("image", container.image())
                .putUnlessEmpty("entrypoint", container.entrypoint(), ScalarValue::text)
                .putUnlessEmpty("command", container.arguments(), ScalarValue::text)
                .putUnlessEmpty("environment", ObjectTree.texts(container.environment()));
        putText(tree, "working_dir", container.workingDirectory());
        putText(tree, "user", container.user());
        limits(tree, container.limits());
        if (position == 0) {
            ports(tree, workload.ports());
            tree.putUnlessEmpty("extra_hosts", workload.hosts(), ScalarValue::text);
        }
        tree.putUnlessEmpty("volumes", container.mounts(), mount);
        container.health().ifPresent(health -> tree.put("healthcheck", health(health)));
        rights(tree, container.rights());
        if (container.stdin()) {
            tree.put("stdin_open", ScalarValue.truth(true));
        }
        if (container.tty()) {
            tree.put("tty", ScalarValue.truth(true));
        }
        return tree.put("restart", workload.restart())
                .put("stop_grace_period", workload.stopSeconds() + "s")
                .putUnlessEmpty("labels", ObjectTree.texts(workload.labels()));
    }

    private static void putText(ObjectTree tree, String key, String text) {
        if (!text.isEmpty()) {
            tree.put(key, text);
        }
    }

    private static void limits(ObjectTree tree, ContainerSpec.Limits limits) {
        limits.nanoCpus()
                .ifPresent(nano -> tree.put(
                        "cpus", ScalarValue.number(BigDecimal.valueOf(nano, 9).stripTrailingZeros())));
        limits.cpuShares().ifPresent(shares -> tree.put("cpu_shares", shares));
        limits.memoryBytes().ifPresent(bytes -> tree.put("mem_limit", bytes));
        limits.reservedMemoryBytes().ifPresent(bytes -> tree.put("mem_reservation", bytes));
    }

    private static void ports(ObjectTree tree, List<ContainerSpec.Port> ports) {
        List<String> published = new ArrayList<>();
        List<String> exposed = new ArrayList<>();
        for (ContainerSpec.Port port : ports) {
            String inside = port.number() + "/" + port.protocol();
            if (port.hostPort() == 0) {
                exposed.add(inside);
            } else {
                String ip = port.hostIp().contains(":") ? "[" + port.hostIp() + "]" : port.hostIp();
                published.add((ip.isEmpty() ? "" : ip + ":") + port.hostPort() + ":" + inside);
            }
        }
        tree.putUnlessEmpty("ports", published, ScalarValue::text).putUnlessEmpty("expose", exposed, ScalarValue::text);
    }

    private static ObjectTree health(ContainerSpec.Health health) {
        List<String> test = new ArrayList<>(List.of("CMD"));
        test.addAll(health.command());
        return new ObjectTree()
                .put("test", test, ScalarValue::text)
                .put("interval", health.intervalSeconds() + "s")
                .put("timeout", health.timeoutSeconds() + "s")
                .put("retries", health.retries())
                .put("start_period", health.startSeconds() + "s");
    }

    private static void rights(ObjectTree tree, ContainerSpec.Rights rights) {
        if (rights.readOnlyRoot()) {
            tree.put("read_only", ScalarValue.truth(true));
        }
        if (rights.noNewPrivileges()) {
            tree.put("security_opt", List.of("no-new-privileges:true"), ScalarValue::text);
        }
        tree.putUnlessEmpty("cap_drop", rights.dropped(), ScalarValue::text)
                .putUnlessEmpty("cap_add", rights.added(), ScalarValue::text);
    }

    /** Doubles every dollar sign: Compose would put the value of one of its own variables there. */
    static Value literal(Value value) {
        if (value instanceof ObjectValue object) {
            Map<String, Value> fields = new LinkedHashMap<>();
            object.fields().forEach((key, field) -> fields.put(key, literal(field)));
            return new ObjectValue(fields, 0);
        }
        if (value instanceof ListValue list) {
            return new ListValue(
                    list.items().stream().map(ComposeService::literal).toList(), 0);
        }
        return ScalarValue.textOf(value)
                .filter(text -> text.contains("$"))
                .<Value>map(text -> ScalarValue.text(text.replace("$", "$$")))
                .orElse(value);
    }
}
