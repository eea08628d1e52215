package io.fogatlas.pictures;

import io.fogatlas.placement.Decision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * Writes a page for a browser that needs nothing but itself. Its policy lets exactly its own style sheet and script run, both named by their
 * hashes, and nothing be fetched from anywhere.
 */
final class Page {
    private final Scene scene;
    private final UsageRows rows;
    private final Markup out = new Markup();

    Page(Scene scene) {
        this.scene = scene;
        rows = new UsageRows(scene);
    }

    String html() {
        String style = resource("page.css") + inks();
        String script = resource("page.js");
        out.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
        head(style, script);
        out.open("body").line();
        header();
        out.open("main").line();
        List<Integer> layers = layers();
        out.open("div", "class", scene.subjects().isEmpty() ? "column whole" : "column")
                .line();
        network(layers);
        refusals();
        if (!scene.consequences().isEmpty()) {
            new ConsequencesPart(scene, out).write();
        }
        utilisation();
        out.close().line();
        if (!scene.subjects().isEmpty()) {
            out.open("div", "class", "column").line();
            plans();
            if (!scene.consequences().isEmpty()) {
                new ConsequencesPart(scene, out).writePlans();
            }
            applications();
            out.close().line();
        }
        out.close().line();
        out.element("footer", "Outlines of countries: Natural Earth.").line();
        out.open("script", "type", "application/json", "id", "data")
                .raw(new PageData(scene, layers, rows).json())
                .close()
                .line();
        out.open("script").raw(script).close().line();
        return out.close().line().close().line().toString();
    }

