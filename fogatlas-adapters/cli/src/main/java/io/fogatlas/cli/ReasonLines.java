package io.fogatlas.cli;

import io.fogatlas.model.text.Amounts;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.reasons.Alternative;
import io.fogatlas.placement.reasons.Conflict;
import io.fogatlas.placement.reasons.Contribution;
import io.fogatlas.placement.reasons.Explanation;
import io.fogatlas.placement.reasons.Relaxation;
import io.fogatlas.placement.reasons.Requirement;
import io.fogatlas.placement.reasons.ScoreExplanation;
import io.fogatlas.placement.verification.RegionRejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes for people why a decision is as it is. */
final class ReasonLines {
    /** Of so many regions each is told; of more the counts and the nearest ones. */
    private static final int FEW = 8;

    private static final int NEAREST = 5;

    /** So many requirements are told of a conflict that may not be minimal. */
    private static final int MOST_REQUIREMENTS = 12;

    private final UnaryOperator<String> heading;
    private final List<String> lines = new ArrayList<>();

    private ReasonLines(UnaryOperator<String> heading) {
        this.heading = heading;
    }

    /** Tells why there is no placement: what was explained, or else what the decision itself says. */
    static List<String> ofRefusal(List<Reason> reasons, Explanation explanation, UnaryOperator<String> heading) {
        ReasonLines text = new ReasonLines(heading);
        if (explanation.conflict().isEmpty()) {
            reasons.forEach(reason -> text.item(about(reason.microservice()) + reason.text()));
        }
        explanation.conflict().ifPresent(text::conflict);
        text.regions(explanation.rejections());
        text.relaxations(explanation.relaxations());
        text.unfinished(explanation.unfinished());
        return text.lines;
    }

    /** Tells what a score is made of. */
    static List<String> ofScore(Explanation explanation, UnaryOperator<String> heading) {
        ReasonLines text = new ReasonLines(heading);
        explanation.score().ifPresent(text::score);
        text.unfinished(explanation.unfinished());
        return text.lines;
    }

    private static String about(String microservice) {
        return microservice.isEmpty() ? "" : microservice + ": ";
    }

    private void heading(String text) {
        TextTable.broken(Printable.line(text), TextTable.WIDTH).forEach(part -> lines.add(heading.apply(part)));
    }

    private void item(String text) {
        List<String> broken = TextTable.broken(Printable.line(text.strip()), TextTable.WIDTH - 4);
        for (int line = 0; line < broken.size(); line++) {
            lines.add((line == 0 ? "  " : "    ") + broken.get(line));
        }
    }

    private void conflict(Conflict conflict) {
        List<Requirement> requirements = conflict.requirements();
        if (requirements.isEmpty()) {
            heading("even without any of its requirements:");
            conflict.proof().forEach(reason -> item(about(reason.microservice()) + reason.text()));
            return;
        }
        if (!conflict.minimal() && requirements.size() > MOST_REQUIREMENTS) {
            heading("%d of its requirements cannot hold together; there was no time to find out which:"
                    .formatted(requirements.size()));
            conflict.proof().forEach(reason -> item(about(reason.microservice()) + reason.text()));
            return;
        }
        String which = conflict.minimal() ? "" : ", and perhaps fewer of them already";
        heading(
                requirements.size() == 1
                        ? "this cannot be met, whatever else is dropped:"
                        : "these cannot hold together" + which + ":");
        requirements.forEach(requirement -> item(requirement.text()));
        boolean byRegions =
                requirements.stream().anyMatch(each -> each.microservice().isPresent());
        if (!byRegions) {
            conflict.proof().forEach(reason -> item("since " + about(reason.microservice()) + reason.text()));
        }
    }

    private void regions(List<RegionRejection> rejections) {
        Map<String, List<RegionRejection>> byMicroservice = rejections.stream()
                .collect(Collectors.groupingBy(
                        rejection -> rejection.microservice() + " (" + rejection.replicas() + ")",
                        LinkedHashMap::new,
                        Collectors.toList()));
        byMicroservice.values().forEach(this::regionsOfOne);
    }

    private void regionsOfOne(List<RegionRejection> rejections) {
        RegionRejection first = rejections.get(0);
        String replicas = first.replicas() == 1 ? "" : "%d replicas of ".formatted(first.replicas());
        heading("where %s%s cannot be:".formatted(replicas, first.microservice()));
        if (rejections.size() > FEW) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            rejections.forEach(rejection -> counts.merge(rejection.kind(), 1, Integer::sum));
            item("%d regions lack: ".formatted(rejections.size())
                    + counts.entrySet().stream()
                            .map(entry -> "%s in %d".formatted(entry.getKey(), entry.getValue()))
                            .collect(Collectors.joining(", "))
                    + "; the nearest are");
        }
        rejections.stream()
                .limit(rejections.size() > FEW ? NEAREST : FEW)
                .forEach(rejection -> item(rejection.region() + ": " + rejection.text()));
    }

    private void relaxations(List<Relaxation> relaxations) {
        if (!relaxations.isEmpty()) {
            heading(relaxations.size() == 1 ? "this would be enough:" : "each of these would be enough:");
            relaxations.forEach(
                    relaxation -> item(relaxation.text() + (relaxation.smallest() ? "" : " (perhaps less would do)")));
        }
    }

    private void unfinished(List<String> unfinished) {
        unfinished.forEach(text -> item("note: " + text));
    }

    private void score(ScoreExplanation score) {
        if (!score.contributions().isEmpty()) {
            TextTable table = new TextTable("TERM", "OF", ">AMOUNT", ">IN SCORE", "");
            for (Contribution contribution : score.contributions()) {
                table.add(
                        contribution.term().key(),
                        contribution.name().isEmpty() ? "all" : contribution.name(),
                        Amounts.number(contribution.amount()),
                        Amounts.number(contribution.value()),
                        "");
            }
            add(table);
        }
        if (!score.alternatives().isEmpty()) {
            TextTable table = new TextTable("MICROSERVICE", "IN", "NOT IN", ">PRICE", "SINCE");
            for (Alternative alternative : score.alternatives()) {
                table.add(
                        alternative.microservice(),
                        alternative.from(),
                        alternative.to(),
                        alternative.price().isPresent()
                                ? (alternative.price().getAsDouble() > 0 ? "+" : "")
                                        + Amounts.number(alternative.price().getAsDouble())
                                : "-",
                        alternative.text());
            }
            add(table);
        }
    }

    private void add(TextTable table) {
        lines.add("");
        lines.addAll(table.lines(TextTable.WIDTH, heading));
    }
}
