package io.fogatlas.placement.verification;

import io.fogatlas.placement.Score;
import java.util.List;
import java.util.Optional;

/**
 * What the {@link PlacementVerifier} found.
 *
 * @param violations every broken rule; empty if the placement is valid
 * @param score what the placement is worth; present if and only if it is valid
 */
public record Verification(List<Violation> violations, Optional<Score> score) {
    /**
     * Copies the list.
     *
     * @param violations every broken rule
     * @param score what the placement is worth
     */
    public Verification {
        violations = List.copyOf(violations);
    }

    /**
     * Says whether every rule is kept.
     *
     * @return whether there is no violation
     */
    public boolean isValid() {
        return violations.isEmpty();
    }
}
