package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fogatlas.model.Location;
import io.fogatlas.model.Problems;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.application.Toleration;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.infrastructure.Taint;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FogAtlasWriterTest {
    private static final Infrastructure INFRASTRUCTURE = Infrastructure.builder()
            .add(Region.builder("001-001")
                    .name("Cloud")
                    .location(new Location(46.1093567, 11.089455))
                    .mipsPerCore(50_000)
                    .priceMicrosPerMips(125)
                    .build())
            .add(Region.builder("Povo_1").tier(2).build())
            .add(Link.builder("link1", "Povo_1", "001-001")
                    .bandwidthBps(10_000_000)
                    .latencyMicros(662)
                    .directed(true)
                    .build())
            .add(ExternalEndpoint.of("cam1", "Povo_1"))
            .add(ComputeNode.builder("n1", "Povo_1")
                    .addLabel("region", "Povo_1")
                    .addTaint(new Taint("dedicated", "gpu", Taint.Effect.NO_EXECUTE))
                    .allocatable(Resources.builder()
                            .cpuMillis(1500)
                            .memoryBytes(900L << 20)
                            .podSlots(110)
                            .addExtended("nvidia.com/gpu", 2)
                            .build())
                    .ready(false)
                    .build())
            .build();

    @Test
    void writesAnInfrastructureAsAPersonWould() {
        assertThat(new FogAtlasWriter().add(INFRASTRUCTURE).write(Format.YAML)).isEqualTo("""
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: Region
                metadata:
                  name: 001-001
                  annotations:
                    fogatlas.io/price-per-mips: "0.000125"
                spec:
                  id: 001-001
                  name: Cloud
                  location: 46.1093567,11.089455
                  tier: 0
                  type: nodes
                  cpumodel: ""
                  cpu2mips: 50000
                ---
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: Region
                metadata:
                  name: povo-1
                spec:
                  id: Povo_1
                  name: Povo_1
                  location: ""
                  tier: 2
                  type: nodes
                  cpumodel: ""
                  cpu2mips: 1000
                ---
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: Link
                metadata:
                  name: link1
                  annotations:
                    fogatlas.io/directed: "true"
                spec:
                  id: link1
                  endpointa: Povo_1
                  endpointb: 001-001
                  bandwidth: 10M
                  latency: "0.662"
                  status: up
                ---
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: ExternalEndpoint
                metadata:
                  name: cam1
                spec:
                  id: cam1
                  name: cam1
                  type: ""
                  ipaddress: ""
                  location: ""
                  regionid: Povo_1
                ---
                apiVersion: v1
                kind: Node
                metadata:
                  name: n1
                  labels:
                    region: Povo_1
                spec:
                  taints:
                  - key: dedicated
                    value: gpu
                    effect: NoExecute
                status:
                  allocatable:
                    cpu: 1500m
                    memory: 900Mi
                    ephemeral-storage: 0
                    pods: 110
                    nvidia.com/gpu: 2
                  conditions:
                  - type: Ready
                    status: "False"
                """);
    }

    @Test
    void writesAnApplicationAsAPersonWould() {
        Application application = Application.builder(ApplicationId.of("traffic"))
                .addEndpoint("cam1")
                .add(Microservice.builder("detect")
                        .requirements(new Requirements(
                                2000, Resources.builder().memoryBytes(64L << 20).build()))
                        .addLabel("app", "detect")
                        .replicas(4)
                        .spreadOver(2)
                        .addRegionConstraint(new RegionConstraint.WithinOfEndpoint("cam1", 2500))
                        .build())
                .add(DataFlow.builder("cam1", "detect")
                        .bandwidthBps(5_000_000)
                        .latencyBoundMicros(20_000)
                        .build())
                .build();

        assertThat(new FogAtlasWriter().add(application).write(Format.YAML)).isEqualTo("""
                apiVersion: fogatlas.fbk.eu/v1alpha1
                kind: FADepl
                metadata:
                  name: traffic
                  namespace: default
                  annotations:
                    fogatlas.io/placement: |
                      microservices:
                        detect:
                          within:
                            km: "2.5"
                            of: cam1
                          spreadOver: 2
                spec:
                  algorithm: DAG
                  externalendpoints:
                  - cam1
                  microservices:
                  - name: detect
                    mipsrequired: 2k
                    deployment:
                      apiVersion: apps/v1
                      kind: Deployment
                      metadata:
                        name: detect
                      spec:
                        replicas: 4
                        selector:
                          matchLabels:
                            app: detect
                        template:
                          metadata:
                            labels:
                              app: detect
                          spec:
                            containers:
                            - name: detect
                              image: registry.k8s.io/pause:3.10
                              resources:
                                requests:
                                  memory: 64Mi
                  dataflows:
                  - name: cam1->detect
                    sourceid: cam1
                    destinationid: detect
                    bandwidthrequired: 5M
                    latency: 20
                """);
    }

    @Test
    void writesJsonAsOneList() {
        String json = new FogAtlasWriter().add(INFRASTRUCTURE).write(Format.JSON);

        assertThat(json).startsWith("{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"List\",\n  \"items\": [\n    {");
        assertThat(infrastructure(json)).isEqualTo(INFRASTRUCTURE);
    }

    @Test
    void writesNothingOfNothing() {
        assertThat(new FogAtlasWriter().write(Format.YAML)).isEmpty();
    }

    @Test
    void writesExtremesThatReadBackExactly() {
        Infrastructure extremes = Infrastructure.builder()
                .add(Region.builder("a")
                        .tier(Integer.MAX_VALUE)
                        .location(new Location(-0.0, 1.0e-5))
                        .mipsPerCore(Problems.MAX_AMOUNT)
                        .priceMicrosPerMips(Problems.MAX_AMOUNT)
                        .build())
                .add(Link.builder("l", "a", "a")
                        .bandwidthBps(Problems.MAX_AMOUNT)
                        .latencyMicros(Problems.MAX_AMOUNT)
                        .up(false)
                        .build())
                .build();

        assertThat(infrastructure(new FogAtlasWriter().add(extremes).write(Format.YAML)))
                .isEqualTo(extremes);
    }

    @Test
    void givesObjectsLegalNamesOfTheirOwn() {
        Infrastructure alike = Infrastructure.builder()
                .add(Region.builder("Povo_1").build())
                .add(Region.builder("povo.1").build())
                .add(Region.builder("POVO.1").build())
                .build();

        String text = new FogAtlasWriter().add(alike).write(Format.YAML);

        assertThat(text).contains("  name: povo-1\n", "  name: povo.1\n", "  name: povo.1-2\n");
        assertThat(infrastructure(text)).isEqualTo(alike);
    }

    @Test
    void refusesWhatKubernetesCannotSay() {
        LabelSelector compared = new LabelSelector(
                List.of(new LabelExpression("size", LabelExpression.Operator.GREATER_THAN, List.of("3"))));
        Application unspeakable = Application.builder(ApplicationId.of("odd"))
                .addEndpoint("1,2")
                .add(Microservice.builder("a")
                        .addTolerations(List.of(new Toleration("", Optional.of("gpu"), Optional.empty())))
                        .addAntiAffinity(PodAffinity.with(compared))
                        .addRegionConstraint(new RegionConstraint.AllowedRegions(Set.of("x")))
                        .addRegionConstraint(new RegionConstraint.AllowedRegions(Set.of("y")))
                        .addRegionConstraint(new RegionConstraint.Within(new Location(1, 2), 5))
                        .addRegionConstraint(new RegionConstraint.WithinOfEndpoint("1,2", 5))
                        .build())
                .add(Microservice.builder("b").build())
                .add(DataFlow.builder("a", "b").build())
                .add(DataFlow.builder("b", "a").build())
                .add(new LatencyChain(
                        "loop",
                        List.of(
                                new LatencyChain.Step("a", 0),
                                new LatencyChain.Step("b", 0),
                                new LatencyChain.Step("a", 5)),
                        7))
                .build();
        FogAtlasWriter writer = new FogAtlasWriter();

        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> writer.add(unspeakable))
                .withMessage("""
                        Microservice 'a': is allowed in no regions at all, since its constraints exclude each other
                        Microservice 'a': must be near the endpoint '1,2', whose id would be read as a place
                        Microservice 'a': must be within 2 circles, but one can be written
                        Microservice 'a': selects replicas by comparing the label 'size' as a number, which Kubernetes does \
                        with node labels only
                        Microservice 'a': tolerates the value 'gpu' of taints of every key, which Kubernetes cannot say; name \
                        the key
                        Latency chain 'loop': passes 'a' twice with different processing times, but one can be written""");
        assertThat(writer.write(Format.YAML)).isEmpty();
    }

    @Test
    void listsDemandsThatReplicasAndSpreadCannotSay() {
        Application application = Application.builder(ApplicationId.of("several"))
                .add(Microservice.builder("a")
                        .addLabel("app", "a")
                        .addDemand(RegionDemand.in("x", 2))
                        .addDemand(new RegionDemand(Optional.empty(), 3, Optional.of("nginx")))
                        .build())
                .build();

        assertThat(new FogAtlasWriter().add(application).write(Format.YAML))
                .contains("""
                    regions:
                    - regionrequired: x
                      replicas: 2
                    - replicas: 3
                      image: nginx
                """.indent(-2).indent(2));
    }

    private static Infrastructure infrastructure(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ManifestReader()
                .read(List.of(Source.of("written", new ByteArrayInputStream(bytes))))
                .infrastructure();
    }
}
