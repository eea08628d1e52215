package io.fogatlas.pictures;

import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.text.Amounts;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.pareto.ParetoFront;
import io.fogatlas.placement.pareto.ParetoPoint;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the page of a front: its drawing, a table of its points, and the placement of the one that was chosen. Without any script. */
final class FrontPage {
    private static final String STYLE = """
            body{font-family:%s;max-width:780px;margin:1em auto;padding:0 1em;background:#fff;color:#16202c}
            svg{max-width:100%%;height:auto}
            table{border-collapse:collapse;margin:.5em 0}
            th,td{padding:.2em .8em;text-align:left;border-bottom:1px solid #8492a2}
            td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
            a{color:inherit}
            section{display:none}
            section:target{display:block}
            @media (prefers-color-scheme: dark){body{background:#11161d;color:#e8eef5}}
            @media print{section{display:block;break-inside:avoid}}
            """.formatted(Poster.FONTS);

    private final PlacementRequest request;
    private final ParetoFront front;
    private final String title;
    private final String drawing;

    FrontPage(PlacementRequest request, ParetoFront front, String title, String drawing) {
        this.request = request;
        this.front = front;
        this.title = title;
        this.drawing = drawing;
    }

    String html() {
        Markup out = new Markup();
        out.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
        out.open("head").line();
        out.empty("meta", "charset", "utf-8");
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.element("title", title);
        out.style(STYLE).line();
        out.close().open("body").line();
        out.raw(drawing);
        out.element("p", "Choose a point to see what it places where.");
        table(out);
        for (int place = 0; place < front.points().size(); place++) {
            point(out, place);
        }
        return out.close().line().close().line().toString();
    }

    private void table(Markup out) {
        out.open("table").open("thead").open("tr");
        out.element("th", "point", "class", "number", "scope", "col");
        for (Term term : front.terms()) {
            out.element("th", term.heading(), "class", "number", "scope", "col");
        }
        out.element("th", "proved", "scope", "col")
                .close()
                .close()
                .open("tbody")
                .line();
        for (int place = 0; place < front.points().size(); place++) {
            ParetoPoint point = front.points().get(place);
            out.open("tr").open("td", "class", "number");
            out.element("a", Integer.toString(place + 1), "href", "#point-" + (place + 1))
                    .close();
            for (Term term : front.terms()) {
                out.element("td", Amounts.number(point.value(term)), "class", "number");
            }
            out.element("td", point.proved() ? "yes" : "no").close().line();
        }
        out.close().close().line();
    }

    private void point(Markup out, int place) {
        Placement placement = front.points().get(place).decision().placement().orElseThrow();
        out.open("section", "id", "point-" + (place + 1)).line();
        out.element("h2", FrontPanel.label(front, place));
        out.open("table").open("thead").open("tr");
        for (String column : List.of("microservice", "region", "replicas", "nodes")) {
            out.element("th", column, "scope", "col");
        }
        out.close().close().open("tbody").line();
        request.application().microservices().forEach(microservice -> {
            for (Assignment assignment : placement.of(microservice.name())) {
                out.open("tr");
                out.element("td", microservice.name()).element("td", assignment.region());
                out.element("td", Integer.toString(assignment.replicas()), "class", "number");
                out.element("td", nodes(assignment)).close().line();
            }
        });
        out.close().close().close().line();
    }

    private static String nodes(Assignment assignment) {
        return assignment.replicasByNode().entrySet().stream()
                .map(node -> node.getValue() == 1 ? node.getKey() : node.getKey() + " × " + node.getValue())
                .collect(Collectors.joining(", "));
    }
}
