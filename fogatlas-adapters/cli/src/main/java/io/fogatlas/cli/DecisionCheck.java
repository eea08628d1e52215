package io.fogatlas.cli;

import io.fogatlas.manifests.RecordedDecision;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.text.Amounts;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.verification.NecessaryConditions;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is left of the claims of a decision that somebody recorded once they are checked.
 *
 * @param verdict what is known now, in a few words
 * @param problems the rules its placement breaks and the claims that are wrong; empty if there are none
 * @param holding what its placement takes; present if it breaks no rule
 */
record DecisionCheck(String verdict, List<String> problems, Optional<Holding> holding) {
    /** By how much, relative to its value, a claimed number may differ from ours: it was rounded or summed in another order. */
    private static final double TOLERANCE = 1e-6;

    DecisionCheck {
        problems = List.copyOf(problems);
    }

    /** Checks a decision against the request it should answer. */
    static DecisionCheck of(PlacementRequest request, RecordedDecision decision) {
        if (decision.placement().isEmpty()) {
            return withoutPlacement(request, decision);
        }
        Placement placement = decision.placement().get();
        Verification verification = PlacementVerifier.verify(request, placement);
        if (!verification.isValid()) {
            List<String> broken = verification.violations().stream()
                    .map(violation -> violation.text())
                    .toList();
            return new DecisionCheck("violated", broken, Optional.empty());
        }
        Score score = verification.score().orElseThrow();
        Holding holding = Holding.of(request.infrastructure(), request.application(), placement);
        List<String> wrong = new ArrayList<>();
        wrongScore(decision, score, wrong);
        wrongLinks(decision, holding.bandwidthBpsByLink(), wrong);
        String verdict = wrong.isEmpty() ? "valid, score " + Amounts.number(score.value()) : "wrongly described";
        return new DecisionCheck(verdict, wrong, Optional.of(holding));
    }

    private static DecisionCheck withoutPlacement(PlacementRequest request, RecordedDecision decision) {
        if (decision.outcome() != Outcome.INFEASIBLE) {
            return new DecisionCheck("no placement, so nothing to verify", List.of(), Optional.empty());
        }
        List<Reason> proof = NecessaryConditions.broken(request);
        String verdict = proof.isEmpty() ? "infeasible, which is not proved here" : "infeasible, which is confirmed";
        return new DecisionCheck(verdict, List.of(), Optional.empty());
    }

    private static void wrongScore(RecordedDecision decision, Score score, List<String> wrong) {
        decision.terms().forEach((term, claimed) -> {
            double amount = score.terms().getOrDefault(term, claimed);
            if (differ(claimed, amount)) {
                wrong.add("term '" + term.key() + "': " + Amounts.number(claimed) + " is stated, but the placement has "
                        + Amounts.number(amount));
            }
        });
        decision.objective().ifPresent(claimed -> {
            if (differ(claimed, score.value())) {
                wrong.add("objective: " + Amounts.number(claimed) + " is stated, but the placement scores "
                        + Amounts.number(score.value()));
            }
        });
        decision.bound().ifPresent(bound -> {
            if (bound > score.value() && differ(bound, score.value())) {
                wrong.add("bound: it is stated that nothing scores less than " + Amounts.number(bound)
                        + ", but the placement scores " + Amounts.number(score.value()));
            }
        });
    }

    private static void wrongLinks(RecordedDecision decision, Map<String, Long> takes, List<String> wrong) {
        Map<String, Long> claimed = decision.bandwidthBpsByLink();
        if (claimed.isEmpty()) {
            return;
        }
        TreeSet<String> links = new TreeSet<>(claimed.keySet());
        links.addAll(takes.keySet());
        for (String link : links) {
            long stated = claimed.getOrDefault(link, 0L);
            long taken = takes.getOrDefault(link, 0L);
            if (stated != taken) {
                wrong.add("link '" + link + "': " + stated + " bit/s are stated, but the routes take " + taken);
            }
        }
    }

    private static boolean differ(double claimed, double value) {
        return !(Math.abs(claimed - value) <= TOLERANCE * Math.max(1, Math.abs(value)));
    }
}
