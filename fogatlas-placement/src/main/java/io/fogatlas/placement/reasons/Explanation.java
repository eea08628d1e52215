package io.fogatlas.placement.reasons;

import io.fogatlas.placement.verification.RegionRejection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a decision is as it is.
 *
 * @param rejections for each microservice that conflicts the regions that cannot take it, with the first rule each fails; the nearest to
 *     being possible first
 * @param conflict requirements that cannot hold together; empty if it is not proved that there is no placement
 * @param relaxations changes of which each makes the request feasible, the smallest first
 * @param score what the score is made of; present if there is a placement
 * @param unfinished what there was no time for
 */
public record Explanation(
        List<RegionRejection> rejections,
        Optional<Conflict> conflict,
        List<Relaxation> relaxations,
        Optional<ScoreExplanation> score,
        List<String> unfinished) {
    /** Says nothing. */
    public static final Explanation NONE =
            new Explanation(List.of(), Optional.empty(), List.of(), Optional.empty(), List.of());

    /**
     * Copies the lists.
     *
     * @param rejections why regions cannot take microservices
     * @param conflict what cannot hold together
     * @param relaxations what would help
     * @param score what the score is made of
     * @param unfinished what there was no time for
     */
    public Explanation {
        Objects.requireNonNull(conflict, "conflict");
        Objects.requireNonNull(score, "score");
        rejections = List.copyOf(rejections);
        relaxations = List.copyOf(relaxations);
        unfinished = List.copyOf(unfinished);
    }
}
