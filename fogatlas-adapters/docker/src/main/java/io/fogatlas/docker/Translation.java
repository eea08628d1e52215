package io.fogatlas.docker;

import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes containers of a Pod template; what has no equal in Docker becomes a finding. */
final class Translation {
    /** How long Kubernetes lets a container end by itself unless the Pod says otherwise, in seconds. */
    private static final int GRACE_SECONDS = 30;

    private final Microservice microservice;
    private final Deployment deployment;
    private final Findings findings;

    /**
     * Prepares to translate.
     *
     * @param microservice what the Deployment is of
     * @param deployment the Deployment as it was written
     * @param findings takes what cannot be translated
     */
    Translation(Microservice microservice, Deployment deployment, Findings findings) {
        this.microservice = microservice;
        this.deployment = deployment;
        this.findings = findings;
    }

    /**
     * Says what runs in a region.
     *
     * @param region the region
     * @param assignment how many replicas there are
     * @param image what runs there in place of the template's image
     */
    WorkloadSpec in(Region region, Assignment assignment, Optional<String> image) {
        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
        refuseTheMachine(pod);
        PodVolumes volumes = new PodVolumes(microservice.name(), pod, findings);
        ContainerTranslation translation =
                new ContainerTranslation(microservice.name(), pod, volumes, findings, overriding(pod, image));
        List<ContainerSpec> containers = new ArrayList<>();
        List<Long> shares = CpuShares.of(microservice, pod, region);
        for (int i = 0; i < pod.getContainers().size(); i++) {
            containers.add(translation.of(pod.getContainers().get(i), shares.get(i)));
        }
        if (containers.size() > 1) {
            findings.note(
                    microservice.name(),
                    "its containers share the network of the first one; if that restarts, the others lose it until"
                            + " they restart too");
        }
        Leftovers.of(deployment, translation.probes())
                .forEach(path -> findings.note(microservice.name(), "deployment.spec." + path + " has no equal"));
        WorkloadSpec workload = new WorkloadSpec(
                microservice.name(),
                region.id(),
                assignment.replicas(),
                containers,
                labels(),
                hosts(pod),
                grace(pod),
                restart(pod),
                recreates());
        refuseSharedPorts(workload);
        return workload;
    }

    private Optional<String> overriding(PodSpec pod, Optional<String> image) {
        if (image.isPresent() && pod.getContainers().size() > 1) {
            findings.note(
                    microservice.name(),
                    "the image given for a region is left out, since there are several containers");
            return Optional.empty();
        }
        return image;
    }

    private void refuseTheMachine(PodSpec pod) {
        Map<String, Boolean> wanted = new TreeMap<>();
        wanted.put("hostNetwork", Boolean.TRUE.equals(pod.getHostNetwork()));
        wanted.put("hostPID", Boolean.TRUE.equals(pod.getHostPID()));
        wanted.put("hostIPC", Boolean.TRUE.equals(pod.getHostIPC()));
        wanted.forEach((field, is) -> {
            if (is) {
                findings.refuse(
                        microservice.name(),
                        field + ": true would open the engine's machine to the container, which is never done");
            }
        });
    }

    private void refuseSharedPorts(WorkloadSpec workload) {
        if (workload.replicas() > 1 && !workload.hostPorts().isEmpty()) {
            findings.refuse(
                    microservice.name(),
                    workload.replicas() + " replicas in region '" + workload.region() + "' cannot all have "
                            + String.join(", ", workload.hostPorts())
                            + " of one machine; drop hostPort, or spread them over regions");
        }
        Set<String> once = new HashSet<>();
        for (ContainerSpec.Port port : workload.ports()) {
            if (port.hostPort() > 0 && !once.add(port.hostIp() + " " + port.hostPort() + "/" + port.protocol())) {
                findings.refuse(microservice.name(), "hostPort " + port.hostPort() + " is there twice");
            }
        }
    }

    private Map<String, String> labels() {
        var metadata = deployment.getSpec().getTemplate().getMetadata();
        return metadata == null || metadata.getLabels() == null
                ? Map.of()
                : Labels.checked(metadata.getLabels(), text -> findings.refuse(microservice.name(), text));
    }

    private List<String> hosts(PodSpec pod) {
        List<String> hosts = new ArrayList<>();
        List<HostAlias> aliases = pod.getHostAliases() == null ? List.of() : pod.getHostAliases();
        for (HostAlias alias : aliases) {
            for (String name : alias.getHostnames()) {
                if (alias.getIp() == null || !Patterns.isAddress(alias.getIp()) || !Patterns.isHostName(name)) {
                    findings.refuse(
                            microservice.name(),
                            "the hostAlias '" + name + "' with the address '" + alias.getIp() + "' is none");
                } else {
                    hosts.add(name + ":" + alias.getIp());
                }
            }
        }
        return hosts;
    }

    private static int grace(PodSpec pod) {
        Long seconds = pod.getTerminationGracePeriodSeconds();
        return seconds == null ? GRACE_SECONDS : (int) Math.max(0, Math.min(seconds, 3600));
    }

    private static String restart(PodSpec pod) {
        String policy = pod.getRestartPolicy() == null ? "Always" : pod.getRestartPolicy();
        return switch (policy) {
            case "Never" -> "no";
            case "OnFailure" -> "on-failure";
            default -> "unless-stopped";
        };
    }

    private boolean recreates() {
        var strategy = deployment.getSpec().getStrategy();
        return strategy != null && "Recreate".equals(strategy.getType());
    }
}
