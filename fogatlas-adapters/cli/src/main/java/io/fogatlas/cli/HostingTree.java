package io.fogatlas.cli;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.text.Amounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Draws regions as a tree with how full they are, and in each what it hosts of an application. */
final class HostingTree {
    /** Of so many regions all are shown; of more those that host something. */
    private static final int FEW = 8;

    private static final int DEEPEST = 4;

    /** How wide names may be beside bars, and where there are none. */
    private static final int BESIDE_BARS = 25;

    private static final int BESIDE_NONE = 40;

    private final Infrastructure infrastructure;
    private final Application application;
    private final Placement placement;
    private final RegionUse use;
    private final Map<String, List<String[]>> hosted = new HashMap<>();
    private final TextTable table;
    private final boolean limited;

    private HostingTree(
            Infrastructure infrastructure, Application application, Placement placement, Occupancy occupancy) {
        this.infrastructure = infrastructure;
        this.application = application;
        this.placement = placement;
        limited = infrastructure.hasNodes();
        use = new RegionUse(
                infrastructure,
                Holding.of(infrastructure, application, placement),
                occupancy.without(application.id()));
        table = limited
                ? new TextTable("REGION", ">REPLICAS", ">EACH CPU", ">MIPS", ">MEMORY", "NODES")
                : new TextTable("REGION", ">REPLICAS", ">EACH CPU", ">MIPS", ">MEMORY", "");
    }

    /** The lines of the tree; what others take is looked up in what is taken afterwards. */
    static List<String> lines(
            Infrastructure infrastructure,
            Application application,
            Placement placement,
            Occupancy after,
            UnaryOperator<String> heading) {
        HostingTree tree = new HostingTree(infrastructure, application, placement, after);
        tree.collect();
        return tree.draw(heading);
    }

    private void collect() {
        for (Microservice microservice : application.microservices()) {
            for (Assignment assignment : placement.of(microservice.name())) {
                Region region = infrastructure.region(assignment.region()).orElseThrow();
                host(
                        assignment.region(),
                        microservice.name(),
                        Integer.toString(assignment.replicas()),
                        Amounts.cpu(microservice.requirements().cpuMillisIn(region)),
                        Long.toString(microservice.requirements().mipsIn(region)),
                        Amounts.bytes(microservice.requirements().request().memoryBytes()),
                        nodes(assignment));
            }
        }
        for (String id : application.endpoints()) {
            infrastructure
                    .endpoint(id)
                    .map(ExternalEndpoint::regionId)
                    .ifPresent(region -> host(region, id, "endpoint", "", "", "", ""));
        }
    }

    private void host(String region, String... cells) {
        hosted.computeIfAbsent(region, id -> new ArrayList<>()).add(cells);
    }

    private static String nodes(Assignment assignment) {
        return assignment.replicasByNode().entrySet().stream()
                .map(node -> node.getValue() == 1 ? node.getKey() : node.getKey() + "×" + node.getValue())
                .collect(Collectors.joining(" "));
    }

    private List<String> draw(UnaryOperator<String> heading) {
        int regions = infrastructure.regions().size();
        Set<String> shown = regions <= FEW ? RegionTree.all(infrastructure) : new HashSet<>(hosted.keySet());
        RegionTree tree = new RegionTree(infrastructure, shown, DEEPEST);
        for (Region root : tree.roots()) {
            draw(tree, root, "", "");
        }
        List<String> lines = new ArrayList<>(table.lines(TextTable.WIDTH, heading));
        if (limited) {
            lines.add(Bar.LEGEND);
        } else {
            lines.add("compute is unlimited, since there is no Node");
        }
        int left = regions - shown.size();
        if (left > 0) {
            lines.add("not shown: " + left + (left == 1 ? " region that hosts" : " regions that host")
                    + " nothing of it");
        }
        return lines;
    }

    /** Draws a region with what hangs on it; the tree is a few regions deep. */
    private void draw(RegionTree tree, Region region, String branch, String trunk) {
        table.addSpanning(
                fitting(branch, name(region)), "tier " + region.tier() + (limited ? "  " + use.bars(region.id()) : ""));
        List<String[]> hosts = hosted.getOrDefault(region.id(), List.of());
        List<Region> below = tree.below(region);
        for (int index = 0; index < hosts.size(); index++) {
            String[] cells = hosts.get(index).clone();
            cells[0] = fitting(trunk + branch(index == hosts.size() - 1 && below.isEmpty()), cells[0]);
            table.add(cells);
        }
        for (int index = 0; index < below.size(); index++) {
            boolean last = index == below.size() - 1;
            draw(tree, below.get(index), trunk + branch(last), trunk + (last ? "   " : "│  "));
        }
    }

    private static String branch(boolean last) {
        return last ? "└─ " : "├─ ";
    }

    private String fitting(String branch, String name) {
        int room = (limited ? BESIDE_BARS : BESIDE_NONE) - branch.length();
        return branch + TextWidth.shortened(Printable.line(name), room);
    }

    private static String name(Region region) {
        boolean named = !region.name().isBlank() && !region.name().equalsIgnoreCase(region.id());
        return named ? region.id() + " (" + region.name() + ")" : region.id();
    }
}
