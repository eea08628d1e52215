package io.fogatlas.placement.reasons;

import java.util.List;

/**
 * What a score is made of, and why it would be worse elsewhere.
 *
 * @param contributions what each part adds by each term; they add up to the score
 * @param alternatives for each Assignment that has a choice the next-best regions, the best first
 */
public record ScoreExplanation(List<Contribution> contributions, List<Alternative> alternatives) {
    /**
     * Copies the lists.
     *
     * @param contributions what each part adds
     * @param alternatives the next-best regions
     */
    public ScoreExplanation {
        contributions = List.copyOf(contributions);
        alternatives = List.copyOf(alternatives);
    }
}
