package io.fogatlas.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/** FogAtlas objects as text, for tests to put together. Each starts a document of its own. */
final class Objects {
    private Objects() {}

    /** Two regions, cloud and edge, joined by a link of 10 Mbit/s and 10 ms, with a camera in edge. */
    static final String EDGE_AND_CLOUD =
            region("cloud", 0) + region("edge", 1) + link("link", "cloud", "edge", "10M") + endpoint("camera", "edge");

    static String region(String id, int tier) {
        return """
                ---
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: Region
                metadata: { name: %1$s }
                spec: { id: %1$s, name: %1$s, location: "46.1,11.1", tier: %2$d, type: nodes, cpumodel: x, cpu2mips: 10000 }
                """.formatted(id, tier);
    }

    static String link(String id, String from, String to, String bandwidth) {
        return """
                ---
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: Link
                metadata: { name: %1$s }
                spec: { id: %1$s, endpointa: %2$s, endpointb: %3$s, bandwidth: %4$s, latency: 10, status: up }
                """.formatted(id, from, to, bandwidth);
    }

    static String endpoint(String id, String region) {
        return """
                ---
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: ExternalEndpoint
                metadata: { name: %1$s }
                spec: { id: %1$s, name: %1$s, type: camera, ipaddress: 10.0.0.1, location: "46.1,11.1", regionid: %2$s }
                """.formatted(id, region);
    }

    static String node(String name, String label, String region, String cpu) {
        return """
                ---
                apiVersion: v1
                kind: Node
                metadata: { name: %s, labels: { %s: %s } }
                status:
                  allocatable: { cpu: %s, memory: 1Gi, pods: "10" }
                  conditions: [{ type: Ready, status: "True" }]
                """.formatted(name, label, region, cpu);
    }

    /** An application that takes the camera's 6 Mbit/s. */
    static String fadepl(String name, String algorithm, String... microservices) {
        return """
                ---
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: FADepl
                metadata: { name: %s }
                spec:
                  algorithm: %s
                  externalendpoints: [camera]
                  microservices:
                %s  dataflows:
                  - { name: video, sourceid: camera, destinationid: detector, bandwidthrequired: 6M, latency: 50 }
                """.formatted(name, algorithm, Arrays.stream(microservices).collect(Collectors.joining()));
    }

    static String detector() {
        return microservice("detector", "");
    }

    static String detectorIn(String region) {
        return microservice("detector", "    regions: [{ regionrequired: " + region + " }]\n");
    }

    private static String microservice(String name, String regions) {
        return """
                  - name: %1$s
                %2$s    deployment:
                      apiVersion: apps/v1
                      kind: Deployment
                      metadata: { name: %1$s }
                      spec:
                        replicas: 1
                        selector: { matchLabels: { app: %1$s } }
                        template:
                          metadata: { labels: { app: %1$s } }
                          spec:
                            containers:
                            - { name: main, image: "example:1", resources: { requests: { cpu: 500m, memory: 100Mi } } }
                """.formatted(name, regions);
    }
}
