package io.fogatlas.placement.batch;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.Score;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about running a set of applications together.
 *
 * @param set the numbers of their entries; not to be changed
 * @param outcome what is known
 * @param placements where each of them runs; empty if they are not placed
 * @param score what these placements are worth as a whole; present if the set is placed and not empty
 * @param bound what no placement of the set can score below
 */
record Trial(
        BitSet set, Outcome outcome, Map<ApplicationId, Placement> placements, Optional<Score> score, double bound) {
    static Trial without(BitSet set, Outcome outcome) {
        return new Trial(set, outcome, Map.of(), Optional.empty(), 0);
    }

    boolean isPlaced() {
        return outcome == Outcome.OPTIMAL || outcome == Outcome.FEASIBLE;
    }

    /** The score; 0 of nothing. */
    double value() {
        return score.map(Score::value).orElse(0.0);
    }
}
