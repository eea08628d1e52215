package io.fogatlas.placement;

import io.fogatlas.model.placement.Placement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What an algorithm hands to the {@link PlacementEngine}, which verifies it and makes it a {@link Decision}.
 *
 * @param placement the best placement found, if any
 * @param bound a value that no placement's score can be below, if the algorithm proved one
 * @param reasons what the algorithm can say about why it found none
 * @param infeasibleBy the names of different proofs that there is no placement; at least two, or nothing is taken as proved
 */
public record Answer(
        Optional<Placement> placement, OptionalDouble bound, List<Reason> reasons, Set<String> infeasibleBy) {
    /**
     * Copies the lists.
     *
     * @param placement the best placement found
     * @param bound a proved bound
     * @param reasons why there is none
     * @param infeasibleBy the proofs that there is none
     */
    public Answer {
        reasons = List.copyOf(reasons);
        infeasibleBy = Set.copyOf(infeasibleBy);
    }

    /**
     * Answers with a placement of which nothing is proved.
     *
     * @param placement the placement
     * @return the answer
     */
    public static Answer placed(Placement placement) {
        return new Answer(Optional.of(placement), OptionalDouble.empty(), List.of(), Set.of());
    }

    /**
     * Answers that nothing was found.
     *
     * @param reasons what is known about why
     * @return the answer
     */
    public static Answer nothing(List<Reason> reasons) {
        return new Answer(Optional.empty(), OptionalDouble.empty(), reasons, Set.of());
    }

    /**
     * Answers that there is no placement.
     *
     * @param proofs the names of the proofs, each by a different method
     * @return the answer
     */
    public static Answer infeasible(Set<String> proofs) {
        return new Answer(Optional.empty(), OptionalDouble.empty(), List.of(), proofs);
    }

    /**
     * Answers that the best placement is what the search knows already.
     *
     * @return the answer
     */
    public static Answer asOffered() {
        return nothing(List.of());
    }
}
