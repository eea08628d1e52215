package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Texts to read, and what comes of reading them. */
final class Texts {
    static final String REGIONS = """
            apiVersion: fogatlas.fbk.eu/v1alpha1
            kind: Region
            metadata: {name: cloud}
            spec: {id: 001-001, name: cloud, location: "46.1,11.0", tier: 0, cpumodel: i7, cpu2mips: 50000}
            ---
            apiVersion: fogatlas.fbk.eu/v1alpha1
            kind: Region
            metadata: {name: povo}
            spec: {id: 003-003, name: povo, location: "46.0,11.1", tier: 2, cpumodel: Atom, cpu2mips: 5000}
            """;

    static final String LINK = """
            apiVersion: fogatlas.fbk.eu/v1alpha1
            kind: Link
            metadata: {name: link1}
            spec: {id: link1, endpointa: 003-003, endpointb: 001-001, bandwidth: 10M, latency: 100, status: up}
            """;

    static final String ENDPOINT = """
            apiVersion: fogatlas.fbk.eu/v1alpha1
            kind: ExternalEndpoint
            metadata: {name: cam1}
            spec: {id: cam1, name: cam1, type: camera, ipaddress: 10.0.0.1, location: "46.0,11.1", regionid: 003-003}
            """;

    private Texts() {}

    /** A FADepl of one microservice, with more of its spec. */
    static String fadepl(String more) {
        return """
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: FADepl
                metadata: {name: app}
                spec:
                  algorithm: DAG
                  externalendpoints: [cam1]
                  microservices:
                  - name: driver
                    deployment:
                      apiVersion: apps/v1
                      kind: Deployment
                      spec:
                        template:
                          metadata: {labels: {name: driver}}
                          spec: {containers: [{name: c, image: nginx, resources: {requests: {cpu: 100m, memory: 64Mi}}}]}
                """ + more;
    }

    static String node(String name, String more) {
        return """
                apiVersion: v1
                kind: Node
                metadata: {name: %s, labels: {region: 003-003}}
                status: {allocatable: {cpu: "2", memory: 4Gi, pods: "10"}}
                """.formatted(name) + more;
    }

    static Source source(String name, String text) {
        return Source.of(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Source> sources(String... texts) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            sources.add(source("f" + (i + 1), texts[i]));
        }
        return sources;
    }

    /** Reads texts as the files f1, f2, and so on. */
    static Manifests read(String... texts) {
        return new ManifestReader().read(sources(texts));
    }

    /** Reads texts that are refused: the lines that say why. */
    static List<String> problems(String... texts) {
        ManifestException refused = catchThrowableOfType(ManifestException.class, () -> read(texts));
        return refused.problems().stream().map(ManifestProblem::toString).toList();
    }

    /** Reads texts: the lines of the warnings. */
    static List<String> warnings(String... texts) {
        return read(texts).warnings().stream().map(ManifestProblem::toString).toList();
    }

    /** FogAtlas's own example files. */
    static Manifests examples(String... names) {
        return new ManifestReader()
                .read(Arrays.stream(names).map(Texts::example).toList());
    }

    static Source example(String name) {
        return Source.of(name, resource("/fogatlas/" + name));
    }

    static InputStream resource(String path) {
        InputStream stream = Texts.class.getResourceAsStream(path);
        if (stream == null) {
            throw new UncheckedIOException(new IOException("There is no test resource " + path));
        }
        return stream;
    }
}
