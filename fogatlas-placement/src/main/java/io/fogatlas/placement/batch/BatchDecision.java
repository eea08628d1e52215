package io.fogatlas.placement.batch;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.Score;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was decided about a batch. The placements were verified one by one, each against what the others take, and as a whole.
 *
 * @param decisions one for each application, in the order of the request; one without placement says why the application was left out
 * @param outcome {@code optimal} if it is proved that no other admission is worth more (or as much with more applications, or as much
 *     with as many and a lower score) and that the admitted cannot be placed better; {@code feasible} if something is admitted;
 *     {@code infeasible} if it is proved that none can be; otherwise {@code unknown}
 * @param value what the admitted applications are worth together
 * @param valueBound what no admission can be worth more than, as far as is proved; the value itself if it is proved to be the highest
 * @param score what the placement of all admitted applications together is worth under the objective; empty if none is admitted
 * @param bound what no placement of these applications can score below, if known
 * @param after what is taken once the decisions are carried out
 * @param wallTime how long it took
 */
public record BatchDecision(
        List<Decision> decisions,
        Outcome outcome,
        long value,
        long valueBound,
        Optional<Score> score,
        OptionalDouble bound,
        Occupancy after,
        Duration wallTime) {
    /**
     * Copies the list.
     *
     * @param decisions one for each application
     * @param outcome what is known
     * @param value what the admitted are worth
     * @param valueBound what no admission exceeds
     * @param score the score of all together
     * @param bound what it cannot be below
     * @param after what is taken afterwards
     * @param wallTime how long it took
     * @throws IllegalArgumentException if the value is above its bound
     */
    public BatchDecision {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(wallTime, "wallTime");
        decisions = List.copyOf(decisions);
        if (value > valueBound) {
            throw new IllegalArgumentException("The value %d is above its bound %d.".formatted(value, valueBound));
        }
    }

    /**
     * Lists the applications that are placed.
     *
     * @return their ids in the order of the request
     */
    public List<ApplicationId> admitted() {
        return decisions.stream()
                .filter(Decision::isPlaced)
                .map(Decision::application)
                .toList();
    }

    /**
     * Lists the applications that are not placed.
     *
     * @return their ids in the order of the request
     */
    public List<ApplicationId> leftOut() {
        return decisions.stream()
                .filter(decision -> !decision.isPlaced())
                .map(Decision::application)
                .toList();
    }
}
