package io.fogatlas.pictures;

import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.text.Amounts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws what exists: the countries in the background, the links, and the regions with their rings of utilisation. */
final class NetworkDrawing {
    private final Scene scene;
    private final LinkLines lines;
    private final Markup out;
    private final Sites sites;
    private final View view;
    private final Set<String> everDown = new HashSet<>();

    NetworkDrawing(Scene scene, LinkLines lines, Markup out) {
        this.scene = scene;
        this.lines = lines;
        this.out = out;
        sites = scene.sites();
        view = scene.firstView();
        for (View each : scene.views()) {
            each.regionsDown().forEach(region -> everDown.add("region " + region));
            each.linksDown().forEach(link -> everDown.add("link " + link));
        }
    }

    void background() {
        Box box = sites.box();
        out.empty(
                "rect", Ink.attributes("sea", List.of(Ink.SEA), "width", box.width(), "height", box.height(), "rx", 8));
        String countries = sites.projection().map(to -> Countries.path(to, box)).orElse("");
        if (!countries.isEmpty()) {
            out.empty(
                    "path",
                    Ink.attributes(
                            "land",
                            List.of(Ink.LAND, Ink.BORDER),
                            "stroke-width",
                            0.8,
                            "stroke-linejoin",
                            "round",
                            "d",
                            countries));
        }
        out.line();
    }

    void links() {
        out.open("g", "class", "links", "fill", "none", "stroke-linecap", "round")
                .line();
        // Those that are or may go down last, so that nothing lies on their crosses.
        for (boolean goesDown : new boolean[] {false, true}) {
            for (int i = 0; i < scene.infrastructure().links().size(); i++) {
                Link link = scene.infrastructure().links().get(i);
                if (everDown.contains("link " + link.id()) == goesDown) {
                    link(i, link);
                }
            }
        }
        out.close().line();
    }

    private void link(int number, Link link) {
        double load = view.loads().ofLink(link.id());
        boolean down = view.linksDown().contains(link.id());
        out.open("g", "id", Scene.linkId(number), "class", down ? "link down" : "link");
        out.element("title", describe(link, load, down));
        Object[] attributes = Ink.attributes(
                "line",
                List.of(Ink.load(Loads.step(load))),
                "stroke-width",
                lines.width(number),
                "d",
                lines.path(number));
        out.open("path", attributes);
        if (down) {
            out.attribute("stroke-dasharray", "2 6").attribute("stroke-opacity", 0.7);
        }
        out.close();
        if (link.directed()) {
            arrow(number, link);
        }
        if (everDown.contains("link " + link.id())) {
            cross(lines.middle(number), 4.5, down);
        }
        out.close().line();
    }

    private static String describe(Link link, double load, boolean down) {
        return link.id() + ": " + link.regionA() + (link.directed() ? " → " : " – ") + link.regionB() + ", "
                + Amounts.bandwidth(link.bandwidthBps()) + ", " + Amounts.latency(link.latencyMicros())
                + (down ? ", down" : ", " + Loads.percent(load) + " taken");
    }

    private void arrow(int number, Link link) {
        Point tip = lines.beforeEnd(number, sites.radius(scene.region(link.regionB())) + 2);
        Point tail = lines.beforeEnd(number, sites.radius(scene.region(link.regionB())) + 9);
        double dx = (tip.x() - tail.x()) * 0.5;
        double dy = (tip.y() - tail.y()) * 0.5;
        out.empty(
                "path",
                Ink.attributes(
                        "arrow",
                        List.of(Ink.LOAD3),
                        "stroke-width",
                        1.4,
                        "d",
                        "M" + tail.plus(-dy, dx) + "L" + tip + "L" + tail.plus(dy, -dx)));
    }

    private void cross(Point at, double size, boolean shown) {
        Object[] attributes = Ink.attributes(
                "cross",
                List.of(Ink.DOWN),
                "stroke-width",
                2.4,
                "stroke-linecap",
                "round",
                "fill",
                "none",
                "d",
                "M" + at.plus(-size, -size) + "L" + at.plus(size, size) + "M" + at.plus(-size, size) + "L"
                        + at.plus(size, -size));
        out.open("path", attributes);
        if (!shown) {
            out.attribute("visibility", "hidden");
        }
        out.close();
    }

