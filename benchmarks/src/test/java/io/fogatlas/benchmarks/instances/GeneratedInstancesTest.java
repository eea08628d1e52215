package io.fogatlas.benchmarks.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GeneratedInstancesTest {
    @ParameterizedTest
    @EnumSource
    void aNetworkHasItsRegionsHangsTogetherAndIsTheSameForTheSameSeed(NetworkShape shape) {
        for (int regions : new int[] {4, 5, 13, 50, 101}) {
            Infrastructure network = shape.generate(regions, 1, 7);

            assertThat(network.regions()).hasSize(regions);
            assertThat(Reached.from(network)).as("%s of %d", shape, regions).hasSize(regions);
            assertThat(network).isEqualTo(shape.generate(regions, 1, 7));
            assertThat(network).isNotEqualTo(shape.generate(regions, 1, 8));
        }
        assertThat(shape.generate(50, 1, 7).regions()).extracting(Region::tier).contains(0, 1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void tightnessDividesCpuAndBandwidthAndNothingElse(NetworkShape shape) {
        Infrastructure roomy = shape.generate(30, 1, 3);
        Infrastructure tight = shape.generate(30, 4, 3);

        assertThat(cpu(tight)).isCloseTo(cpu(roomy) / 4, within(30L));
        assertThat(bandwidth(tight)).isCloseTo(bandwidth(roomy) / 4, within(200L));
        assertThat(tight.links())
                .extracting(Link::latencyMicros)
                .isEqualTo(roomy.links().stream().map(Link::latencyMicros).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyApplicationIsPlacedOnEveryRoomyNetwork(ApplicationShape shape) {
        PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();
        Application application = shape.generate(12, 40, 5);

        assertThat(application.microservices()).hasSize(12);
        assertThat(application).isEqualTo(shape.generate(12, 40, 5));
        for (NetworkShape network : NetworkShape.values()) {
            PlacementRequest request = PlacementRequest.of(network.generate(40, 1, 5), application);
            assertThat(engine.place(request, "greedy").isPlaced())
                    .as("%s on %s", shape, network)
                    .isTrue();
        }
    }

    @Test
    void shapesOfApplicationsHaveTheFlowsTheySay() {
        assertThat(ApplicationShape.CHAIN.generate(10, 9, 1).flows()).hasSize(10);
        assertThat(ApplicationShape.TREE.generate(10, 9, 1).flows()).hasSize(10);
        assertThat(ApplicationShape.FAN_OUT.generate(10, 9, 1).flows()).hasSize(1 + 5 + 4 * 3);
        assertThat(ApplicationShape.CYCLIC.generate(10, 9, 1).flows()).hasSize(13);
        assertThat(ApplicationShape.FAN_OUT.key()).isEqualTo("fan-out");
        assertThat(NetworkShape.FOG_TREE.key()).isEqualTo("fog-tree");
    }

    /** The values of the data set's centre of Melbourne, computed from its files. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCityHasDistancesLikeTheDataSet(long seed) {
        Infrastructure city = new EdgeCity(125, 816, 1, seed).generate();
        List<Region> sites =
                city.regions().stream().filter(region -> region.tier() == 2).toList();
        List<Double> nearest = new ArrayList<>();
        int[] pairs = new int[3];
        for (int user = 0; user < 816; user++) {
            ExternalEndpoint endpoint = city.endpoint(EdgeCity.userId(user)).orElseThrow();
            double least = Double.POSITIVE_INFINITY;
            String host = "";
            for (Region site : sites) {
                double meters = site.location()
                        .orElseThrow()
                        .metersTo(endpoint.location().orElseThrow());
                if (meters < least) {
                    least = meters;
                    host = site.id();
                }
                pairs[0] += meters <= 100 ? 1 : 0;
                pairs[1] += meters <= 200 ? 1 : 0;
                pairs[2] += meters <= 450 ? 1 : 0;
            }
            nearest.add(least);
            assertThat(endpoint.regionId()).isEqualTo(host);
        }

        assertThat(city.regions()).hasSize(126);
        assertThat(Reached.from(city)).hasSize(126);
        assertThat(nearest.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isCloseTo(65.177, within(10.0));
        assertThat(nearest.stream().filter(meters -> meters <= 100).count()).isBetween(600L, 770L);
        assertThat((double) pairs[0]).isCloseTo(1628, within(0.2 * 1628));
        assertThat((double) pairs[1]).isCloseTo(6181, within(0.2 * 6181));
        assertThat((double) pairs[2]).isCloseTo(25_901, within(0.2 * 25_901));
    }

    @Test
    void absurdValuesAreRefused() {
        assertThatThrownBy(() -> NetworkShape.FOG_TREE.generate(3, 1, 0)).hasMessageContaining("at least 4 regions");
        assertThatThrownBy(() -> NetworkShape.FOG_TREE.generate(9, 0, 0)).hasMessageContaining("tightness");
        assertThatThrownBy(() -> ApplicationShape.CHAIN.generate(2, 9, 0)).hasMessageContaining("at least 3");
        assertThatThrownBy(() -> new EdgeCity(3, 1, 1, 0)).hasMessageContaining("at least 4 sites");
    }

    private static long cpu(Infrastructure network) {
        return network.nodes().stream()
                .map(ComputeNode::allocatable)
                .mapToLong(each -> each.cpuMillis())
                .sum();
    }

    private static long bandwidth(Infrastructure network) {
        return network.links().stream().mapToLong(Link::bandwidthBps).sum();
    }
}
