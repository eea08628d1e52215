package io.fogatlas.model.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.Location;
import io.fogatlas.model.Refusal;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RegionConstraintTest {
    private static final Location TRENTO = new Location(46.07, 11.12);
    private static final Region EDGE =
            Region.builder("edge").tier(2).location(TRENTO).build();
    /** 17 km away. */
    private static final Region FOG =
            Region.builder("fog").tier(1).location(new Location(45.92, 11.09)).build();

    private static final Region CLOUD = Region.builder("cloud").build();
    private final Infrastructure infrastructure = Infrastructure.builder()
            .addRegions(List.of(EDGE, FOG, CLOUD))
            .add(ExternalEndpoint.of("camera", "edge"))
            .add(ExternalEndpoint.of("api", "cloud"))
            .add(new ExternalEndpoint("car", "car", "", "cloud", Optional.of(TRENTO)))
            .build();

    @Test
    void regionsAreAllowedOrForbiddenByName() {
        assertThat(permitted(new RegionConstraint.AllowedRegions(Set.of("fog", "edge"))))
                .containsExactly("edge", "fog");
        assertThat(permitted(new RegionConstraint.ForbiddenRegions(Set.of("fog", "edge"))))
                .containsExactly("cloud");
    }

    @Test
    void tiersAreAllowed() {
        assertThat(permitted(new RegionConstraint.AllowedTiers(Set.of(0, 1)))).containsExactly("fog", "cloud");
    }

    @Test
    void aRadiusPermitsWhatIsNotFartherAndLeavesOutWhatLiesNowhere() {
        assertThat(permitted(new RegionConstraint.Within(TRENTO, 20_000))).containsExactly("edge", "fog");
        assertThat(permitted(new RegionConstraint.Within(TRENTO, 10_000))).containsExactly("edge");
        assertThat(permitted(new RegionConstraint.Within(TRENTO, 0))).containsExactly("edge");
    }

    @Test
    void aRadiusAroundAnEndpointAlwaysPermitsItsRegion() {
        assertThat(permitted(new RegionConstraint.WithinOfEndpoint("camera", 20_000)))
                .containsExactly("edge", "fog");
        assertThat(permitted(new RegionConstraint.WithinOfEndpoint("api", 20_000)))
                .containsExactly("cloud");
        assertThat(permitted(new RegionConstraint.WithinOfEndpoint("car", 1))).containsExactly("edge", "cloud");
        assertThat(permitted(new RegionConstraint.WithinOfEndpoint("nobody", 1)))
                .isEmpty();
    }

    @Test
    void refusesToNameNothing() {
        assertThat(Refusal.of(() -> new RegionConstraint.AllowedRegions(Set.of())))
                .containsExactly("AllowedRegions '': must name at least one");
        assertThat(Refusal.of(() -> new RegionConstraint.ForbiddenRegions(Set.of())))
                .containsExactly("ForbiddenRegions '': must name at least one");
        assertThat(Refusal.of(() -> new RegionConstraint.AllowedTiers(Set.of())))
                .containsExactly("AllowedTiers '': must name at least one");
    }

    @Test
    void refusesNegativeRadiiAndNull() {
        assertThat(Refusal.of(() -> new RegionConstraint.Within(TRENTO, -1)))
                .containsExactly("Within '': radiusMeters must be from 0 to 9007199254740992, but is -1");
        assertThat(Refusal.of(() -> new RegionConstraint.WithinOfEndpoint("camera", -1)))
                .containsExactly("WithinOfEndpoint '': radiusMeters must be from 0 to 9007199254740992, but is -1");
        assertThatThrownBy(() -> new RegionConstraint.Within(null, 1)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new RegionConstraint.WithinOfEndpoint(null, 1))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void doesNotChangeWithTheSetItWasMadeOf() {
        Set<String> ids = new HashSet<>(Set.of("edge"));
        RegionConstraint.AllowedRegions allowed = new RegionConstraint.AllowedRegions(ids);
        ids.add("cloud");

        assertThat(allowed).isEqualTo(new RegionConstraint.AllowedRegions(Set.of("edge")));
        assertThatThrownBy(() -> allowed.regionIds().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private List<String> permitted(RegionConstraint constraint) {
        return infrastructure.regions().stream()
                .filter(region -> constraint.permits(region, infrastructure))
                .map(Region::id)
                .toList();
    }
}
