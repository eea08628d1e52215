package io.fogatlas.cli;

import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.text.Amounts;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.pareto.OpenBox;
import io.fogatlas.placement.pareto.ParetoFront;
import io.fogatlas.placement.pareto.ParetoPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a front for people: a plot, and a list of its points. */
final class FrontText {
    /** Of so many open boxes each is told. */
    private static final int FEW_BOXES = 5;

    private final PlacementRequest request;
    private final ParetoFront front;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private FrontText(PlacementRequest request, ParetoFront front, Paint paint) {
        this.request = request;
        this.front = front;
        this.paint = paint;
    }

    /** Writes a front that has points; lists those at some places. */
    static String of(PlacementRequest request, ParetoFront front, List<Integer> shown, Paint paint) {
        FrontText text = new FrontText(request, front, paint);
        text.heading();
        text.lines.add("");
        text.lines.addAll(FrontPlot.lines(front, shown));
        text.lines.add("");
        text.points(shown);
        text.missing();
        return String.join("\n", text.lines) + "\n";
    }

    private void heading() {
        int count = front.points().size();
        long proved = front.points().stream().filter(ParetoPoint::proved).count();
        String name = Printable.line(request.application().id().toString());
        lines.addAll(TextTable.broken(name + ":", TextTable.WIDTH).stream()
                .map(paint::bold)
                .toList());
        String points = count + (count == 1 ? " point" : " points") + " between "
                + front.terms().stream().map(Term::key).collect(Collectors.joining(", "));
        String known = front.isComplete() ? "complete, all proved" : "incomplete, " + proved + " proved";
        TextTable.broken(points + ": " + known + ", in " + Amounts.time(front.wallTime()), TextTable.WIDTH - 2)
                .forEach(line -> lines.add("  " + line));
    }

    private void points(List<Integer> shown) {
        List<String> columns = new ArrayList<>(List.of(">NO"));
        front.terms().forEach(term -> columns.add(">" + term.key().toUpperCase(Locale.ROOT)));
        columns.addAll(List.of("PROVED", "PLACED IN"));
        TextTable table = new TextTable(columns.toArray(String[]::new));
        for (int place : shown) {
            ParetoPoint point = front.points().get(place);
            List<String> cells = new ArrayList<>(List.of(Integer.toString(place + 1)));
            front.terms().forEach(term -> cells.add(Amounts.number(point.value(term))));
            cells.add(point.proved() ? "yes" : "no");
            cells.add(regions(point.decision().placement().orElseThrow()));
            table.add(cells.toArray(String[]::new));
        }
        lines.addAll(table.lines(TextTable.WIDTH, paint::bold));
        int left = front.points().size() - shown.size();
        if (left > 0) {
            lines.add("not listed: " + left + (left == 1 ? " point" : " points") + " between these");
        }
    }

    /** Lists regions, each with how many replicas it takes. */
    private static String regions(Placement placement) {
        Map<String, Integer> replicas = new TreeMap<>();
        for (List<Assignment> in : placement.assignments().values()) {
            in.forEach(assignment -> replicas.merge(assignment.region(), assignment.replicas(), Integer::sum));
        }
        return replicas.entrySet().stream()
                .map(entry -> entry.getValue() == 1 ? entry.getKey() : entry.getKey() + "×" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    private void missing() {
        if (front.open().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("more may be found with more time, with");
        front.open().stream()
                .limit(FEW_BOXES)
                .forEach(box ->
                        TextTable.broken(text(box), TextTable.WIDTH - 4).forEach(line -> lines.add("  " + line)));
        if (front.open().size() > FEW_BOXES) {
            lines.add("  or in " + (front.open().size() - FEW_BOXES) + " further ranges");
        }
    }

    private String text(OpenBox box) {
        List<String> ranges = new ArrayList<>();
        for (int term = 0; term < front.terms().size(); term++) {
            double most = box.most().get(term);
            ranges.add(front.terms().get(term).key() + " "
                    + (Double.isFinite(most)
                            ? Amounts.number(box.least().get(term)) + " to " + Amounts.number(most)
                            : "from " + Amounts.number(box.least().get(term))));
        }
        return String.join(", ", ranges);
    }
}
