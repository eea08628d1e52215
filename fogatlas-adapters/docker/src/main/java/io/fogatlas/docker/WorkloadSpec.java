package io.fogatlas.docker;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A microservice in one region: what each of its replicas is to be.
 *
 * @param microservice its name
 * @param region the region's id
 * @param replicas how many there are to be
 * @param containers what a replica is made of; the first one holds the network that the others share
 * @param labels the labels of the Pod template
 * @param hosts further names of hosts, each with its address
 * @param stopSeconds how long a container has to end by itself
 * @param restart the restart policy, as Docker names it
 * @param stopsFirst whether old replicas must end before new ones start
 */
record WorkloadSpec(
        String microservice,
        String region,
        int replicas,
        List<ContainerSpec> containers,
        Map<String, String> labels,
        List<String> hosts,
        int stopSeconds,
        String restart,
        boolean stopsFirst) {
    WorkloadSpec {
        containers = List.copyOf(containers);
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        hosts = List.copyOf(hosts);
    }

    /** The ports of the engine's machine that one replica takes, such as {@code 8080/tcp}. */
    Set<String> hostPorts() {
        Set<String> ports = new TreeSet<>();
        for (ContainerSpec container : containers) {
            for (ContainerSpec.Port port : container.ports()) {
                if (port.hostPort() > 0) {
                    ports.add(port.hostPort() + "/" + port.protocol());
                }
            }
        }
        return ports;
    }

    /** What of a container's Pod has to be published by the first container, since it holds the network. */
    List<ContainerSpec.Port> ports() {
        return containers.stream()
                .flatMap(container -> container.ports().stream())
                .distinct()
                .toList();
    }

    /** Identifies what a replica is to be: two that have the same are interchangeable. */
    String fingerprint() {
        return Names.hash(ComposeService.canonical(this), 16);
    }
}
