package io.fogatlas.pictures;

import io.fogatlas.model.text.Amounts;
import io.fogatlas.placement.pareto.OpenBox;
import io.fogatlas.placement.pareto.ParetoFront;
import io.fogatlas.placement.pareto.ParetoPoint;
import java.util.ArrayList;
import java.util.List;

/** Draws two terms of a front against each other: its points, the steps between them, and hatched where more may be. */
final class FrontPanel {
    private static final double FONT = 11;
    private static final double RADIUS = 6;
    private static final double LEFT = 58;
    private static final double BELOW = 40;

    /** The third term of a front is told by so many colours. */
    private static final int SHADES = 5;

    private final ParetoFront front;
    private final int across;
    private final int upwards;
    private final FrontAxis horizontal;
    private final FrontAxis vertical;
    private final Box box;
    private final boolean links;

    /** Takes two terms by their places, and the room; with links, points lead to what a page tells of them. */
    FrontPanel(ParetoFront front, int across, int upwards, Box room, boolean links) {
        this.front = front;
        this.across = across;
        this.upwards = upwards;
        this.links = links;
        horizontal = FrontAxis.of(front, across);
        vertical = FrontAxis.of(front, upwards);
        box = new Box(room.left() + LEFT, room.top(), room.width() - LEFT, room.height() - BELOW);
    }

    void draw(Markup out) {
        out.empty(
                "rect",
                Ink.attributes(
                        "",
                        List.of(Ink.SEA),
                        "x",
                        box.left(),
                        "y",
                        box.top(),
                        "width",
                        box.width(),
                        "height",
                        box.height()));
        out.line();
        grid(out);
        if (front.terms().size() == 2) {
            front.open().forEach(open -> hatch(out, open));
            steps(out);
        }
        for (int place = 0; place < front.points().size(); place++) {
            point(out, place);
        }
    }

    private double x(double amount) {
        return box.left() + horizontal.share(amount) * box.width();
    }

    private double y(double amount) {
        return box.bottom() - vertical.share(amount) * box.height();
    }

    private void grid(Markup out) {
        out.open("g", "font-size", FONT);
        for (double tick : horizontal.ticks()) {
            line(out, "M" + new Point(x(tick), box.top()) + "V" + Decimals.of(box.bottom()));
            text(out, Amounts.number(tick), x(tick), box.bottom() + 15, "middle");
        }
        for (double tick : vertical.ticks()) {
            line(out, "M" + new Point(box.left(), y(tick)) + "H" + Decimals.of(box.right()));
            text(out, Amounts.number(tick), box.left() - 6, y(tick) + 4, "end");
        }
        text(out, horizontal.term().heading(), (box.left() + box.right()) / 2, box.bottom() + 32, "middle");
        out.element(
                "text",
                vertical.term().heading(),
                Ink.attributes(
                        "",
                        List.of(Ink.FAINT),
                        "text-anchor",
                        "middle",
                        "transform",
                        "translate(" + new Point(box.left() - LEFT + 12, (box.top() + box.bottom()) / 2)
                                + ") rotate(-90)"));
        out.close().line();
    }

    private static void line(Markup out, String path) {
        out.empty("path", Ink.attributes("", List.of(Ink.LINE), "stroke-width", 0.6, "d", path));
    }

    private static void text(Markup out, String text, double x, double y, String anchor) {
        out.element("text", text, Ink.attributes("", List.of(Ink.FAINT), "x", x, "y", y, "text-anchor", anchor));
    }

    private void hatch(Markup out, OpenBox open) {
        double left = x(open.least().get(across));
        double right = x(Math.min(open.most().get(across), horizontal.high()));
        double top = y(Math.min(open.most().get(upwards), vertical.high()));
        double bottom = y(open.least().get(upwards));
        out.open(
                "rect",
                Ink.attributes(
                        "",
                        List.of(Ink.EDGE),
                        "fill",
                        "url(#open)",
                        "stroke-width",
                        0.8,
                        "stroke-dasharray",
                        "3 3",
                        "x",
                        left,
                        "y",
                        top,
                        "width",
                        Math.max(2, right - left),
                        "height",
                        Math.max(2, bottom - top)));
        out.element(
                "title",
                "an efficient placement may be here: " + range(horizontal, open, across) + ", "
                        + range(vertical, open, upwards));
        out.close().line();
    }

    private static String range(FrontAxis axis, OpenBox open, int term) {
        double most = open.most().get(term);
        return axis.text(open.least().get(term)) + (Double.isFinite(most) ? " to " + Amounts.number(most) : " or more");
    }

    private void steps(Markup out) {
        List<String> path = new ArrayList<>();
        for (ParetoPoint point : front.points()) {
            String x = Decimals.of(x(point.value(horizontal.term())));
            String y = Decimals.of(y(point.value(vertical.term())));
            path.add(path.isEmpty() ? "M" + x + " " + y : "H" + x + "V" + y);
        }
        out.empty(
                "path",
                Ink.attributes(
                        "",
                        List.of(Ink.EDGE),
                        "fill",
                        "none",
                        "stroke-width",
                        1.4,
                        "stroke-dasharray",
                        "5 3",
                        "d",
                        String.join("", path)));
        out.line();
    }

    private void point(Markup out, int place) {
        ParetoPoint point = front.points().get(place);
        double x = x(point.value(horizontal.term()));
        double y = y(point.value(vertical.term()));
        String label = label(front, place);
        if (links) {
            out.open("a", "href", "#point-" + (place + 1), "class", "point", "aria-label", label);
        } else {
            out.open("g", "tabindex", "0", "role", "img", "class", "point", "aria-label", label);
        }
        out.element("title", label);
        mark(out, point, x, y);
        out.element(
                "text",
                Integer.toString(place + 1),
                Ink.attributes("", List.of(Ink.TEXT), "x", x + 9, "y", y - 6, "font-size", FONT));
        out.close().line();
    }

    /** A disc if it is proved, a ring if not; with three terms in the colour of the third, which grows darker with it. */
    private void mark(Markup out, ParetoPoint point, double x, double y) {
        Ink ink = front.terms().size() == 2 ? Ink.ROUTE : shade(point);
        double width = point.proved() ? RADIUS : 2;
        double radius = point.proved() ? RADIUS / 2 : RADIUS - 1;
        out.empty(
                "circle",
                Ink.attributes("", List.of(ink), "fill", "none", "stroke-width", width, "cx", x, "cy", y, "r", radius));
        out.empty("circle", "class", "ring", "fill", "none", "cx", x, "cy", y, "r", RADIUS + 4);
        // Something to point at, also inside a ring.
        out.empty("circle", "fill", "#000", "fill-opacity", "0", "cx", x, "cy", y, "r", RADIUS + 4);
    }

    private Ink shade(ParetoPoint point) {
        FrontAxis third = FrontAxis.of(front, 2);
        return Ink.load(1 + (int) Math.min(SHADES - 1, Math.floor(SHADES * third.share(point.value(third.term())))));
    }

    /** Says all of a point in one line. */
    static String label(ParetoFront front, int place) {
        ParetoPoint point = front.points().get(place);
        List<String> amounts = new ArrayList<>();
        for (int term = 0; term < front.terms().size(); term++) {
            amounts.add(FrontAxis.of(front, term).text(point.value(front.terms().get(term))));
        }
        return "point " + (place + 1) + ": " + String.join(", ", amounts)
                + (point.proved() ? ", proved efficient" : ", not proved");
    }
}