    void regions() {
        Map<String, List<ExternalEndpoint>> endpoints =
                scene.infrastructure().endpoints().stream().collect(Collectors.groupingBy(ExternalEndpoint::regionId));
        out.open("g", "class", "regions").line();
        List<Region> regions = scene.infrastructure().regions();
        for (int i = 0; i < regions.size(); i++) {
            region(i, regions.get(i), endpoints.getOrDefault(regions.get(i).id(), List.of()));
        }
        out.close().line();
    }

    private void region(int number, Region region, List<ExternalEndpoint> endpoints) {
        double load = view.loads().ofRegion(region.id());
        boolean down = view.regionsDown().contains(region.id());
        Point at = sites.at(number);
        double radius = sites.radius(number);
        out.open("g", "id", Scene.regionId(number), "class", down ? "region down" : "region");
        out.element("title", describe(region, load, down, endpoints));
        displacement(region, at, radius);
        out.open(
                "circle",
                Ink.attributes("disc", List.of(Ink.tier(region.tier())), "cx", at.x(), "cy", at.y(), "r", radius));
        if (down) {
            out.attribute("fill-opacity", 0.25);
        }
        out.close();
        ring(at, radius, load);
        rim(at, radius, endpoints);
        if (everDown.contains("region " + region.id())) {
            cross(at, radius + 1, down);
        }
        out.close().line();
    }

    private static String describe(Region region, double load, boolean down, List<ExternalEndpoint> endpoints) {
        boolean named = !region.name().isBlank() && !region.name().equals(region.id());
        return (named ? region.id() + " (" + region.name() + ")" : region.id()) + ", tier " + region.tier()
                + (down ? ", down" : ", " + Loads.percent(load) + " taken")
                + endpoints.stream().map(endpoint -> ", ◆ " + endpoint.id()).collect(Collectors.joining());
    }

    /** A line to where the region really is, if it was moved aside by more than its size. */
    private void displacement(Region region, Point at, double radius) {
        region.location()
                .flatMap(place -> sites.projection().map(to -> to.of(place)))
                .ifPresent(real -> {
                    if (real.distance(at) > 1.5 * radius) {
                        out.empty(
                                "path",
                                Ink.attributes(
                                        "aside", List.of(Ink.LINE), "stroke-width", 0.8, "d", "M" + real + "L" + at));
                        out.empty(
                                "circle",
                                Ink.attributes("aside", List.of(Ink.FAINT), "cx", real.x(), "cy", real.y(), "r", 1.2));
                    }
                });
    }

    private void ring(Point at, double radius, double load) {
        if (!scene.infrastructure().hasNodes()) {
            return;
        }
        double middle = radius * 0.62;
        double width = Math.max(1.6, radius * 0.3);
        out.empty(
                "circle",
                Ink.attributes(
                        "track",
                        List.of(Ink.TRACK),
                        "cx",
                        at.x(),
                        "cy",
                        at.y(),
                        "r",
                        middle,
                        "fill",
                        "none",
                        "stroke-width",
                        width));
        double length = 2 * StrictMath.PI * middle;
        double part = length * Math.min(1, Math.max(0, load));
        out.empty(
                "circle",
                Ink.attributes(
                        "ring",
                        List.of(Ink.load(Loads.step(load))),
                        "cx",
                        at.x(),
                        "cy",
                        at.y(),
                        "r",
                        middle,
                        "fill",
                        "none",
                        "stroke-width",
                        width,
                        "stroke-dasharray",
                        Decimals.of(part) + " " + Decimals.of(length - part + 1),
                        "transform",
                        "rotate(-90 " + at + ")"));
    }

    /** Small diamonds on the rim, one for each external endpoint, up to as many as have room. */
    private void rim(Point at, double radius, List<ExternalEndpoint> endpoints) {
        int most = (int) Math.min(endpoints.size(), Math.max(3, radius / 1.5));
        List<String> diamonds = new ArrayList<>();
        double half = Math.max(2, Math.min(4, radius * 0.28));
        for (int i = 0; i < most; i++) {
            double angle = StrictMath.toRadians(-60 + 35.0 * i);
            Point centre = at.plus((radius + half) * StrictMath.cos(angle), (radius + half) * StrictMath.sin(angle));
            diamonds.add("M" + centre.plus(0, -half) + "L" + centre.plus(half, 0) + "L" + centre.plus(0, half) + "L"
                    + centre.plus(-half, 0) + "Z");
        }
        if (most > 0) {
            out.empty(
                    "path",
                    Ink.attributes(
                            "endpoints",
                            List.of(Ink.TEXT, Ink.HALO),
                            "stroke-width",
                            0.8,
                            "d",
                            String.join("", diamonds)));
        }
    }
}
