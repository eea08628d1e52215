package io.fogatlas.pictures;

import io.fogatlas.inventory.Usage;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.text.Amounts;
import java.util.List;
import java.util.Optional;

/** Says how full regions, nodes and links are. */
final class UtilisationTables {
    /** A table with more rows is closed at first. */
    private static final int MOST_OPEN = 60;

    private final Scene scene;
    private final UsageRows rows;
    private final Markup out;

    UtilisationTables(Scene scene, UsageRows rows, Markup out) {
        this.scene = scene;
        this.rows = rows;
        this.out = out;
    }

    void write() {
        if (!rows.regions().rows().isEmpty()) {
            resources("Regions", "Region", rows.regions(), true);
        }
        if (!rows.nodes().rows().isEmpty()) {
            resources("Compute Nodes", "Node", rows.nodes(), false);
        }
        links(rows.links());
    }

    private void resources(String caption, String kind, UsageRows.Part part, boolean regions) {
        details(caption, part);
        Table table = new Table(out, caption, List.of(kind, "Resource", ">Taken", ">Capacity", ">Share"));
        int number = part.firstNumber();
        for (Usage usage : part.rows()) {
            String region = regions
                    ? usage.name()
                    : scene.infrastructure()
                            .node(usage.name())
                            .map(ComputeNode::regionId)
                            .orElse("");
            table.row("data-usage", number++);
            if (scene.regions().has(region)) {
                out.attribute("data-region", Scene.regionId(scene.region(region)));
            }
            table.text(usage.name()).text(usage.resource());
            amounts(table, usage);
        }
        table.close();
        out.close().line();
    }

    private void links(UsageRows.Part part) {
        details("Links", part);
        Infrastructure infrastructure = scene.infrastructure();
        Table table = new Table(out, "Links", List.of("Link", "Between", ">Latency", ">Taken", ">Capacity", ">Share"));
        int number = part.firstNumber();
        for (Usage usage : part.rows()) {
            Optional<Link> link = infrastructure.link(usage.name());
            table.row("data-usage", number++);
            link.ifPresent(there -> out.attribute("data-link", Scene.linkId(scene.link(there.id()))));
            long latencyMicros = link.map(Link::latencyMicros).orElse(0L);
            table.text(usage.name())
                    .text(link.map(UtilisationTables::between).orElse("not there any more"))
                    .number(link.isPresent() ? Amounts.latency(latencyMicros) : "–", (double) latencyMicros);
            amounts(table, usage);
        }
        table.close();
        out.close().line();
    }

    private static String between(Link link) {
        return link.regionA() + (link.directed() ? " → " : " – ") + link.regionB();
    }

    private void amounts(Table table, Usage usage) {
        table.number(amount(usage.resource(), usage.taken()), (double) usage.taken())
                .number(amount(usage.resource(), usage.capacity()), (double) usage.capacity())
                .bar(usage.ratio())
                .end();
    }

    /** Opens the part of the page that holds the table. */
    private void details(String caption, UsageRows.Part part) {
        int shown = part.rows().size();
        out.open("details", "class", "usage");
        if (shown <= MOST_OPEN) {
            out.attribute("open", "open");
        }
        String rest = part.left() == 0 ? "" : ": the first " + shown + " of " + (shown + part.left()) + " rows";
        out.element("summary", caption + rest).line();
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
