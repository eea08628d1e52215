package io.fogatlas.pictures;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.text.Amounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws the graph of one application: its external endpoints, its microservices, and the data flows between them. */
final class GraphDrawing {
    private static final double FONT = 11;
    private static final double HEIGHT = 24;
    private static final double BETWEEN = 40;
    private static final double MARGIN = 10;
    private static final double MOST_EMS = 13;
    private static final double WIDEST = 560;
    private static final double HIGHEST = 620;

    private final int number;
    private final Application application;
    private final Vertices vertices;
    private final GraphLayout layout;
    private final boolean sideways;
    private final double slot;
    private final double[] widths;
    private final double[] centres;
    private final double length;

    GraphDrawing(int number, Application application) {
        this.number = number;
        this.application = application;
        vertices = new Vertices(application);
        layout = GraphLayout.of(vertices.count(), vertices.edges());
        widths = new double[layout.depth()];
        for (int vertex = 0; vertex < vertices.count(); vertex++) {
            double width = Math.max(3, ShownText.ems(name(vertex))) * FONT + 26;
            widths[layout.layer(vertex)] = Math.max(widths[layout.layer(vertex)], width);
        }
        double widest = Arrays.stream(widths).max().orElse(0);
        double across = Arrays.stream(widths).sum() + (layout.depth() - 1) * BETWEEN;
        double fitDown =
                Math.min(WIDEST / (layout.breadth() * (widest + 12)), HIGHEST / (layout.depth() * (HEIGHT + BETWEEN)));
        double fitSideways = Math.min(WIDEST / across, HIGHEST / (layout.breadth() * (HEIGHT + 12)));
        sideways = Math.min(1, fitSideways) > Math.min(1, fitDown);
        slot = sideways ? HEIGHT + 12 : widest + 12;
        if (!sideways) {
            Arrays.fill(widths, widest);
        }
        centres = new double[layout.depth()];
        double end = MARGIN;
        for (int each = 0; each < centres.length; each++) {
            double size = sideways ? widths[each] : HEIGHT;
            centres[each] = end + size / 2;
            end += size + BETWEEN;
        }
        length = end - BETWEEN + MARGIN;
    }

    double width() {
        return sideways ? length : 2 * MARGIN + (layout.breadth() - 1) * slot + widths[0];
    }

    double height() {
        return sideways ? 2 * MARGIN + (layout.breadth() - 1) * slot + HEIGHT : length;
    }

    private String name(int vertex) {
        return ShownText.of(vertices.name(vertex), MOST_EMS);
    }

    /** Draws the graph with its upper left corner at the origin. */
    void draw(Markup out) {
        out.open("g", "class", "flows", "fill", "none").line();
        for (int flow = 0; flow < application.flows().size(); flow++) {
            flow(flow, application.flows().get(flow), out);
        }
        out.close().line();
        out.open("g", "class", "vertices").line();
        for (int vertex = 0; vertex < vertices.count(); vertex++) {
            vertex(vertex, out);
        }
        out.close().line();
    }

    private Point at(double inLayer, int layer) {
        return sideways
                ? new Point(centres[layer], MARGIN + HEIGHT / 2 + inLayer * slot)
                : new Point(MARGIN + widths[0] / 2 + inLayer * slot, centres[layer]);
    }

