package io.fogatlas.pictures;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a view adds to the network: names of regions, cards with what runs there, and marks on links that data flows take.
 *
 * @param labels the labels to be placed
 * @param used the numbers of the links that routes pass, each with the applications whose routes they are
 */
record Layer(List<Label> labels, SortedMap<Integer, SortedSet<Integer>> used) {
    /** So many lines a card has at most; the last one then says how many there are more. */
    private static final int MOST_LINES = 12;

    /** So many if there are more than a few cards. */
    private static final int MOST_LINES_OF_MANY = 6;

    private static final int FEW_CARDS = 6;

    private static final int FEW_REGIONS = 40;
    private static final double LARGE = 13;
    private static final double SMALL = 11;

    static Layer of(Scene scene, View view) {
        Map<Integer, List<Label.Line>> lines = new TreeMap<>();
        SortedMap<Integer, SortedSet<Integer>> used = new TreeMap<>();
        Map<String, Integer> regionOfEndpoint = new HashMap<>();
        for (ExternalEndpoint endpoint : scene.infrastructure().endpoints()) {
            regionOfEndpoint.put(endpoint.id(), scene.region(endpoint.regionId()));
        }
        for (int subject = 0; subject < scene.subjects().size(); subject++) {
            Application application = scene.subjects().get(subject).application();
            Vertices vertices = new Vertices(application);
            Optional<Placement> placement = view.placements().get(subject);
            for (int vertex = 0; vertex < vertices.count(); vertex++) {
                String name = vertices.name(vertex);
                String id = Scene.vertexId(subject, vertex);
                if (vertices.isEndpoint(vertex)) {
                    Integer region = regionOfEndpoint.get(name);
                    if (region != null) {
                        add(lines, region, new Label.Line(subject, name, true, id));
                    }
                    continue;
                }
                for (Assignment assignment :
                        placement.map(each -> each.of(name)).orElse(List.of())) {
                    String replicas = assignment.replicas() == 1 ? "" : " ×" + assignment.replicas();
                    add(
                            lines,
                            scene.region(assignment.region()),
                            new Label.Line(subject, ShownText.of(name, 14) + replicas, false, id));
                }
            }
            for (Route route : placement.map(Placement::routes).orElse(List.of())) {
                for (String link : route.links()) {
                    used.computeIfAbsent(scene.link(link), ignored -> new TreeSet<>())
                            .add(subject);
                }
            }
        }
        return new Layer(labels(scene, lines), used);
    }

    private static void add(Map<Integer, List<Label.Line>> lines, int region, Label.Line line) {
        lines.computeIfAbsent(region, ignored -> new ArrayList<>()).add(line);
    }

    private static List<Label> labels(Scene scene, Map<Integer, List<Label.Line>> lines) {
        int[] degrees = new int[scene.infrastructure().regions().size()];
        scene.infrastructure().links().forEach(link -> {
            degrees[scene.region(link.regionA())]++;
            degrees[scene.region(link.regionB())]++;
        });
        int most = lines.size() > FEW_CARDS ? MOST_LINES_OF_MANY : MOST_LINES;
        List<Label> labels = new ArrayList<>();
        double size = scene.infrastructure().regions().size() <= FEW_REGIONS ? LARGE : SMALL;
        List<Region> regions = scene.infrastructure().regions();
        for (int i = 0; i < regions.size(); i++) {
            Region region = regions.get(i);
            String name = region.name().isBlank() ? region.id() : region.name();
            List<Label.Line> inside = lines.getOrDefault(i, List.of());
            double weight = inside.isEmpty()
                    ? scene.sites().radius(i) * 10 + degrees[i] - 100.0 * region.tier()
                    : inside.size();
            labels.add(new Label(i, name, shortened(inside, most), weight, size));
        }
        return labels;
    }

    private static List<Label.Line> shortened(List<Label.Line> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        List<Label.Line> start = new ArrayList<>(lines.subList(0, most - 1));
        start.add(new Label.Line(-1, "+" + (lines.size() - start.size()) + " more", false, ""));
        return start;
    }
}
