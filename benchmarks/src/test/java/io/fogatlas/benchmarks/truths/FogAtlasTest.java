package io.fogatlas.benchmarks.truths;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.manifests.ManifestReader;
import io.fogatlas.manifests.Manifests;
import io.fogatlas.manifests.Source;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionConstraint.AllowedRegions;
import io.fogatlas.model.fixtures.RealFiles;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.testkit.BruteForce;
import io.fogatlas.placement.testkit.Truth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Counts what can be done with FogAtlas's own examples. */
final class FogAtlasTest {
    private final PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();

    @BeforeAll
    static void needsTheRealFiles() {
        RealFiles.needed();
    }

    private static Manifests example(String application) throws IOException {
        List<Source> sources = Stream.of("region", "link", "externalendpoint", application)
                .map(name -> Source.of(RealFiles.file("fogatlas/examples/" + name + ".yaml")))
                .toList();
        return new ManifestReader().read(sources);
    }

    @Test
    void theDagHas18Placements() throws IOException {
        Manifests manifests = example("fadepl-dag");
        Infrastructure infrastructure = manifests.infrastructure();
        Application application = manifests.applications().get(0).application();
        List<Map<String, String>> placements = new ArrayList<>();
        int tried = 0;
        for (Map<String, String> regions : everywhere(application.microservices(), infrastructure.regions())) {
            PlacementRequest request = PlacementRequest.of(infrastructure, pinned(application, regions));
            boolean possible = BruteForce.solve(request) instanceof Truth.Optimum;
            assertThat(engine.place(request, "ilp").outcome())
                    .as("%s", regions)
                    .isEqualTo(possible ? Outcome.OPTIMAL : Outcome.INFEASIBLE);
            if (possible) {
                placements.add(regions);
            }
            tried++;
        }

        assertThat(tried).isEqualTo(243);
        assertThat(placements)
                .hasSize(18)
                .allSatisfy(regions -> assertThat(regions)
                        .containsEntry("driver1", "003-003")
                        .containsEntry("driver2", "003-003")
                        .doesNotContainEntry("driver3", "001-001"));
    }

    @Test
    void theDagRequestsHalfACoreAnd1100Mi() throws IOException {
        List<Microservice> microservices =
                example("fadepl-dag").applications().get(0).application().microservices();

        assertThat(microservices.stream()
                        .mapToLong(each -> each.requirements().request().cpuMillis())
                        .sum())
                .isEqualTo(500);
        assertThat(microservices.stream()
                        .mapToLong(each -> each.requirements().request().memoryBytes())
                        .sum())
                .isEqualTo(1100L << 20);
    }

    @Test
    void sillyGivesTheDriverTo003AndTheProcessorTo002() throws IOException {
        Manifests manifests = example("fadepl-silly");

        Decision decision = engine.place(
                PlacementRequest.of(
                        manifests.infrastructure(),
                        manifests.applications().get(0).application()),
                "Silly");

        assertThat(decision.placement().orElseThrow().of("driver"))
                .extracting(Assignment::region)
                .containsExactly("003-003");
        assertThat(decision.placement().orElseThrow().of("processor"))
                .extracting(Assignment::region)
                .containsExactly("002-002");
    }

    private static List<Map<String, String>> everywhere(List<Microservice> microservices, List<Region> regions) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Microservice microservice : microservices) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> before : all) {
                for (Region region : regions) {
                    Map<String, String> one = new TreeMap<>(before);
                    one.put(microservice.name(), region.id());
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }

    private static Application pinned(Application application, Map<String, String> regions) {
        Application.Builder pinned = Application.builder(application.id());
        application.endpoints().forEach(pinned::addEndpoint);
        application
                .microservices()
                .forEach(each -> pinned.add(each.toBuilder()
                        .addRegionConstraint(new AllowedRegions(Set.of(regions.get(each.name()))))
                        .build()));
        application.flows().forEach(pinned::add);
        application.chains().forEach(pinned::add);
        return pinned.build();
    }
}
