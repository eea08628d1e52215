package io.fogatlas.pictures;

import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.pareto.ParetoFront;
import io.fogatlas.placement.pareto.ParetoPoint;
import java.util.List;
import java.util.Objects;

/**
 * A picture of a trade-off: the points of a front, those that are proved as discs and others as rings, the steps beyond which everything is
 * worse, and hatched where more may be. Of three terms the third is told by colour, and each pair has a panel of its own.
 *
 * <p>Immutable. The same values give the same picture, byte for byte. Names are shown as text, whatever they contain.
 */
public final class FrontPicture {
    private static final double WIDTH = 760;
    private static final double MARGIN = 20;
    private static final double HEADING = 62;
    private static final double PANEL = 400;
    private static final double SMALL_PANEL = 260;

    private final PlacementRequest request;
    private final ParetoFront front;

    private FrontPicture(PlacementRequest request, ParetoFront front) {
        this.request = Objects.requireNonNull(request, "request");
        this.front = Objects.requireNonNull(front, "front");
    }

    /**
     * Starts a picture.
     *
     * @param request what was asked
     * @param front what was found
     * @return the picture
     * @throws IllegalArgumentException if the front has no point
     */
    public static FrontPicture of(PlacementRequest request, ParetoFront front) {
        if (front.points().isEmpty()) {
            throw new IllegalArgumentException("There is no point in the front to draw.");
        }
        return new FrontPicture(request, front);
    }

    /**
     * Draws the front.
     *
     * @return SVG 1.1 without scripts; in the dark mode of a viewer it is dark
     */
    public String svg() {
        return drawing(/* links= */ false);
    }

    /**
     * Writes a page for a browser with the drawing, a table of the points, and where each of them places what. It needs nothing but itself,
     * and no script.
     *
     * @return HTML
     */
    public String html() {
        return new FrontPage(request, front, title(), drawing(/* links= */ true)).html();
    }

    private String title() {
        return request.application().id() + ": "
                + String.join(
                        " against ",
                        front.terms().stream().map(term -> term.key()).toList());
    }

    /** What is known, in a line. */
    static String known(ParetoFront front) {
        int count = front.points().size();
        long proved = front.points().stream().filter(ParetoPoint::proved).count();
        String points = count + (count == 1 ? " point" : " points");
        return front.isComplete()
                ? points + ", complete, all proved"
                : points + ", " + proved + " proved; more may be in "
                        + front.open().size()
                        + (front.open().size() == 1 ? " range" : " ranges")
                        + (front.terms().size() == 2 ? " (hatched)" : "");
    }

    private String drawing(boolean links) {
        boolean three = front.terms().size() == 3;
        double height = HEADING + PANEL + (three ? SMALL_PANEL : 0) + MARGIN;
        Markup out = new Markup();
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + Decimals.of(WIDTH) + " " + Decimals.of(height),
                "width",
                WIDTH,
                "height",
                height,
                "font-family",
                Poster.FONTS);
        out.line();
        out.element("title", title());
        out.style(style()).line();
        pattern(out);
        out.empty("rect", Ink.attributes("", List.of(Ink.PAPER), "width", WIDTH, "height", height, "rx", 10));
        text(out, ShownText.of(title(), WIDTH / 18), 28, 16, Ink.TEXT);
        text(out, known(front), 48, 12, Ink.FAINT);
        out.line();
        new FrontPanel(front, 0, 1, new Box(MARGIN, HEADING, WIDTH - 2 * MARGIN, PANEL), links).draw(out);
        if (three) {
            double top = HEADING + PANEL;
            double middle = WIDTH / 2;
            double width = middle - 1.5 * MARGIN;
            shades(out);
            new FrontPanel(front, 0, 2, new Box(MARGIN, top, width, SMALL_PANEL), links).draw(out);
            new FrontPanel(front, 1, 2, new Box(middle + MARGIN / 2, top, width, SMALL_PANEL), links).draw(out);
        }
        return out.close().line().toString();
    }

    private static String style() {
        return ".ring{stroke:none}\n.point:focus{outline:none}\n"
                + ".point:focus .ring,.point:hover .ring{stroke:#e69f00;stroke-width:3}\n"
                + Ink.rulesForTheDark();
    }

    private static void pattern(Markup out) {
        out.open("defs");
        out.open("pattern", "id", "open", "width", 7.0, "height", 7.0, "patternUnits", "userSpaceOnUse");
        out.empty("path", Ink.attributes("", List.of(Ink.EDGE), "stroke-width", 1.0, "d", "M0 7L7 0"));
        out.close().close().line();
    }

    private static void text(Markup out, String text, double y, double size, Ink ink) {
        out.element("text", text, Ink.attributes("", List.of(ink), "x", MARGIN, "y", y, "font-size", size));
    }

    /** Says which colour stands for how much of the third term. */
    private void shades(Markup out) {
        FrontAxis third = FrontAxis.of(front, 2);
        double x = WIDTH - MARGIN - 250;
        out.open("g", "font-size", 11.0);
        out.element(
                "text",
                third.term().heading() + ": less",
                Ink.attributes("", List.of(Ink.FAINT), "x", x, "y", 48.0, "text-anchor", "end"));
        for (int shade = 1; shade <= 5; shade++) {
            out.empty(
                    "circle",
                    Ink.attributes(
                            "",
                            List.of(Ink.load(shade)),
                            "fill",
                            "none",
                            "stroke-width",
                            6.0,
                            "cx",
                            x + 18.0 * shade,
                            "cy",
                            44.0,
                            "r",
                            3.0));
        }
        out.element("text", "more", Ink.attributes("", List.of(Ink.FAINT), "x", x + 106, "y", 48.0));
        out.close().line();
    }
}
