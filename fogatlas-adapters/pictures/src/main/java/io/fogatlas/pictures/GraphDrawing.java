package io.fogatlas.pictures;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import java.util.ArrayList;
import java.util.List;

/** Draws the graph of one application: its external endpoints, its microservices, and the data flows between them. */
final class GraphDrawing {
    private static final double FONT = 11;
    private static final double HEIGHT = 24;
    private static final double MARGIN = 10;
    private static final double MOST_EMS = 13;
    private static final double WIDEST = 560;
    private static final double HIGHEST = 620;

    private final int number;
    private final Application application;
    private final Vertices vertices;
    private final GraphLayout layout;
    private final double boxWidth;
    private final boolean sideways;
    private final double stepAcross;
    private final double stepDown;

    GraphDrawing(int number, Application application) {
        this.number = number;
        this.application = application;
        vertices = new Vertices(application);
        layout = GraphLayout.of(vertices.count(), vertices.edges());
        double widest = 3;
        for (int vertex = 0; vertex < vertices.count(); vertex++) {
            widest = Math.max(widest, ShownText.ems(name(vertex)));
        }
        boxWidth = widest * FONT + 26;
        double fitDown =
                Math.min(WIDEST / (layout.breadth() * (boxWidth + 12)), HIGHEST / (layout.depth() * (HEIGHT + 42)));
        double fitSideways =
                Math.min(WIDEST / (layout.depth() * (boxWidth + 46)), HIGHEST / (layout.breadth() * (HEIGHT + 12)));
        sideways = Math.min(1, fitSideways) > Math.min(1, fitDown);
        stepAcross = sideways ? HEIGHT + 12 : boxWidth + 12;
        stepDown = sideways ? boxWidth + 46 : HEIGHT + 42;
    }

    double width() {
        return sideways
                ? 2 * MARGIN + (layout.depth() - 1) * stepDown + boxWidth
                : 2 * MARGIN + (layout.breadth() - 1) * stepAcross + boxWidth;
    }

    double height() {
        return sideways
                ? 2 * MARGIN + (layout.breadth() - 1) * stepAcross + HEIGHT
                : 2 * MARGIN + (layout.depth() - 1) * stepDown + HEIGHT;
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

    private Point at(double slot, double layer) {
        return sideways
                ? new Point(MARGIN + boxWidth / 2 + layer * stepDown, MARGIN + HEIGHT / 2 + slot * stepAcross)
                : new Point(MARGIN + boxWidth / 2 + slot * stepAcross, MARGIN + HEIGHT / 2 + layer * stepDown);
    }

    private void vertex(int vertex, Markup out) {
        Point centre = at(layout.slot(vertex), layout.layer(vertex));
        boolean endpoint = vertices.isEndpoint(vertex);
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
        for (Point bend : layout.course(number)) {
            points.add(at(bend.x(), bend.y()));
        }
        boolean forward = layout.course(number).get(0).y()
                < layout.course(number).get(points.size() - 1).y();
        double sign = forward ? 1 : -1;
        points.set(0, leave(points.get(0), sign));
        points.set(points.size() - 1, leave(points.get(points.size() - 1), -sign));
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

    /** The middle of the side of a vertex that looks along the layers, or against them. */
    private Point leave(Point centre, double sign) {
        return sideways ? centre.plus(sign * boxWidth / 2, 0) : centre.plus(0, sign * HEIGHT / 2);
    }
}
