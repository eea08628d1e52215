package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.fixtures.RealFiles;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places the Online Boutique on real networks whose sites are too small for the whole of it. */
final class ShopOnRealNetworksTest {
    @BeforeAll
    static void needsTheRealFiles() {
        RealFiles.needed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repetita/Cogentco.graph",
                "repetita/Garr201201.graph",
                "topologyzoo/published/Geant2010.graphml",
                "topologyzoo/published/Kdl.graphml",
                "topologyzoo/sk2/Renater2010.graphml",
                "sndlib/abilene.json",
                "sndlib/geant.json"
            })
    void theShopIsPlacedOverSeveralSites(String network) {
        Infrastructure bare = Imports.real(network).infrastructure().orElseThrow();
        Infrastructure.Builder equipped =
                Infrastructure.builder().addRegions(bare.regions()).addLinks(bare.links());
        bare.regions().forEach(region -> equipped.add(node(region.id())));
        Application shop = shop();

        Decision decision = PlacementEngine.withInstalledAlgorithms()
                .place(PlacementRequest.builder(equipped.build(), shop).build());

        assertThat(decision.placement()).as("%s", decision).isPresent();
        List<Assignment> assignments = decision.placement().orElseThrow().assignments().values().stream()
                .flatMap(List::stream)
                .toList();
        assertThat(assignments).hasSize(11);
        assertThat(assignments.stream().map(Assignment::region).distinct()).hasSizeGreaterThan(2);
        assertThat(decision.placement().orElseThrow().routes()).hasSize(15);
    }

    /** Half a core and half a GiB: the shop asks for 1.27 cores and 1.1 GiB. */
    private static ComputeNode node(String region) {
        Resources half = Resources.builder()
                .cpuMillis(500)
                .memoryBytes(512L << 20)
                .podSlots(110)
                .build();
        return ComputeNode.builder(region + "-1", region).allocatable(half).build();
    }

    private static Application shop() {
        List<NetworkFile> files = List.of(
                NetworkFile.of(RealFiles.file("online-boutique/diktyo-onlineBoutique-appGroup-example.yaml")),
                NetworkFile.of(RealFiles.file("online-boutique/kubernetes-manifests.yaml")));
        ImportOptions options = ImportOptions.builder()
                .mergeDependencies(true)
                .networkCostAsMillis(true)
                .build();
        return NetworkImport.read(files, options).applications().get(0).application();
    }
}
