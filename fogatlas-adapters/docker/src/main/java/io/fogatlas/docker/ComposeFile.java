package io.fogatlas.docker;

import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.YamlText;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes what an application runs in one region as a Compose file. */
final class ComposeFile {
    private final ObjectTree services = new ObjectTree();
    private final ObjectTree volumes = new ObjectTree();
    private final Set<String> names = new HashSet<>();

    private ComposeFile() {}

    /** The first line, by which a file is known as this application's. */
    static String heading(ApplicationId application) {
        return "# " + Names.application(application) + ", written by fogatlas; changes here will be lost";
    }

    /**
     * Writes one file.
     *
     * @param application the application
     * @param workloads its microservices in the region
     */
    static String of(ApplicationId application, List<WorkloadSpec> workloads) {
        ComposeFile file = new ComposeFile();
        workloads.forEach(file::add);
        ObjectTree tree = new ObjectTree().put("services", file.services).putUnlessEmpty("volumes", file.volumes);
        return heading(application) + "\n" + YamlText.of(ComposeService.literal(tree.value()));
    }

    private void add(WorkloadSpec workload) {
        String name = Names.alias(workload.microservice());
        if (!sharesVolumes(workload)) {
            ObjectTree service = ComposeService.tree(workload, 0, mounted -> ComposeService.mount(mounted, ""));
            pull(service, workload.containers().get(0));
            if (workload.replicas() > 1) {
                service.put("scale", workload.replicas());
            }
            put(name, service);
            return;
        }
        for (int replica = 1; replica <= workload.replicas(); replica++) {
            String first = workload.replicas() == 1 ? name : name + "-" + replica;
            addReplica(workload, name, first);
        }
    }

    private void addReplica(WorkloadSpec workload, String alias, String first) {
        for (int i = 0; i < workload.containers().size(); i++) {
            ContainerSpec container = workload.containers().get(i);
            ObjectTree service = ComposeService.tree(workload, i, mounted -> {
                String source = first + "-" + Names.part(mounted.volume());
                if (!mounted.inMemory()) {
                    volumes.put(source, new ObjectTree());
                }
                return ComposeService.mount(mounted, source);
            });
            pull(service, container);
            if (i > 0) {
                service.put("network_mode", "service:" + first);
            } else if (!first.equals(alias)) {
                service.put(
                        "networks",
                        new ObjectTree()
                                .put("default", new ObjectTree().put("aliases", List.of(alias), ScalarValue::text)));
            }
            put(i == 0 ? first : first + "." + Names.part(container.name()), service);
        }
    }

    private void put(String name, ObjectTree service) {
        if (!names.add(name)) {
            throw new DeploymentException("Two microservices would be the service '" + name
                    + "' of one Compose file; give them names that differ by more than upper and lower case.");
        }
        services.put(name, service);
    }

    private static void pull(ObjectTree service, ContainerSpec container) {
        switch (container.pull()) {
            case ALWAYS -> service.put("pull_policy", "always");
            case NEVER -> service.put("pull_policy", "never");
            case IF_MISSING -> {
                // Compose does so anyway.
            }
        }
    }

    /** Whether volumes need names: replicas of one service would share them, so each replica becomes a service. */
    private static boolean sharesVolumes(WorkloadSpec workload) {
        Set<String> once = new HashSet<>();
        return workload.containers().size() > 1
                || workload.containers().get(0).mounts().stream()
                        .anyMatch(mounted -> !mounted.inMemory() && !once.add(mounted.volume()));
    }
}
