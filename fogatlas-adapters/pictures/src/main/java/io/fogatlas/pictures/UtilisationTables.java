package io.fogatlas.pictures;

import io.fogatlas.inventory.Usage;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.text.Amounts;
import java.util.List;

/** Says how full regions, nodes and links are. */
final class UtilisationTables {
    /** More rows would make a page that no browser scrolls well. */
    private static final int MOST_ROWS = 4_000;

    /** A table with more rows is closed at first. */
    private static final int MOST_OPEN = 60;

    private final Scene scene;
    private final Markup out;

    UtilisationTables(Scene scene, Markup out) {
        this.scene = scene;
        this.out = out;
    }

    void write() {
        Loads loads = scene.firstView().loads();
        if (scene.infrastructure().hasNodes()) {
            resources("Regions", "Region", loads.regions(), true);
            resources("Compute Nodes", "Node", loads.nodes(), false);
        }
        links(loads.links());
    }

    private void resources(String caption, String kind, List<Usage> usages, boolean regions) {
        List<Usage> shown = shown(caption, usages);
        Table table = new Table(out, caption, List.of(kind, "Resource", ">Taken", ">Capacity", ">Share"));
        for (Usage usage : shown) {
            String region = regions
                    ? usage.name()
                    : scene.infrastructure()
                            .node(usage.name())
                            .map(ComputeNode::regionId)
                            .orElse("");
            row(table, region).text(usage.name()).text(usage.resource());
            amounts(table, usage);
        }
        table.close();
        details();
    }

    private void links(List<Usage> usages) {
        List<Usage> shown = shown("Links", usages);
        Infrastructure infrastructure = scene.infrastructure();
        Table table = new Table(out, "Links", List.of("Link", "Between", ">Latency", ">Taken", ">Capacity", ">Share"));
        for (Usage usage : shown) {
            infrastructure.link(usage.name()).ifPresent(link -> {
                table.row("data-link", Scene.linkId(scene.link(link.id())))
                        .text(link.id())
                        .text(between(link))
                        .number(Amounts.latency(link.latencyMicros()), (double) link.latencyMicros());
                amounts(table, usage);
            });
        }
        table.close();
        details();
    }

    private static String between(Link link) {
        return link.regionA() + (link.directed() ? " → " : " – ") + link.regionB();
    }

    private Table row(Table table, String region) {
        return scene.regions().has(region)
                ? table.row("data-region", Scene.regionId(scene.region(region)))
                : table.row();
    }

    private void amounts(Table table, Usage usage) {
        table.number(amount(usage.resource(), usage.taken()), (double) usage.taken())
                .number(amount(usage.resource(), usage.capacity()), (double) usage.capacity())
                .bar(usage.ratio())
                .end();
    }

    /** Opens the part of the page that holds the table. */
    private List<Usage> shown(String caption, List<Usage> usages) {
        List<Usage> there = usages.stream()
                .filter(usage -> usage.taken() > 0 || usage.capacity() > 0)
                .toList();
        List<Usage> shown = there.subList(0, Math.min(MOST_ROWS, there.size()));
        out.open("details", "class", "usage");
        if (shown.size() <= MOST_OPEN) {
            out.attribute("open", "open");
        }
        out.element(
                        "summary",
                        caption
                                + (shown.size() < there.size()
                                        ? ": the first " + shown.size() + " of " + there.size() + " rows"
                                        : ""))
                .line();
        return shown;
    }

    private void details() {
        out.close().line();
    }

    /** Writes an amount of a resource as the inventory counts it. */
    static String amount(String resource, long amount) {
        return switch (resource) {
            case "bandwidth" -> Amounts.bandwidth(amount);
            case "cpu" -> amount % 1000 == 0 ? amount / 1000 + " cores" : Amounts.cpu(amount);
            case "memory", "ephemeral-storage" -> Amounts.bytes(amount);
            default -> Long.toString(amount);
        };
    }
}
