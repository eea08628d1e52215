package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import org.junit.jupiter.api.Test;

final class AlgorithmsCommandTest {
    @Test
    void listsNamesAliasesAndDescriptions() {
        Run run = Run.of("algorithms");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().findFirst().orElseThrow()).matches("NAME +ALIASES +DESCRIPTION");
        for (PlacementAlgorithm algorithm :
                PlacementEngine.withInstalledAlgorithms().algorithms()) {
            assertThat(run.out()).contains("\n" + algorithm.name() + " ");
            algorithm.aliases().forEach(alias -> assertThat(run.out()).contains(alias));
        }
        assertThat(run.out()).contains("greedy", "pinned", "Silly", "DAG");
    }
}
