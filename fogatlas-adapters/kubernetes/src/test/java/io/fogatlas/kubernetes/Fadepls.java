package io.fogatlas.kubernetes;

import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.manifests.ManifestReader;
import io.fogatlas.manifests.Manifests;
import io.fogatlas.manifests.Source;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.orchestration.Deployable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** FADepls to test with, and placements of them that need no algorithm. */
final class Fadepls {
    static final String REGIONS = """
            {apiVersion: fogatlas.fbk.eu/v1alpha1, kind: Region, metadata: {name: cloud},
             spec: {id: 001-001, name: cloud, location: "46,11", tier: 0, type: nodes, cpumodel: x, cpu2mips: 50000}}
            ---
            {apiVersion: fogatlas.fbk.eu/v1alpha1, kind: Region, metadata: {name: trento},
             spec: {id: 002-002, name: trento, location: "46,11", tier: 1, type: nodes, cpumodel: x, cpu2mips: 30000}}
            ---
            {apiVersion: fogatlas.fbk.eu/v1alpha1, kind: Region, metadata: {name: povo},
             spec: {id: 003-003, name: povo, location: "46,11", tier: 2, type: nodes, cpumodel: x, cpu2mips: 5000}}
            ---
            {apiVersion: fogatlas.fbk.eu/v1alpha1, kind: Link, metadata: {name: link3},
             spec: {id: link3, endpointa: 003-003, endpointb: 002-002, bandwidth: 100M, latency: 10, status: up}}
            ---
            """;

    private Fadepls() {}

    /**
     * An FADepl of microservices that do nothing.
     *
     * @param microservices each as {@code driver busybox:1 003-003:2,001-001:1}: its name, image, and replicas by region
     */
    static String app(String namespace, String name, String... microservices) {
        return """
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: FADepl
                metadata: {name: %s, namespace: %s}
                spec:
                  algorithm: Silly
                  externalendpoints: []
                  microservices:
                %s
                """.formatted(
                        name,
                        namespace,
                        Stream.of(microservices).map(Fadepls::microservice).collect(Collectors.joining()));
    }

    private static String microservice(String text) {
        String[] parts = text.split(" ", -1);
        String regions = Stream.of(parts[2].split(",", -1))
                .map(region -> region.split(":", -1))
                .map(region -> "{regionrequired: " + region[0] + ", replicas: " + region[1] + "}")
                .collect(Collectors.joining(", "));
        return """
                  - name: %1$s
                    regions: [%3$s]
                    deployment:
                      apiVersion: apps/v1
                      kind: Deployment
                      metadata: {name: %1$s}
                      spec:
                        selector: {matchLabels: {app: %1$s}}
                        template:
                          metadata: {labels: {app: %1$s}}
                          spec:
                            containers: [{name: main, image: "%2$s", resources: {requests: {cpu: 100m, memory: 64Mi}}}]
                """.formatted(parts[0], parts[1], regions);
    }

    /** Many microservices of one replica each. */
    static String[] microservices(int count, String region) {
        return IntStream.range(0, count)
                .mapToObj(i -> "m" + i + " busybox:1 " + region + ":1")
                .toArray(String[]::new);
    }

    static Manifests read(String yaml) {
        return new ManifestReader()
                .read(List.of(Source.of("test", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))));
    }

    static ApplicationManifest manifest(String fadepl) {
        return read(REGIONS + fadepl).applications().get(0);
    }

    /** Places every microservice in the regions that it asks for. */
    static Deployable placed(String fadepl) {
        return placed(fadepl, List.of());
    }

    /** Places every microservice in the regions that it asks for, with routes. */
    static Deployable placed(String fadepl, List<Route> routes) {
        Manifests manifests = read(REGIONS + fadepl);
        Application application = manifests.applications().get(0).application();
        Map<String, List<Assignment>> assignments = new HashMap<>();
        for (Microservice microservice : application.microservices()) {
            assignments.put(
                    microservice.name(),
                    microservice.demands().stream()
                            .map(demand -> new Assignment(demand.region().orElseThrow(), demand.replicas(), Map.of()))
                            .toList());
        }
        return new Deployable(manifests.infrastructure(), application, new Placement(assignments, routes));
    }
}
