package io.fogatlas.pictures;

import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.util.List;
import java.util.TreeSet;

/** Says what the signs of the map mean: only those that are there. */
final class Legend {
    static final double HEIGHT = 58;
    private static final double FONT = 12.5;
    private static final List<String> LOADS = List.of("0", "≤ 25 %", "≤ 50 %", "≤ 75 %", "≤ 90 %", "≤ 100 %", "more");

    private final Scene scene;
    private final Markup out;
    private double x;
    private double y;

    Legend(Scene scene, Markup out) {
        this.scene = scene;
        this.out = out;
    }

    /** Draws it in two lines with its upper left corner at a point. */
    void draw(Point corner) {
        Infrastructure infrastructure = scene.infrastructure();
        out.open("g", "class", "legend", "font-size", FONT);
        x = corner.x();
        y = corner.y() + 14;
        for (int tier : new TreeSet<>(
                infrastructure.regions().stream().map(Region::tier).toList())) {
            out.empty("circle", Ink.attributes("", List.of(Ink.tier(tier)), "cx", x + 6, "cy", y, "r", 6));
            x += 16;
            text(tier == 0 ? "tier 0 (cloud)" : "tier " + tier);
        }
        if (infrastructure.hasNodes()) {
            text("size: capacity, ring: utilisation");
        }
        if (!infrastructure.endpoints().isEmpty()) {
            text("◆ external endpoint");
        }
        if (!scene.subjects().isEmpty()) {
            text("■ microservice");
        }
        x = corner.x();
        y = corner.y() + 40;
        text("load");
        x -= 8;
        for (int step = 0; step < LOADS.size(); step++) {
            line(Ink.load(step), 4, "");
            text(LOADS.get(step));
        }
        long widths = infrastructure.links().stream()
                .mapToLong(Link::bandwidthBps)
                .distinct()
                .count();
        if (widths > 1) {
            text("width: bandwidth");
        }
        if (scene.subjects().stream().anyMatch(subject -> subject.placement().isPresent())) {
            line(Ink.OUTLINE, 1.2, "1 4");
            text("carries data flows");
        }
        if (scene.views().stream()
                .anyMatch(view ->
                        !view.linksDown().isEmpty() || !view.regionsDown().isEmpty())) {
            line(Ink.DOWN, 2, "2 6");
            text("× down");
        }
        out.close().line();
    }

    private void line(Ink ink, double width, String dashes) {
        out.open("path", Ink.attributes("", List.of(ink), "stroke-width", width, "d", "M" + new Point(x, y) + "h18"));
        if (!dashes.isEmpty()) {
            out.attribute("stroke-dasharray", dashes);
        }
        out.close();
        x += 23;
    }

    private void text(String text) {
        out.element("text", text, Ink.attributes("", List.of(Ink.FAINT), "x", x, "y", y + 4));
        x += ShownText.ems(text) * FONT + 16;
    }
}
