package io.fogatlas.cli;

import io.fogatlas.manifests.Decided;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.change.Consequence;
import io.fogatlas.placement.change.Consequences;
import io.fogatlas.placement.change.MigrationPlan;
import io.fogatlas.placement.verification.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what follows from scenarios for people. */
final class WhatIfText {
    /** More would only push the new placement out of sight. */
    private static final int MOST_VIOLATIONS = 8;

    private static final int MOST_NAMED = 5;

    private final Paint paint;

    WhatIfText(Paint paint) {
        this.paint = paint;
    }

    /** Writes one scenario: why applications break, where they go, and what moves. */
    String of(Consequences consequences) {
        List<String> lines = new ArrayList<>(TextTable.broken(Printable.line(summary(consequences)), TextTable.WIDTH));
        for (Consequence consequence : consequences.broken()) {
            lines.add("");
            lines.add(paint.bold(Printable.line(consequence.application().toString())) + " breaks:");
            lines.addAll(violations(consequence.violations()));
            lines.add("");
            Decided decided = new Decided(consequence.request(), consequence.decision());
            lines.add(DecisionTable.of(decided, consequences.after(), paint).stripTrailing());
        }
        return String.join("\n", lines) + "\n";
    }

    private static String summary(Consequences consequences) {
        int broken = consequences.broken().size();
        int all = broken + consequences.untouched().size();
        long again = placedAgain(consequences);
        long without = broken - again;
        String head = consequences.scenario().text() + ": ";
        if (broken == 0) {
            return head + "none of " + number(all, "application") + " breaks";
        }
        return head + broken + " of " + number(all, "application") + (broken == 1 ? " breaks, " : " break, ")
                + (without == 0
                        ? (broken == 1 ? "and is placed again" : "and all are placed again")
                        : again + " placed again, " + without + " without a place");
    }

    private static String number(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static long placedAgain(Consequences consequences) {
        return consequences.broken().stream()
                .filter(each -> each.decision().isPlaced())
                .count();
    }

    private static List<String> violations(List<Violation> violations) {
        List<String> lines = new ArrayList<>();
        for (Violation violation : violations.stream().limit(MOST_VIOLATIONS).toList()) {
            List<String> text = TextTable.broken(Printable.line(violation.text()), TextTable.WIDTH - 4);
            for (int line = 0; line < text.size(); line++) {
                lines.add((line == 0 ? "  " : "    ") + text.get(line));
            }
        }
        if (violations.size() > MOST_VIOLATIONS) {
            lines.add("  and " + (violations.size() - MOST_VIOLATIONS) + " more");
        }
        if (violations.isEmpty()) {
            lines.add("  An external endpoint that it uses is lost.");
        }
        return lines;
    }

    /** Writes the N-1 report: a line for every failure that breaks something, and what that comes to. */
    String of(FailureKind kind, List<Consequences> report) {
        List<String> lines = new ArrayList<>();
        TextTable table =
                new TextTable(kind.name(), ">BREAKS", ">PLACED AGAIN", ">MOVED", ">PAUSES", "WITHOUT A PLACE");
        for (Consequences each : report) {
            if (!each.broken().isEmpty()) {
                table.add(
                        FailureKind.nameOf(each.scenario()
                                .events()
                                .get(each.scenario().events().size() - 1)),
                        Integer.toString(each.broken().size()),
                        Long.toString(placedAgain(each)),
                        Long.toString(each.broken().stream()
                                .mapToLong(Consequence::replicasMoved)
                                .sum()),
                        Long.toString(pauses(each)),
                        without(each));
            }
        }
        boolean anyBreaks = report.stream().anyMatch(each -> !each.broken().isEmpty());
        if (anyBreaks) {
            lines.addAll(table.lines(TextTable.WIDTH, paint::bold));
            lines.add("");
        }
        long survivors = report.stream().filter(Consequences::allSurvive).count();
        long harmless = report.stream().filter(each -> each.broken().isEmpty()).count();
        String verdict = survivors + " of " + number(report.size(), kind.toString())
                + " can fail, one at a time, and every application has a place; " + harmless
                + (harmless == 1 ? " of them breaks none" : " of them break none");
        lines.add(survivors == report.size() ? paint.good(verdict) : paint.bad(verdict));
        return String.join("\n", lines) + "\n";
    }

    private static long pauses(Consequences consequences) {
        return consequences.broken().stream()
                .flatMap(each -> each.decision().plan().stream())
                .mapToLong(WhatIfText::pauses)
                .sum();
    }

    private static long pauses(MigrationPlan plan) {
        return (long) plan.pausing().size() + plan.interrupted().size();
    }

    private static String without(Consequences consequences) {
        List<String> parts = new ArrayList<>();
        addNames(parts, consequences.lost(Outcome.INFEASIBLE), "");
        addNames(parts, consequences.lost(Outcome.UNKNOWN), " (not proved)");
        return parts.isEmpty() ? "-" : String.join(", ", parts);
    }

    private static void addNames(List<String> parts, List<ApplicationId> ids, String suffix) {
        if (!ids.isEmpty()) {
            String names = ids.stream().limit(MOST_NAMED).map(id -> id + suffix).collect(Collectors.joining(", "));
            parts.add(ids.size() > MOST_NAMED ? names + " and " + (ids.size() - MOST_NAMED) + " more" : names);
        }
    }
}