    private void vertex(int vertex, Markup out) {
        Point centre = at(layout.slot(vertex), layout.layer(vertex));
        boolean endpoint = vertices.isEndpoint(vertex);
        double boxWidth = widths[layout.layer(vertex)];
        double left = centre.x() - boxWidth / 2;
        double top = centre.y() - HEIGHT / 2;
        out.open("g", "class", endpoint ? "vertex endpoint" : "vertex", "data-vertex", Scene.vertexId(number, vertex));
        out.element("title", (endpoint ? "external endpoint " : "microservice ") + vertices.name(vertex));
        out.empty(
                "rect",
                Ink.attributes(
                        "box",
                        List.of(Ink.CARD, Ink.EDGE),
                        "x",
                        left,
                        "y",
                        top,
                        "width",
                        boxWidth,
                        "height",
                        HEIGHT,
                        "rx",
                        endpoint ? HEIGHT / 2 : 5,
                        "stroke-width",
                        1.1));
        Point bullet = new Point(left + 12, centre.y());
        double half = endpoint ? 4 : 3.4;
        out.empty(
                "path",
                Ink.attributes(
                        "bullet",
                        List.of(Ink.application(number)),
                        "d",
                        endpoint
                                ? "M" + bullet.plus(0, -half) + "L" + bullet.plus(half, 0) + "L" + bullet.plus(0, half)
                                        + "L" + bullet.plus(-half, 0) + "Z"
                                : "M" + bullet.plus(-half, -half) + "L" + bullet.plus(half, -half) + "L"
                                        + bullet.plus(half, half) + "L" + bullet.plus(-half, half) + "Z"));
        out.element(
                "text",
                name(vertex),
                Ink.attributes(
                        "", List.of(Ink.TEXT), "x", left + 20, "y", centre.y() + FONT * 0.36, "font-size", FONT));
        out.close().line();
    }

    private void flow(int number, DataFlow flow, Markup out) {
        List<Point> points = new ArrayList<>();
        List<Point> course = layout.course(number);
        double sign = course.get(0).y() < course.get(course.size() - 1).y() ? 1 : -1;
        for (int i = 0; i < course.size(); i++) {
            int layer = (int) course.get(i).y();
            Point centre = at(course.get(i).x(), layer);
            if (i > 0 && i < course.size() - 1) {
                // Straight past the boxes of the layer, which are as wide as its column.
                points.add(beside(layer, centre, -sign));
                points.add(beside(layer, centre, sign));
            } else {
                points.add(centre);
            }
        }
        int[] ends = vertices.edges().get(number);
        points.set(0, beside(layout.layer(ends[0]), points.get(0), sign));
        points.set(points.size() - 1, beside(layout.layer(ends[1]), points.get(points.size() - 1), -sign));
        StringBuilder path = new StringBuilder("M" + points.get(0));
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            double half = (sideways ? to.x() - from.x() : to.y() - from.y()) / 2;
            path.append("C")
                    .append(sideways ? from.plus(half, 0) : from.plus(0, half))
                    .append(" ")
                    .append(sideways ? to.plus(-half, 0) : to.plus(0, -half))
                    .append(" ")
                    .append(to);
        }
        Point tip = points.get(points.size() - 1);
        double back = -5 * sign;
        String arrow = sideways
                ? "M" + tip.plus(back, -3.5) + "L" + tip + "L" + tip.plus(back, 3.5)
                : "M" + tip.plus(-3.5, back) + "L" + tip + "L" + tip.plus(3.5, back);
        out.open("g", "class", "flow", "data-flow", Scene.flowId(this.number, number));
        out.element(
                "title",
                flow.name() + ": " + flow.source() + " → " + flow.destination() + ", "
                        + Amounts.bandwidth(flow.bandwidthBps())
                        + (flow.hasLatencyBound() ? ", at most " + Amounts.latency(flow.latencyBoundMicros()) : ""));
        out.empty(
                "path",
                Ink.attributes(
                        "edge",
                        List.of(Ink.EDGE),
                        "stroke-width",
                        1.3,
                        "stroke-linecap",
                        "round",
                        "stroke-linejoin",
                        "round",
                        "d",
                        path + arrow));
        out.close().line();
    }

    /** The middle of the side of a box that looks along the layers, or against them. */
    private Point beside(int layer, Point centre, double sign) {
        return sideways ? centre.plus(sign * widths[layer] / 2, 0) : centre.plus(0, sign * HEIGHT / 2);
    }
}
