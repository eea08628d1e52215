package io.fogatlas.cli;

import io.fogatlas.placement.change.MigrationPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes a plan for people: who pauses, and what is done in which order. */
final class PlanText {
    private PlanText() {}

    /** The lines of a plan; none if nothing moves. */
    static List<String> lines(MigrationPlan plan) {
        if (plan.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.addAll(TextTable.broken(Printable.line(heading(plan)), TextTable.WIDTH));
        int digits = Integer.toString(plan.steps().size()).length();
        for (int number = 1; number <= plan.steps().size(); number++) {
            String label = " ".repeat(digits - Integer.toString(number).length()) + number + ". ";
            List<String> text = TextTable.broken(
                    Printable.line(plan.steps().get(number - 1).text()), TextTable.WIDTH - 2 - label.length());
            for (int line = 0; line < text.size(); line++) {
                lines.add("  " + (line == 0 ? label : " ".repeat(label.length())) + text.get(line));
            }
        }
        return lines;
    }

    private static String heading(MigrationPlan plan) {
        int count = plan.steps().size();
        String steps = "plan of " + count + (count == 1 ? " step" : " steps");
        if (plan.pausing().isEmpty() && plan.interrupted().isEmpty()) {
            return steps + ", nothing pauses:";
        }
        List<String> parts = new ArrayList<>();
        addNames(parts, plan.pausing(), " must pause");
        addNames(parts, plan.interrupted(), " must be interrupted");
        String proof = plan.fewestPauses() ? "no order does with less" : "whether an order does with less is not known";
        return steps + ", " + String.join(", ", parts) + " (" + proof + "):";
    }

    private static void addNames(List<String> parts, Set<String> names, String what) {
        if (!names.isEmpty()) {
            parts.add(String.join(" and ", names) + what);
        }
    }
}
