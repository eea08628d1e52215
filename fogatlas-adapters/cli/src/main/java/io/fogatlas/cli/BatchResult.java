package io.fogatlas.cli;

import io.fogatlas.model.text.Amounts;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.batch.BatchDecision;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch that was placed.
 *
 * @param decision what was decided
 * @param values what each application is worth
 * @param algorithm the name of the algorithm
 * @param steps the decisions about each application
 */
record BatchResult(BatchDecision decision, List<Long> values, String algorithm, List<PlacementRun.Step> steps) {
    BatchResult {
        values = List.copyOf(values);
        steps = List.copyOf(steps);
    }

    int exitCode() {
        if (decision.leftOut().isEmpty()) {
            return ExitCodes.DONE;
        }
        boolean known = decision.outcome() != Outcome.UNKNOWN && decision.valueBound() == decision.value();
        return known ? ExitCodes.INFEASIBLE : ExitCodes.UNKNOWN;
    }

    /** Says for people what holds of all applications together. */
    String summary(Paint paint) {
        List<String> lines = new ArrayList<>();
        lines.add(paint.bold("batch") + ": " + paint.outcome(decision.outcome()) + ", "
                + decision.admitted().size() + " of " + steps.size() + " applications worth " + decision.value()
                + (decision.leftOut().isEmpty() ? "" : " of at most " + decision.valueBound()) + ", by " + algorithm
                + " in " + Amounts.time(decision.wallTime()));
        decision.score()
                .ifPresent(score -> lines.add("score " + Amounts.number(score.value())
                        + (decision.bound().isPresent()
                                ? ", "
                                        + DecisionTable.bound(
                                                score.value(), decision.bound().getAsDouble())
                                : "")));
        for (int number = 0; number < steps.size(); number++) {
            Decision one = decision.decisions().get(number);
            if (!one.isPlaced()) {
                String why =
                        one.reasons().stream().map(Reason::text).findFirst().orElse("");
                lines.addAll(TextTable.broken(
                        Printable.line(one.application() + " (" + values.get(number) + ") is " + why),
                        TextTable.WIDTH));
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
