package io.fogatlas.placement.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.arbitraries.Infrastructures;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.graph.InfrastructureGraph;
import io.fogatlas.placement.graph.InfrastructureGraph.Arc;
import io.fogatlas.placement.problem.Leg;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.AllDirectedPaths;

class RouteSearchProperties {
    private static final double PER_LINK = 3;
    private static final double PER_MICRO = 0.0004;

    @Provide
    Arbitrary<Infrastructure> networks() {
        return Infrastructures.ANY.regions(2, 6).arbitrary();
    }

    @Property(tries = 400)
    void findsTheCheapestOfAllSimplePathsWithinTheBound(
            @ForAll("networks") Infrastructure infrastructure,
            @ForAll @IntRange(max = 5) int from,
            @ForAll @IntRange(max = 5) int to,
            @ForAll @LongRange(max = 6_000_000) long bandwidthBps,
            @ForAll @LongRange(min = -1, max = 60_000) long bound,
            @ForAll boolean backward) {
        Network network = network(infrastructure);
        int source = from % network.regions();
        int target = to % network.regions();
        long boundMicros = bound == 60_000 ? Leg.UNBOUNDED : bound;
        RouteSearch search = new RouteSearch(network);

        search.start(
                backward ? RouteSearch.Direction.BACKWARD : RouteSearch.Direction.FORWARD,
                network.copyOfFreeBps(),
                new RouteSearch.Demand(bandwidthBps, PER_LINK, PER_MICRO, boundMicros),
                link -> 0);
        search.from(backward ? target : source);
        boolean reached = search.reach(backward ? source : target, Double.MAX_VALUE);

        OptionalDouble cheapest = cheapestOfAll(
                infrastructure, network.regionId(source), network.regionId(target), bandwidthBps, boundMicros);
        assertThat(reached).isEqualTo(cheapest.isPresent());
        if (reached) {
            int end = backward ? source : target;
            assertThat(search.cost(end))
                    .isEqualTo(cheapest.getAsDouble(), org.assertj.core.api.Assertions.within(1e-9));
            assertLeads(infrastructure, network, search.path(end), network.regionId(source), network.regionId(target));
        }
    }

    private static Network network(Infrastructure infrastructure) {
        Application application = Application.builder(ApplicationId.of("any"))
                .add(Microservice.builder("any").build())
                .build();
        return PlacementProblem.of(PlacementRequest.of(infrastructure, application))
                .network();
    }

    private static OptionalDouble cheapestOfAll(
            Infrastructure infrastructure, String from, String to, long bandwidthBps, long boundMicros) {
        if (from.equals(to)) {
            return boundMicros >= 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
        Graph<String, Arc> graph = InfrastructureGraph.of(infrastructure);
        List<GraphPath<String, Arc>> paths = new AllDirectedPaths<>(
                        graph, (parent, arc) -> arc.link().bandwidthBps() >= bandwidthBps)
                .getAllPaths(from, to, /* simplePathsOnly= */ true, /* maxPathLength= */ null);
        return paths.stream()
                .filter(path -> path.getWeight() <= boundMicros)
                .mapToDouble(path -> PER_LINK * path.getLength() + PER_MICRO * path.getWeight())
                .min();
    }

    private static void assertLeads(
            Infrastructure infrastructure, Network network, int[] links, String from, String to) {
        Set<String> visited = new HashSet<>(Set.of(from));
        String at = from;
        for (String link : Arrays.stream(links).mapToObj(network::linkId).toList()) {
            at = infrastructure.link(link).orElseThrow().exitFrom(at).orElseThrow();
            assertThat(visited.add(at)).as("visits '%s' once", at).isTrue();
        }
        assertThat(at).isEqualTo(to);
    }
}
