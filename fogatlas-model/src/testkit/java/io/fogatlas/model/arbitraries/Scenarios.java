package io.fogatlas.model.arbitraries;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Describes arbitrary scenarios: an infrastructure with an application that fits it.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Scenario> scenarios() {
 *     return new Scenarios(Infrastructures.ANY.regions(1, 5), Applications.ANY.microservices(1, 4), true).arbitrary();
 * }
 * }</pre>
 *
 * @param infrastructures where applications are placed
 * @param applications what is placed
 * @param occupied whether something may be taken already, and the application may run already
 */
public record Scenarios(Infrastructures infrastructures, Applications applications, boolean occupied) {
    /** Scenarios of any kind. */
    public static final Scenarios ANY = new Scenarios(Infrastructures.ANY, Applications.ANY, true);

    /**
     * Checks that nothing is missing.
     *
     * @param infrastructures where applications are placed
     * @param applications what is placed
     * @param occupied whether something may be taken already, and the application may run already
     */
    public Scenarios {
        Objects.requireNonNull(infrastructures, "infrastructures");
        Objects.requireNonNull(applications, "applications");
    }

    /**
     * Draws scenarios.
     *
     * @return the arbitrary; it shrinks infrastructure and application alike
     */
    public Arbitrary<Scenario> arbitrary() {
        return Combinators.combine(
                        infrastructures.arbitrary(),
                        applications.shapes(),
                        HoldingShape.arbitrary().optional(occupied ? 0.4 : 0),
                        HoldingShape.arbitrary().optional(occupied ? 0.3 : 0),
                        CurrentShape.arbitrary().optional(occupied ? 0.5 : 0))
                .as(Scenarios::scenario);
    }

    private static Scenario scenario(
            Infrastructure infrastructure,
            ApplicationShape shape,
            Optional<HoldingShape> neighbour,
            Optional<HoldingShape> others,
            Optional<CurrentShape> running) {
        Application application = shape.in(infrastructure);
        Occupancy occupancy = new Occupancy(
                Map.of(), others.map(holding -> holding.holding(infrastructure)).orElse(Holding.NONE));
        if (neighbour.isPresent()) {
            ApplicationId id = new ApplicationId(CompanyShape.OTHER_NAMESPACE, "neighbour");
            occupancy = occupancy.with(id, neighbour.get().holding(infrastructure));
        }
        Optional<Placement> current = running.map(shaped -> shaped.placement(infrastructure, application));
        if (current.isPresent()) {
            occupancy = occupancy.with(application.id(), Holding.of(infrastructure, application, current.get()));
        }
        return new Scenario(infrastructure, application, occupancy, current);
    }
}
