package io.fogatlas.pictures;

import io.fogatlas.inventory.Usage;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.model.text.Amounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the script of a page has to know: the routes of each view, and where a view differs from the first. */
final class PageData {
    private final Scene scene;
    private final List<Integer> layers;
    private final UsageRows rows;

    /** The layers are the numbers of the views that have labels of their own. */
    PageData(Scene scene, List<Integer> layers, UsageRows rows) {
        this.scene = scene;
        this.layers = layers;
        this.rows = rows;
    }

    String json() {
        List<Object> views = new ArrayList<>();
        SortedMap<Integer, Usage> changing = new TreeMap<>();
        for (int number = 0; number < scene.views().size(); number++) {
            SortedMap<Integer, Usage> changed = rows.changed(scene.views().get(number));
            changed.keySet().forEach(row -> changing.put(row, rows.row(row)));
            Map<String, Object> view = view(number);
            view.put("usage", usage(changed));
            views.add(view);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("first", scene.first());
        data.put("flows", flows());
        data.put("usage", usage(changing));
        data.put("views", views);
        return Json.of(data);
    }

    private Map<String, Object> flows() {
        Map<String, Object> flows = new LinkedHashMap<>();
        for (int subject = 0; subject < scene.subjects().size(); subject++) {
            Application application = scene.subjects().get(subject).application();
            Vertices vertices = new Vertices(application);
            for (int i = 0; i < application.flows().size(); i++) {
                DataFlow flow = application.flows().get(i);
                Map<String, Object> told = new LinkedHashMap<>();
                told.put("ends", ends(subject, vertices.edges().get(i)));
                told.put(
                        "text",
                        flow.name() + ": " + flow.source() + " → " + flow.destination() + ", "
                                + Amounts.bandwidth(flow.bandwidthBps()));
                flows.put(Scene.flowId(subject, i), told);
            }
        }
        return flows;
    }

    private static List<String> ends(int subject, int[] edge) {
        return List.of(Scene.vertexId(subject, edge[0]), Scene.vertexId(subject, edge[1]));
    }

    private Map<String, Object> view(int number) {
        View view = scene.views().get(number);
        View first = scene.firstView();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", view.name());
        told.put("layer", layers.contains(number) ? number : 0);
        List<String> down = new ArrayList<>();
        Map<String, Object> loads = new LinkedHashMap<>();
        Map<String, Object> rings = new LinkedHashMap<>();
        Infrastructure infrastructure = scene.infrastructure();
        for (int i = 0; i < infrastructure.regions().size(); i++) {
            Region region = infrastructure.regions().get(i);
            if (view.regionsDown().contains(region.id())) {
                down.add(Scene.regionId(i));
            }
            double load = view.loads().ofRegion(region.id());
            if (load != first.loads().ofRegion(region.id())) {
                rings.put(Scene.regionId(i), List.of(Loads.step(load), Math.round(Math.min(1, load) * 100)));
            }
        }
        for (int i = 0; i < infrastructure.links().size(); i++) {
            Link link = infrastructure.links().get(i);
            if (view.linksDown().contains(link.id())) {
                down.add(Scene.linkId(i));
            }
            int step = Loads.step(view.loads().ofLink(link.id()));
            if (step != Loads.step(first.loads().ofLink(link.id()))) {
                loads.put(Scene.linkId(i), step);
            }
        }
        told.put("down", down);
        told.put("loads", loads);
        told.put("rings", rings);
        told.put("routes", routes(number, view));
        return told;
    }

    /** By the numbers of rows what their last three cells say: text, value, and of the share how long its bar is and in which ink. */
    private static Map<String, Object> usage(SortedMap<Integer, Usage> rows) {
        Map<String, Object> told = new LinkedHashMap<>();
        rows.forEach((row, usage) -> told.put(
                row.toString(),
                List.of(
                        List.of(UtilisationTables.amount(usage.resource(), usage.taken()), "" + usage.taken()),
                        List.of(UtilisationTables.amount(usage.resource(), usage.capacity()), "" + usage.capacity()),
                        List.of(
                                Loads.percent(usage.ratio()),
                                Table.sortable(usage.ratio()),
                                Table.barWidth(usage.ratio()),
                                Loads.step(usage.ratio())))));
        return told;
    }

    /** The routes of applications that are elsewhere than as it is, or of all if this is how it is. */
    private Map<String, Object> routes(int number, View view) {
        Map<String, Object> routes = new LinkedHashMap<>();
        for (int subject = 0; subject < scene.subjects().size(); subject++) {
            Optional<Placement> placement = view.placements().get(subject);
            if (number > 0 && placement.equals(scene.views().get(0).placements().get(subject))) {
                continue;
            }
            Application application = scene.subjects().get(subject).application();
            for (int i = 0; i < application.flows().size(); i++) {
                DataFlow flow = application.flows().get(i);
                List<Object> ways = new ArrayList<>();
                for (Route route : placement.map(Placement::routes).orElse(List.of())) {
                    if (route.flow().equals(flow.name())) {
                        ways.add(way(route, flow));
                    }
                }
                routes.put(Scene.flowId(subject, i), ways);
            }
        }
        return routes;
    }

    private Map<String, Object> way(Route route, DataFlow flow) {
        List<String> links = new ArrayList<>();
        String at = route.sourceRegion();
        for (String id : route.links()) {
            Link link = scene.infrastructure().link(id).orElseThrow();
            boolean forward = link.regionA().equals(at);
            links.add((forward ? "" : "!") + Scene.linkId(scene.link(id)));
            at = forward ? link.regionB() : link.regionA();
        }
        Map<String, Object> way = new LinkedHashMap<>();
        way.put("from", Scene.regionId(scene.region(route.sourceRegion())));
        way.put("to", Scene.regionId(scene.region(route.destinationRegion())));
        way.put("links", links);
        way.put("text", text(scene.infrastructure(), route, flow));
        way.put("short", Routes.latencyText(scene.infrastructure(), route, flow));
        return way;
    }

    private static String text(Infrastructure infrastructure, Route route, DataFlow flow) {
        return (route.links().isEmpty()
                        ? "inside region " + route.sourceRegion()
                        : route.sourceRegion() + " to " + route.destinationRegion() + " over "
                                + String.join(", ", route.links()))
                + ": " + Routes.latencyText(infrastructure, route, flow);
    }
}
