package io.fogatlas.docker;

import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.manifests.ManifestReader;
import io.fogatlas.manifests.Source;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.orchestration.Deployable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An application in the regions {@code cloud} and {@code edge}, as an FADepl, and where its microservices are to run. */
final class Shop {
    private static final String REGIONS = """
            apiVersion: fogatlas.fbk.eu/v1alpha1
            kind: Region
            metadata: {name: cloud}
            spec: {id: cloud, name: cloud, location: "46.1,11.0", tier: 0, cpumodel: i7, cpu2mips: 50000}
            ---
            apiVersion: fogatlas.fbk.eu/v1alpha1
            kind: Region
            metadata: {name: edge}
            spec: {id: edge, name: edge, location: "46.0,11.1", tier: 2, cpumodel: Atom, cpu2mips: 5000}
            ---
            """;

    private final String name;
    private final Map<String, String> microservices = new LinkedHashMap<>();
    private final Map<String, List<Assignment>> assignments = new LinkedHashMap<>();

    Shop(String name) {
        this.name = name;
    }

    static Infrastructure infrastructure() {
        return Infrastructure.builder()
                .add(Region.builder("cloud").mipsPerCore(50_000).build())
                .add(Region.builder("edge").mipsPerCore(5_000).build())
                .build();
    }

    /**
     * Adds a microservice.
     *
     * @param microservice its name
     * @param more what stands beside its name, such as {@code mipsrequired: 500}; may be empty
     * @param spec the spec of its Deployment, in the flow style of YAML
     */
    Shop with(String microservice, String more, String spec) {
        String field = more.isEmpty() ? "" : "    " + more + "\n";
        microservices.put(
                microservice,
                "  - name: " + microservice + "\n" + field
                        + "    deployment: {apiVersion: apps/v1, kind: Deployment, spec: " + spec + "}\n");
        return this;
    }

    /** Adds a microservice of one container that sleeps, with more fields. */
    Shop sleeping(String microservice, String more) {
        return with(
                microservice,
                "",
                "{template: {spec: {terminationGracePeriodSeconds: 0, containers: [" + container(more) + "]}}}");
    }

    static String container(String more) {
        return "{name: main, image: \"" + RealEngines.IMAGE + "\", command: [sleep, \"3600\"]"
                + (more.isEmpty() ? "" : ", ") + more + "}";
    }

    Shop in(String microservice, String region, int replicas) {
        List<Assignment> list = new ArrayList<>(assignments.getOrDefault(microservice, List.of()));
        list.removeIf(assignment -> assignment.region().equals(region));
        list.add(new Assignment(region, replicas, Map.of()));
        assignments.put(microservice, list);
        return this;
    }

    /** Takes a microservice out of all regions, to place it anew. */
    Shop nowhere(String microservice) {
        assignments.remove(microservice);
        return this;
    }

    ApplicationId id() {
        return ApplicationId.of(name);
    }

    ApplicationManifest manifest() {
        String text = REGIONS + """
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: FADepl
                metadata: {name: %s}
                spec:
                  algorithm: DAG
                  externalendpoints: []
                  microservices:
                """.formatted(name) + String.join("", microservices.values());
        Source source = Source.of("shop.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return new ManifestReader().read(List.of(source)).applications().get(0);
    }

    Deployable deployable() {
        return new Deployable(infrastructure(), manifest().application(), new Placement(assignments, List.of()));
    }
}