    private void head(String style, String script) {
        out.open("head").line();
        out.empty("meta", "charset", "utf-8").line();
        out.empty(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script)
                                + "; base-uri 'none'; form-action 'none'")
                .line();
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        out.empty("meta", "name", "color-scheme", "content", "light dark").line();
        out.element("title", scene.title()).line();
        out.style(style).line();
        out.close().line();
    }

    private void header() {
        out.open("header").line();
        out.element("h1", scene.title(), "dir", "auto").line();
        out.open("div", "class", "controls").line();
        if (scene.views().size() > 1) {
            out.open("label").text("Show ").open("select", "id", "view");
            for (int i = 0; i < scene.views().size(); i++) {
                option(scene.views().get(i).name(), Integer.toString(i), i == scene.first());
            }
            out.close().close().line();
        }
        if (scene.subjects().size() > 1) {
            out.open("label").text("Application ").open("select", "id", "filter");
            option("all", "", true);
            for (int i = 0; i < scene.subjects().size(); i++) {
                option(scene.subjects().get(i).name(), Integer.toString(i), false);
            }
            out.close().close().line();
        }
        out.element("button", "Dark", "type", "button", "id", "theme", "aria-pressed", "false")
                .line();
        out.close().line().close().line();
    }

    private void option(String text, String value, boolean selected) {
        out.open("option", "value", value);
        if (selected) {
            out.attribute("selected", "selected");
        }
        out.text(text).close();
    }

    private void network(List<Integer> layers) {
        Box box = scene.sites().box();
        out.open("section", "class", "network", "aria-labelledby", "network").line();
        out.element("h2", "Network", "id", "network").line();
        out.open("div", "class", "frame").line();
        out.open(
                        "svg",
                        "id",
                        "map",
                        "viewBox",
                        "0 0 " + Decimals.of(box.width()) + " " + Decimals.of(box.height()),
                        "role",
                        "group",
                        "aria-label",
                        "Map of " + scene.infrastructure().regions().size() + " regions and "
                                + scene.infrastructure().links().size()
                                + " links; the arrow keys go from region to region")
                .line();
        new MapDrawing(scene).draw(out, layers);
        out.close().line();
        out.close().line();
        out.open("div", "class", "zoom", "role", "group", "aria-label", "Zoom");
        out.element("button", "+", "type", "button", "id", "closer", "aria-label", "Zoom in");
        out.element("button", "−", "type", "button", "id", "farther", "aria-label", "Zoom out");
        out.element("button", "⤢", "type", "button", "id", "whole", "aria-label", "Show the whole map");
        out.close().line();
        out.element(
                        "p",
                        "Point at something, or go to it with the Tab and arrow keys.",
                        "id",
                        "told",
                        "role",
                        "status",
                        "dir",
                        "auto")
                .line();
        out.open("div", "class", "frame");
        out.open(
                        "svg",
                        "class",
                        "legend",
                        "viewBox",
                        "0 0 " + Decimals.of(box.width()) + " " + Decimals.of(Legend.HEIGHT),
                        "role",
                        "img",
                        "aria-label",
                        "Legend")
                .line();
        new Legend(scene, out).draw(new Point(4, 0));
        out.close().close().line();
        out.close().line();
    }

    private void applications() {
        out.open("section", "class", "applications", "aria-labelledby", "applications")
                .line();
        out.element("h2", scene.subjects().size() == 1 ? "Application" : "Applications", "id", "applications")
                .line();
        for (int i = 0; i < scene.subjects().size(); i++) {
            new SubjectPart(scene, i, out).write();
        }
        out.close().line();
    }

    private void plans() {
        List<Integer> moving = new ArrayList<>();
        for (int i = 0; i < scene.subjects().size(); i++) {
            boolean moves = scene.subjects().get(i).decision().flatMap(Decision::plan).stream()
                    .anyMatch(plan -> !plan.isEmpty());
            if (moves) {
                moving.add(i);
            }
        }
        if (moving.isEmpty()) {
            return;
        }
        out.open("section", "aria-labelledby", "plans")
                .element("h2", "How to get there", "id", "plans")
                .line();
        for (int subject : moving) {
            scene.subjects()
                    .get(subject)
                    .decision()
                    .flatMap(Decision::plan)
                    .ifPresent(plan -> new PlanPart(scene, out).write(subject, 0, plan));
        }
        out.close().line();
    }

    private void refusals() {
        List<Subject> refused = scene.subjects().stream()
                .filter(subject -> subject.decision()
                        .filter(decision -> !decision.isPlaced())
                        .isPresent())
                .toList();
        if (refused.isEmpty()) {
            return;
        }
        out.open("section", "aria-labelledby", "refusals")
                .element("h2", "Not placed", "id", "refusals")
                .line();
        for (Subject subject : refused) {
            subject.decision()
                    .ifPresent(decision -> new RefusalPart(out).write(subject.name(), decision, subject.explanation()));
        }
        out.close().line();
    }

    private void utilisation() {
        out.open("section", "aria-labelledby", "utilisation").line();
        out.element("h2", "Utilisation", "id", "utilisation").line();
        if (scene.views().size() > 1) {
            String note = scene.first() > 0 ? "If " + scene.firstView().name() + "." : "";
            out.element("p", note, "class", "note", "id", "utilisation-of").line();
        }
        new UtilisationTables(scene, rows, out).write();
        out.close().line();
    }

    /** The numbers of the views in which something runs elsewhere than as it is. */
    private List<Integer> layers() {
        List<Integer> layers = new ArrayList<>(List.of(0));
        for (int i = 1; i < scene.views().size(); i++) {
            if (i == scene.first()
                    || !scene.views()
                            .get(i)
                            .placements()
                            .equals(scene.views().get(0).placements())) {
                layers.add(i);
            }
        }
        return layers;
    }

    private static String inks() {
        return "\n" + Ink.rules(false, "")
                + "@media screen {\n" + Ink.rules(true, "[data-theme=\"dark\"]") + "}\n"
                + "@media screen and (prefers-color-scheme: dark) {\n"
                + Ink.rules(true, ":root:not([data-theme=\"light\"])") + "}\n";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Page.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
