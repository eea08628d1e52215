package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fogatlas.manifests.FogAtlasWriter;
import io.fogatlas.manifests.Format;
import io.fogatlas.manifests.ManifestException;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiktyoReaderTest {
    private static final ImportOptions DEFAULTS = ImportOptions.defaults();
    private static final ImportOptions COSTS_AS_MILLIS =
            ImportOptions.builder().networkCostAsMillis(true).build();

    private static final String NODES = """
            apiVersion: v1
            kind: Node
            metadata:
              name: n1
              labels: {topology.kubernetes.io/region: West 1, topology.kubernetes.io/zone: z1}
            ---
            apiVersion: v1
            kind: Node
            metadata:
              name: n2
              labels: {topology.kubernetes.io/region: West 1, topology.kubernetes.io/zone: z1}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n3, labels: {topology.kubernetes.io/zone: z2}}
            """;

    @Test
    void makesRegionsOfRegionsAndZonesAndLinksOfCosts() {
        ImportedNetwork network = Imports.of("topology.yaml");
        Infrastructure infrastructure = Imports.infrastructure(network);

        assertThat(network.format()).isEqualTo(NetworkFormat.DIKTYO);
        assertThat(network.name()).isEqualTo("two-regions");
        assertThat(infrastructure.regions()).extracting(Region::id).containsExactly("west-1", "east", "z1", "z2", "z3");
        Link link = Imports.link(network, "west-1--east");
        assertThat(link.bandwidthBps()).isEqualTo(10L << 30);
        assertThat(link.latencyMicros()).isEqualTo(1000);
        assertThat(link.directed()).isFalse();
        assertThat(Imports.link(network, "z1--z2").directed()).isFalse();
        assertThat(Imports.link(network, "z1--z3").directed()).isTrue();
        assertThat(network.notes())
                .contains(
                        "weights besides 'UserDefined' left out: 1",
                        "bandwidthCapacity has no unit in the format: read as bit/s",
                        "network costs left out, since a cost has no unit: 5",
                        "values of bandwidthAllocated left out: 1",
                        "links that lead one way only: 1",
                        "no link joins what stands under different topology keys (topology.kubernetes.io/region,"
                                + " topology.kubernetes.io/zone), since no Node tells which zone lies in which region");
    }

    @Test
    void readsCostsAsMillisecondsOnRequestOnly() {
        ImportedNetwork network = Imports.of("topology.yaml", COSTS_AS_MILLIS);

        assertThat(Imports.link(network, "west-1--east").latencyMicros()).isEqualTo(20_000);
        assertThat(Imports.link(network, "z1--z2").directed()).isTrue();
        assertThat(Imports.link(network, "z2--z1").latencyMicros()).isEqualTo(6000);
        assertThat(network.notes()).contains("network costs read as milliseconds of latency: 5");
    }

    @Test
    void joinsZonesToTheRegionsThatNodesTell() {
        ImportedNetwork network =
                read(DEFAULTS, file("nodes.yaml", NODES), file("topology.yaml", Imports.resource("topology.yaml")));

        Link link = Imports.link(network, "z1--west-1");
        assertThat(link.latencyMicros()).isZero();
        assertThat(link.directed()).isFalse();
        assertThat(Imports.infrastructure(network).links()).hasSize(4);
        assertThat(network.notes())
                .contains(
                        "zones joined to their region by a link without latency, as the labels of Nodes tell: 1",
                        "Nodes left out but for their zones and regions: 3");
    }

    @Test
    void readsTheFormOfTheExampleThatDoesNotFitItsCrd() {
        String other = Imports.resource("topology.yaml")
                .replace("costList: [", "costs: [")
                .replace("costList:\n", "costs:\n")
                .replace("originList:", "originCosts:")
                .replace("topologyList:\n", "costList:\n");

        ImportedNetwork network = Imports.text("topology.yaml", other, DEFAULTS);

        assertThat(network.infrastructure())
                .isEqualTo(Imports.of("topology.yaml").infrastructure());
        assertThat(network.notes())
                .contains(
                        "NetworkTopology 'two-regions' has the form of scheduler-plugins' example (costList, originCosts,"
                                + " costs), not of the CRD (topologyList, originList, costList): read all the same");
    }

    @Test
    void makesAnFadeplOfAnAppGroupAndTheDeploymentsItNames() {
        ImportedNetwork network = read(
                DEFAULTS,
                file("deployments.yaml", Imports.resource("deployments.yaml")),
                file("appgroup.yaml", Imports.resource("appgroup.yaml")));

        Application application = network.applications().get(0).application();
        assertThat(network.infrastructure()).isEmpty();
        assertThat(network.name()).isEqualTo("deployments");
        assertThat(application.id()).hasToString("demo/shop");
        assertThat(application.microservices())
                .extracting(Microservice::name)
                .containsExactly("web", "cart-deployment", "store");
        Microservice web = application.microservice("web").orElseThrow();
        assertThat(web.replicas()).isEqualTo(2);
        assertThat(web.requirements().request().cpuMillis()).isEqualTo(100);
        assertThat(application.flows())
                .containsExactly(
                        new DataFlow("web->cart-deployment", "web", "cart-deployment", 100L << 20, 0),
                        new DataFlow("cart-deployment->web", "cart-deployment", "web", 100L << 20, 0),
                        new DataFlow("cart-deployment->store", "cart-deployment", "store", 5_000_000, 0));
        assertThat(network.notes())
                .containsExactly(
                        "dependencies made data flows of their own: 3",
                        "values of maxNetworkCost left out, since a cost has no unit: 2",
                        "minBandwidth has no unit in the format: read as bit/s",
                        "workloads without Deployment in the files, so without CPU, memory and image: 1",
                        "Deployments that no AppGroup names, left out: 1",
                        "objects of other kinds left out: 1 Service");
        assertThat(new FogAtlasWriter().add(network.applications().get(0)).write(Format.YAML))
                .contains("path: /\n", "image: example.com/web:1\n", "bandwidthrequired: 100Mi\n")
                .doesNotContain("status");
    }

    @Test
    void mergesEqualOppositeDependenciesAndReadsCostsAsBoundsOnRequest() {
        ImportOptions options = ImportOptions.builder()
                .mergeDependencies(true)
                .networkCostAsMillis(true)
                .build();

        ImportedNetwork network = Imports.of("appgroup.yaml", options);

        assertThat(network.applications().get(0).application().flows())
                .containsExactly(
                        new DataFlow("web->cart", "web", "cart", 100L << 20, 30_000),
                        new DataFlow("cart->store", "cart", "store", 5_000_000, 0));
        assertThat(network.notes())
                .contains(
                        "dependencies merged into the opposite one, which is equal: 1",
                        "values of maxNetworkCost read as latency bounds in milliseconds: 2");
    }

    @Test
    void saysWhenTheNumberOfMembersIsAnother() {
        String text = Imports.resource("appgroup.yaml").replace("numMembers: 3", "numMembers: 4");

        assertThat(Imports.text("appgroup.yaml", text, DEFAULTS).notes())
                .contains("numMembers is 4, but 3 workloads are listed: all read");
    }

    @Test
    void namesEverythingThatIsWrongWithItsLine() {
        String text = """
                apiVersion: appgroup.diktyo.x-k8s.io/v1alpha1
                kind: AppGroup
                metadata: {name: bad}
                spec:
                  workloads:
                  - workload: {name: a}
                    dependencies:
                    - workload: {name: b}
                      minBandwidth: fast
                    - workload: {name: a}
                      minBandwidth: -5
                      maxNetworkCost: -1
                  - workload: {name: a}
                  - workload: {selector: 7}
                ---
                apiVersion: networktopology.diktyo.x-k8s.io/v1alpha1
                kind: NetworkTopology
                metadata: {name: net}
                spec:
                  weights:
                  - name: UserDefined
                    topologyList:
                    - topologyKey: zone
                      originList:
                      - origin: z1
                        costList:
                        - {destination: z2, networkCost: high}
                        - {destination: z2, bandwidthCapacity: 9e99}
                      - costList: 5
                """;

        assertThat(Imports.refused("bad.yaml", text))
                .containsExactly(
                        "bad.yaml:13: AppGroup 'bad': name is 'a' more than once",
                        "bad.yaml:14: AppGroup 'bad': name is missing; it must be given",
                        "bad.yaml:14: AppGroup 'bad': selector must be a text, but is the number 7",
                        "bad.yaml:8: AppGroup 'bad': name is 'b', but there is no such workload",
                        "bad.yaml:9: AppGroup 'bad': minBandwidth must be a Quantity such as 100Mi, but is the text 'fast'",
                        "bad.yaml:11: AppGroup 'bad': minBandwidth is negative or too large",
                        "bad.yaml:12: AppGroup 'bad': maxNetworkCost must be a number from 0, but is the number -1",
                        "bad.yaml:27: NetworkTopology 'net': networkCost must be a number from 0, but is the text 'high'",
                        "bad.yaml:28: NetworkTopology 'net': destination is 'z2' twice for the origin 'z1'",
                        "bad.yaml:28: NetworkTopology 'net': bandwidthCapacity is negative or too large",
                        "bad.yaml:29: NetworkTopology 'net': origin is missing; it must be given",
                        "bad.yaml:29: NetworkTopology 'net': costList must be a list, but is the number 5");
    }

    @Test
    void refusesWhatIsNoYamlAndWhatHasNeitherObject() {
        assertThat(Imports.refused("a.yaml", "# diktyo.x-k8s.io/\na: b\n  c: d\n"))
                .singleElement()
                .asString()
                .startsWith("a.yaml:3: ");
        assertThat(Imports.refused("a.yaml", "# diktyo.x-k8s.io/\nkind: Node\n"))
                .containsExactly("a.yaml: has neither an AppGroup nor a NetworkTopology");
        assertThat(Imports.refused("a.yaml", "# diktyo.x-k8s.io/\n- 5\n"))
                .containsExactly("a.yaml:2: must hold Kubernetes objects, but holds a list");
    }

    @Test
    void refusesSeveralFilesOfAFormatWhereOneIsANetwork() {
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> read(
                        DEFAULTS,
                        file("a.graph", Imports.resource("ring.graph")),
                        file("b.graph", Imports.resource("ring.graph"))))
                .withMessage(
                        "b.graph: cannot be read together with 'a.graph': a file of the format repetita is a network of"
                                + " its own");
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> NetworkImport.read(List.of(), DEFAULTS))
                .withMessage("there is no file to read");
    }

    private static ImportedNetwork read(ImportOptions options, NetworkFile... files) {
        return NetworkImport.read(Arrays.asList(files), options);
    }

    private static NetworkFile file(String name, String text) {
        return NetworkFile.of(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
