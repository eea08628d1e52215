package io.fogatlas.pictures;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws the layer of a view on top of the network. */
final class LayerDrawing {
    private final Scene scene;
    private final LinkLines lines;
    private final Markup out;

    LayerDrawing(Scene scene, LinkLines lines, Markup out) {
        this.scene = scene;
        this.lines = lines;
        this.out = out;
    }

    /** Draws the marks on links that data flows take; below the regions. */
    void marks(int number, Layer layer) {
        open("marks", number, "fill", "none", "stroke-linecap", "round");
        layer.used().forEach((link, applications) -> {
            String classes = applications.stream().map(each -> " app" + each).collect(Collectors.joining());
            out.empty(
                    "path",
                    Ink.attributes(
                            "mark app" + classes,
                            List.of(Ink.OUTLINE),
                            "stroke-width",
                            1.1,
                            "stroke-dasharray",
                            "1 4",
                            "d",
                            lines.path(link)));
        });
        out.close().line();
    }

    /** Draws names and cards; above everything else. */
    void labels(int number, Layer layer) {
        open("labels", number);
        Map<Label, Box> places =
                new LabelPlacement(scene.sites(), lines.segments(), layer.used().keySet()).place(layer.labels());
        places.forEach((label, box) -> {
            if (label.isCard()) {
                leader(label, box);
            } else {
                name(label, box);
            }
        });
        places.forEach((label, box) -> {
            if (label.isCard()) {
                card(label, box);
            }
        });
        out.close().line();
    }

    private void open(String name, int number, Object... others) {
        out.open("g", "class", name + " layer", "data-view", number);
        for (int i = 0; i < others.length; i += 2) {
            out.attribute(others[i].toString(), others[i + 1]);
        }
        if (number != scene.first()) {
            out.attribute("display", "none");
        }
        out.line();
    }

    private void name(Label label, Box box) {
        out.element(
                "text",
                label.shownName(),
                Ink.attributes(
                        "name",
                        List.of(Ink.FAINT, Ink.HALO),
                        "data-region",
                        Scene.regionId(label.region()),
                        "x",
                        box.left() + 1,
                        "y",
                        box.top() + label.size() - 0.5,
                        "font-size",
                        label.size(),
                        "stroke-width",
                        3,
                        "stroke-linejoin",
                        "round",
                        "paint-order",
                        "stroke"));
        out.line();
    }

    private void leader(Label label, Box box) {
        Point centre = scene.sites().at(label.region());
        Point end = box.nearest(centre);
        double radius = scene.sites().radius(label.region());
        if (end.distance(centre) > radius + 3) {
            Point start = centre.towards(end, radius / Math.max(1, end.distance(centre)));
            out.empty(
                    "path",
                    Ink.attributes("leader", List.of(Ink.EDGE), "stroke-width", 1, "d", "M" + start + "L" + end));
            out.line();
        }
    }

    private void card(Label label, Box box) {
        out.open("g", "class", "card", "data-region", Scene.regionId(label.region()));
        out.empty(
                "rect",
                Ink.attributes(
                        "",
                        List.of(Ink.CARD, Ink.EDGE),
                        "x",
                        box.left(),
                        "y",
                        box.top(),
                        "width",
                        box.width(),
                        "height",
                        box.height(),
                        "rx",
                        5,
                        "fill-opacity",
                        0.94,
                        "stroke-width",
                        0.9));
        double y = box.top() + Label.PADDING + label.size() - 2;
        out.element(
                "text",
                label.shownName(),
                Ink.attributes(
                        "title",
                        List.of(Ink.TEXT),
                        "x",
                        box.left() + Label.PADDING,
                        "y",
                        y,
                        "font-size",
                        label.size(),
                        "font-weight",
                        "600"));
        for (Label.Line line : label.lines()) {
            y += label.lineHeight();
            line(label, line, new Point(box.left() + Label.PADDING, y));
        }
        out.close().line();
    }

    private void line(Label label, Label.Line line, Point at) {
        out.open("g", "class", line.application() < 0 ? "entry" : "entry app app" + line.application());
        if (!line.vertex().isEmpty()) {
            out.attribute("data-vertex", line.vertex());
            bullet(line, at.plus(3.5, -3.8));
        }
        out.element(
                "text",
                line.shown(),
                Ink.attributes("", List.of(Ink.TEXT), "x", at.x() + 11, "y", at.y(), "font-size", label.lineSize()));
        out.close();
    }

    /** A square for a microservice, a diamond for an external endpoint, in the colour of the application. */
    private void bullet(Label.Line line, Point centre) {
        double half = line.endpoint() ? 4 : 3.2;
        String path = line.endpoint()
                ? "M" + centre.plus(0, -half) + "L" + centre.plus(half, 0) + "L" + centre.plus(0, half) + "L"
                        + centre.plus(-half, 0) + "Z"
                : "M" + centre.plus(-half, -half) + "L" + centre.plus(half, -half) + "L" + centre.plus(half, half) + "L"
                        + centre.plus(-half, half) + "Z";
        out.empty("path", Ink.attributes("bullet", List.of(Ink.application(line.application())), "d", path));
    }
}
