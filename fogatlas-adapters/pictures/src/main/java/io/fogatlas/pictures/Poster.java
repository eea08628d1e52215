package io.fogatlas.pictures;

import java.util.ArrayList;
import java.util.List;

/** Composes one drawing for itself: a title, the map, the graphs of the applications, and a legend. */
final class Poster {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    static final String FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
    /** What is drawn as pixels here takes the font that Java has. */
    private static final String JAVA_FONT = "SansSerif";

    private static final double MARGIN = 20;
    private static final double TITLE = 44;
    private static final double GAP = 16;

    private final Scene scene;
    private final List<GraphDrawing> graphs = new ArrayList<>();

    Poster(Scene scene) {
        this.scene = scene;
        for (int i = 0; i < scene.subjects().size(); i++) {
            graphs.add(new GraphDrawing(i, scene.subjects().get(i).application()));
        }
    }

    /** Writes the drawing; with a style sheet, viewers that can show it in their dark mode do. */
    String svg(boolean styled) {
        Box map = scene.sites().box();
        double mapWidth = map.width() + 2 * MARGIN;
        double below = graphRows(mapWidth - 2 * MARGIN);
        double height = TITLE + map.height() + Legend.HEIGHT + below + MARGIN;
        Markup out = new Markup();
        out.open(
                "svg",
                "xmlns",
                NAMESPACE,
                "viewBox",
                "0 0 " + Decimals.of(mapWidth) + " " + Decimals.of(height),
                "width",
                mapWidth,
                "height",
                height,
                "role",
                "img",
                "font-family",
                styled ? FONTS : JAVA_FONT);
        out.line();
        out.element("title", scene.title());
        if (styled) {
            out.style(Ink.rulesForTheDark());
        }
        out.line();
        out.empty("rect", Ink.attributes("", List.of(Ink.PAPER), "width", mapWidth, "height", height, "rx", 10));
        out.element(
                "text",
                ShownText.of(scene.title(), mapWidth / 18),
                Ink.attributes("", List.of(Ink.TEXT), "x", MARGIN, "y", 29, "font-size", 17, "font-weight", "600"));
        out.line();
        group(out, MARGIN, TITLE);
        new MapDrawing(scene).draw(out, List.of(scene.first()));
        out.close().line();
        new Legend(scene, out).draw(new Point(MARGIN, TITLE + map.height() + 4));
        graphs(out, TITLE + map.height() + Legend.HEIGHT, mapWidth - 2 * MARGIN);
        return out.close().line().toString();
    }

    private static void group(Markup out, double x, double y) {
        out.open("g", "transform", "translate(" + new Point(x, y) + ")").line();
    }

    private double scale(GraphDrawing graph, double width) {
        return Math.min(1, width / graph.width());
    }

    private double graphRows(double width) {
        double height = 0;
        for (GraphDrawing graph : graphs) {
            height += graph.height() * scale(graph, width) + 22 + GAP;
        }
        return height;
    }

    private void graphs(Markup out, double top, double width) {
        double y = top;
        for (int i = 0; i < graphs.size(); i++) {
            GraphDrawing graph = graphs.get(i);
            double scale = scale(graph, width);
            String outcome = scene.subjects()
                    .get(i)
                    .decision()
                    .map(each -> ": " + each.outcome().key())
                    .orElse("");
            out.element(
                    "text",
                    ShownText.of(scene.subjects().get(i).name() + outcome, width / 14),
                    Ink.attributes(
                            "", List.of(Ink.TEXT), "x", MARGIN, "y", y + 12, "font-size", 13, "font-weight", "600"));
            double left = MARGIN + (width - graph.width() * scale) / 2;
            out.open(
                            "g",
                            "transform",
                            "translate(" + new Point(left, y + 20) + ") scale(" + Math.round(scale * 1000) / 1000.0
                                    + ")")
                    .line();
            graph.draw(out);
            out.close().line();
            y += graph.height() * scale + 22 + GAP;
        }
    }
}
