package io.fogatlas.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Term;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ProofShapeTest {
    @ParameterizedTest
    @CsvSource({"2,1,1", "4,6,2", "20,32,3", "50,80,9", "200,320,39"})
    void hasOneAndThreeFifthsLinksARegionAsFarAsThereArePairs(int regions, int links, int fog) {
        Infrastructure infrastructure = ProofShape.LOOSE.request(regions, 3, 1).infrastructure();

        assertThat(infrastructure.regions()).hasSize(regions);
        assertThat(infrastructure.links()).hasSize(links);
        assertThat(infrastructure.regions().stream().filter(region -> region.tier() == 0))
                .hasSize(1);
        assertThat(infrastructure.regions().stream().filter(region -> region.tier() == 1))
                .hasSize((regions - 1) / 5);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheRangesOfTheNetwork(ProofShape shape) {
        Infrastructure infrastructure = shape.request(100, 30, 7).infrastructure();

        int least = shape == ProofShape.LOOSE ? 60 : 30;
        int most = shape == ProofShape.LOOSE ? 159 : 69;
        assertThat(infrastructure.links().stream().map(Link::bandwidthBps))
                .allMatch(bps -> bps >= least * 1_000_000L && bps <= most * 1_000_000L && bps % 1_000_000 == 0);
        assertThat(infrastructure.links().stream().map(Link::latencyMicros))
                .allMatch(micros -> micros >= 1_000 && micros <= 29_285);
        Map<Integer, Long> mips = shape == ProofShape.LOOSE
                ? Map.of(0, 1_000_000L, 1, 20_000L, 2, 6_000L)
                : Map.of(0, 20_000L, 1, 6_000L, 2, 4_000L);
        for (ComputeNode node : infrastructure.nodes()) {
            Region region = infrastructure.region(node.regionId()).orElseThrow();
            assertThat(node.allocatable().cpuMillis()).isEqualTo(mips.get(region.tier()));
            assertThat(region.mipsPerCore()).isEqualTo(1_000);
            assertThat(region.priceMicrosPerMips()).isEqualTo(10_000L << region.tier());
        }
    }

    @ParameterizedTest
    @EnumSource
    void makesAnInTreeWhoseLeavesAreFedBySensors(ProofShape shape) {
        PlacementRequest request = shape.request(100, 30, 7);
        Application tree = request.application();

        assertThat(tree.microservices())
                .hasSize(30)
                .allSatisfy(microservice ->
                        assertThat(microservice.requirements().mips()).isBetween(1_000L, 3_999L));
        for (DataFlow flow : tree.flows()) {
            boolean sensed = tree.microservice(flow.source()).isEmpty();
            assertThat(flow.bandwidthBps() / 1_000_000).isBetween(sensed ? 10L : 2L, sensed ? 29L : 11L);
            assertThat(flow.latencyBoundMicros() / 1_000).isBetween(sensed ? 5L : 40L, sensed ? 14L : 79L);
        }
        tree.microservices().forEach(microservice -> {
            String name = microservice.name();
            assertThat(from(tree, name)).hasSize(name.equals("m000") ? 0 : 1);
            assertThat(tree.flows().stream().filter(flow -> flow.destination().equals(name)))
                    .isNotEmpty();
        });
        assertThat(request.infrastructure().endpoints())
                .hasSameSizeAs(tree.endpoints())
                .noneMatch(sensor -> sensor.regionId().equals("r00000"));
        assertThat(request.objective().weights()).isEqualTo(Map.of(Term.NETWORK, 1.0, Term.COMPUTE, 1.0));
    }

    private static Stream<DataFlow> from(Application application, String microservice) {
        return application.flows().stream().filter(flow -> flow.source().equals(microservice));
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        PlacementRequest one = ProofShape.TIGHT.request(20, 6, 1);
        PlacementRequest again = ProofShape.TIGHT.request(20, 6, 1);
        PlacementRequest other = ProofShape.TIGHT.request(20, 6, 2);

        assertThat(again.infrastructure().links())
                .isEqualTo(one.infrastructure().links());
        assertThat(again.application().flows()).isEqualTo(one.application().flows());
        assertThat(other.infrastructure().links())
                .isNotEqualTo(one.infrastructure().links());
        assertThat(other.application().flows()).isNotEqualTo(one.application().flows());
    }

    @Test
    void isTheSameOnEveryMachine() {
        PlacementRequest request = ProofShape.TIGHT.request(20, 6, 1);

        assertThat(request.infrastructure().links().get(31))
                .hasToString(
                        "Link[id=l00032, regionA=r00009, regionB=r00005, bandwidthBps=63000000, latencyMicros=5441, up=true, directed=false]");
        assertThat(request.application().flows())
                .last()
                .hasToString(
                        "DataFlow[name=s00006->m005, source=s00006, destination=m005, bandwidthBps=23000000, latencyBoundMicros=11000]");
    }

    @Test
    void refusesAnUnknownShape() {
        assertThat(ProofShape.named("Tight")).isEqualTo(ProofShape.TIGHT);
        assertThatThrownBy(() -> ProofShape.named("round"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no shape 'round'. Use loose or tight.");
    }
}
