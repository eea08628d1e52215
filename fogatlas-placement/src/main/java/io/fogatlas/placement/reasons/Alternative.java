package io.fogatlas.placement.reasons;

import io.fogatlas.model.placement.Placement;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Another region for one Assignment, while all others stay in their regions and the other flows on their routes.
 *
 * @param microservice the microservice
 * @param from the region it is in
 * @param to the other region
 * @param price what the move adds to the score; absent if the region cannot take it
 * @param placement the placement after the move, verified; present together with the price
 * @param text why the region lost
 */
public record Alternative(
        String microservice, String from, String to, OptionalDouble price, Optional<Placement> placement, String text) {
    /**
     * Checks that nothing is missing.
     *
     * @param microservice the microservice
     * @param from the region it is in
     * @param to the other region
     * @param price what the move adds
     * @param placement the placement after the move
     * @param text why the region lost
     */
    public Alternative {
        Objects.requireNonNull(microservice, "microservice");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(placement, "placement");
        Objects.requireNonNull(text, "text");
    }
}
