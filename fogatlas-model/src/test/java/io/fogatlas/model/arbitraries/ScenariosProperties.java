package io.fogatlas.model.arbitraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** The arbitraries bring up what they promise, often enough to find something. */
final class ScenariosProperties {
    @Provide
    Arbitrary<Scenario> scenarios() {
        return Scenarios.ANY.arbitrary();
    }

    @Property
    void applicationsNameOnlyWhatTheInfrastructureHas(@ForAll("scenarios") Scenario scenario) {
        Infrastructure infrastructure = scenario.infrastructure();

        assertThat(scenario.application().endpoints())
                .allMatch(endpoint -> infrastructure.endpoint(endpoint).isPresent());
        assertThat(scenario.application().microservices())
                .flatExtracting(Microservice::demands)
                .allMatch(demand -> demand.region().isEmpty()
                        || infrastructure.region(demand.region().get()).isPresent());
        assertThat(scenario.occupancy().bandwidthBpsByLink().keySet())
                .allMatch(link -> infrastructure.link(link).isPresent());
        assertThat(scenario.occupancy().replicas())
                .allMatch(group -> infrastructure.region(group.region()).isPresent());
        assertThat(scenario.occupancy()
                        .byApplication()
                        .containsKey(scenario.application().id()))
                .isEqualTo(scenario.current().isPresent());
    }

    @Property
    void whatIsTheSameIsEqual(@ForAll("scenarios") Scenario scenario) {
        Infrastructure here = scenario.infrastructure();
        Application app = scenario.application();

        Infrastructure infrastructure =
                new Infrastructure(here.regions(), here.nodes(), here.links(), here.endpoints());
        Application application =
                new Application(app.id(), app.endpoints(), app.microservices(), app.flows(), app.chains());

        assertThat(infrastructure).isEqualTo(here).hasSameHashCodeAs(here);
        assertThat(application).isEqualTo(app).hasSameHashCodeAs(app);
    }

    @Property
    @StatisticsReport(onFailureOnly = true)
    void everyFeatureOfInfrastructuresComesUp(@ForAll("scenarios") Scenario scenario) {
        Infrastructure infrastructure = scenario.infrastructure();
        List<Link> links = infrastructure.links();
        List<ComputeNode> nodes = infrastructure.nodes();

        comesUp("down link", links, link -> !link.up());
        comesUp("directed link", links, Link::directed);
        comesUp("link to itself", links, link -> link.regionA().equals(link.regionB()));
        comesUp("parallel link", links, link -> links.stream().anyMatch(other -> joinsTheSame(link, other)));
        comesUp("no bandwidth", links, link -> link.bandwidthBps() == 0);
        comesUp("no node at all", List.of(infrastructure), one -> !one.hasNodes());
        comesUp("unready node", nodes, node -> !node.ready());
        comesUp("taint", nodes, node -> !node.taints().isEmpty());
        comesUp("node label", nodes, node -> node.labels().containsKey("zone"));
        comesUp(
                "extended resource",
                nodes,
                node -> !node.allocatable().extended().isEmpty());
        comesUp(
                "location",
                infrastructure.regions(),
                region -> region.location().isPresent());
        comesUp("price", infrastructure.regions(), region -> region.priceMicrosPerMips() > 0);
        comesUp(
                "located endpoint",
                infrastructure.endpoints(),
                endpoint -> endpoint.location().isPresent());
    }

    @Property
    @StatisticsReport(onFailureOnly = true)
    void everyFeatureOfApplicationsComesUp(@ForAll("scenarios") Scenario scenario) {
        Application application = scenario.application();
        List<Microservice> microservices = application.microservices();

        comesUp("endpoint", application.endpoints(), endpoint -> true);
        comesUp(
                "pin",
                microservices,
                it -> it.demands().stream().anyMatch(demand -> demand.region().isPresent()));
        comesUp("several demands", microservices, it -> it.demands().size() > 1);
        comesUp("replicas", microservices, it -> it.replicas() > it.demands().size());
        comesUp("MIPS", microservices, it -> it.requirements().mips() > 0);
        comesUp(
                "node selector",
                microservices,
                it -> !it.nodeSelector().required().expressions().isEmpty());
        comesUp("node affinity", microservices, it -> !it.nodeSelector().anyOf().isEmpty());
        comesUp("toleration", microservices, it -> !it.tolerations().isEmpty());
        comesUp(
                "region constraint",
                microservices,
                it -> !it.regionConstraints().isEmpty());
        comesUp("affinity", microservices, it -> !it.affinities().isEmpty());
        comesUp("anti-affinity", microservices, it -> !it.antiAffinities().isEmpty());
        comesUp("latency bound", application.flows(), flow -> flow.latencyBoundMicros() > 0);
        comesUp("long chain", application.chains(), chain -> chain.steps().size() > 2);
        comesUp(
                "parallel flow",
                application.flows(),
                flow -> application.flows().stream()
                        .anyMatch(other -> !other.equals(flow)
                                && other.source().equals(flow.source())
                                && other.destination().equals(flow.destination())));
    }

    @Provide
    Arbitrary<Infrastructure> plain() {
        return Infrastructures.ANY.regions(2, 5).nodesPerRegion(0).only().arbitrary();
    }

    @Property
    void plainInfrastructuresAreJoinedByUsableLinks(@ForAll("plain") Infrastructure infrastructure) {
        assertThat(infrastructure.regions()).hasSizeBetween(2, 5);
        assertThat(infrastructure.nodes()).hasSize(1);
        assertThat(infrastructure.links())
                .allMatch(link -> link.up() && !link.directed() && link.bandwidthBps() > 0)
                .hasSizeGreaterThanOrEqualTo(infrastructure.regions().size() - 1);
        assertThat(infrastructure.endpoints())
                .allMatch(endpoint -> endpoint.location().isEmpty());
    }

    @Provide
    Arbitrary<Scenario> plainScenarios() {
        return new Scenarios(
                        Infrastructures.ANY.without(InfrastructureFeature.NO_NODES),
                        Applications.ANY.microservices(2, 3).only().topologies(Topology.CHAIN),
                        false)
                .arbitrary();
    }

    @Property
    void plainScenariosHaveNothingTakenAndChainsOnly(@ForAll("plainScenarios") Scenario scenario) {
        assertThat(scenario.infrastructure().hasNodes()).isTrue();
        assertThat(scenario.occupancy().replicas()).isEmpty();
        assertThat(scenario.current()).isEmpty();
        assertThat(scenario.application().microservices()).hasSizeBetween(2, 3);
        assertThat(scenario.application().flows())
                .hasSize(scenario.application().microservices().size() - 1)
                .noneMatch(flow -> flow.hasLatencyBound());
    }

    private static boolean joinsTheSame(Link link, Link other) {
        return !link.id().equals(other.id())
                && link.regionA().equals(other.regionA())
                && link.regionB().equals(other.regionB());
    }

    private static <T> void comesUp(String what, List<T> in, Predicate<T> feature) {
        Statistics.label(what)
                .collect(in.stream().anyMatch(feature))
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 4));
    }
}
