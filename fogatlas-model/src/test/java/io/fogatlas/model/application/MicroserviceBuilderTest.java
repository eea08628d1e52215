package io.fogatlas.model.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Resources;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MicroserviceBuilderTest {
    private static final Microservice FULL = Microservice.builder("filter")
            .requirements(
                    new Requirements(1_000, Resources.builder().memoryBytes(64).build()))
            .addDemand(new RegionDemand(Optional.of("a"), 2, Optional.empty()))
            .addDemand(RegionDemand.anywhere(1))
            .addLabel("app", "filter")
            .addTolerations(List.of(new Toleration("", Optional.empty(), Optional.empty())))
            .addRegionConstraint(new RegionConstraint.ForbiddenRegions(Set.of("b")))
            .build();

    @Test
    void aBuilderMadeOfAMicroserviceHoldsAllOfIt() {
        assertThat(FULL.toBuilder().build()).isEqualTo(FULL);
    }

    @Test
    void whatIsSetTakesThePlaceOfWhatWasThere() {
        Microservice changed = FULL.toBuilder()
                .demands(List.of(RegionDemand.anywhere(3)))
                .tolerations(List.of())
                .regionConstraints(List.of())
                .build();

        assertThat(changed.demands()).containsExactly(RegionDemand.anywhere(3));
        assertThat(changed.tolerations()).isEmpty();
        assertThat(changed.regionConstraints()).isEmpty();
        assertThat(changed.labels()).isEqualTo(FULL.labels());
        assertThat(FULL.demands()).hasSize(2);
    }
}
