package io.fogatlas.cli;

import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.reasons.Explainer;
import io.fogatlas.placement.reasons.Explanation;
import java.time.Duration;

/**
 * Which decisions are explained, and for how long.
 *
 * @param explainer who explains
 * @param wanted whether every decision is to be explained; if not, only what is infeasible is, and briefly
 * @param deadline the most time for one explanation
 */
record Explaining(Explainer explainer, boolean wanted, Duration deadline) {
    private static final Duration BRIEF = Duration.ofSeconds(2);

    Explanation of(PlacementRequest request, Decision decision, Progress progress) {
        if (!wanted && decision.outcome() != Outcome.INFEASIBLE) {
            return Explanation.NONE;
        }
        Duration limit = wanted || deadline.compareTo(BRIEF) < 0 ? deadline : BRIEF;
        return progress.during(
                "explaining " + decision.application(), () -> explainer.explain(request, decision, limit));
    }
}
