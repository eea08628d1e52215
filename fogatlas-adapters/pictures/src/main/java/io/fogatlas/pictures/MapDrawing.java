package io.fogatlas.pictures;

import java.util.List;

/** Draws the map: the network, and for each view that differs from the first what runs where. */
final class MapDrawing {
    private final Scene scene;
    private final LinkLines lines;

    MapDrawing(Scene scene) {
        this.scene = scene;
        lines = new LinkLines(scene.infrastructure(), scene.sites(), scene.regions());
    }

    /** Draws the map with its upper left corner at the origin, in the views with these numbers; the first one of the scene shows. */
    void draw(Markup out, List<Integer> views) {
        NetworkDrawing network = new NetworkDrawing(scene, lines, out);
        LayerDrawing drawing = new LayerDrawing(scene, lines, out);
        List<Layer> layers = views.stream()
                .map(view -> Layer.of(scene, scene.views().get(view)))
                .toList();
        network.background();
        network.links();
        for (int i = 0; i < views.size(); i++) {
            drawing.marks(views.get(i), layers.get(i));
        }
        network.regions();
        for (int i = 0; i < views.size(); i++) {
            drawing.labels(views.get(i), layers.get(i));
        }
    }
}
