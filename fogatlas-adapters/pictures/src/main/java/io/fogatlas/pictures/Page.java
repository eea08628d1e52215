package io.fogatlas.pictures;

/** Writes a page for a browser that needs nothing but itself. */
final class Page {
    private final Scene scene;

    Page(Scene scene) {
        this.scene = scene;
    }

    String html() {
        Markup out = new Markup();
        out.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
        out.open("head").line();
        out.empty("meta", "charset", "utf-8").line();
        out.element("title", scene.title()).line();
        out.close().line();
        out.open("body").line();
        out.raw(new Poster(scene).svg(true));
        return out.close().line().close().line().toString();
    }
}
