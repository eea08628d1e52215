package io.fogatlas.placement.testkit;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.NodeSelector;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.verification.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what is asked and answered in words of the domain, a line for each thing; what is as usual is left out. */
public final class DomainText {
    private static final long USUAL_MIPS_PER_CORE = 1000;

    private DomainText() {}

    /**
     * Describes a request: what exists, what is to be placed, what is taken, where the application runs now, and an unusual objective.
     *
     * @param request the request
     * @return its lines
     */
    public static List<String> of(PlacementRequest request) {
        List<String> lines = new ArrayList<>(of(request.infrastructure()));
        lines.addAll(of(request.application()));
        lines.addAll(of(request.occupancy()));
        request.current().ifPresent(now -> of(now).forEach(line -> lines.add("now: " + line)));
        if (!request.objective().equals(Objective.DEFAULT)) {
            lines.add("objective: " + request.objective());
        }
        return lines;
    }

    /**
     * Describes what exists.
     *
     * @param infrastructure the infrastructure
     * @return its lines
     */
    public static List<String> of(Infrastructure infrastructure) {
        List<String> lines = new ArrayList<>();
        infrastructure.regions().forEach(region -> lines.add(text(region)));
        infrastructure.nodes().forEach(node -> lines.add(text(node)));
        if (!infrastructure.hasNodes()) {
            lines.add("no node: so compute is unlimited");
        }
        infrastructure.links().forEach(link -> lines.add(text(link)));
        infrastructure.endpoints().forEach(endpoint -> lines.add(text(endpoint)));
        return lines;
    }

    private static String text(Region region) {
        StringBuilder text = new StringBuilder("region %s: tier %d".formatted(region.id(), region.tier()));
        if (region.mipsPerCore() != USUAL_MIPS_PER_CORE) {
            text.append(", ").append(region.mipsPerCore()).append(" MIPS a core");
        }
        if (region.priceMicrosPerMips() != 0) {
            text.append(", ").append(region.priceMicrosPerMips()).append(" µ a MIPS");
        }
        region.location().ifPresent(location -> text.append(", at ").append(location));
        return text.toString();
    }

    private static String text(ComputeNode node) {
        StringBuilder text = new StringBuilder(
                "node %s: in %s, %s".formatted(node.name(), node.regionId(), text(node.allocatable())));
        Map<String, String> further = node.labels().entrySet().stream()
                .filter(label -> !label.getKey().equals(ComputeNode.REGION_LABEL))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!further.isEmpty()) {
            text.append(", labels ").append(new TreeMap<>(further));
        }
        node.taints().forEach(taint -> text.append(", ").append(taint));
        return text.append(node.ready() ? "" : ", not ready").toString();
    }

    private static String text(Resources resources) {
        String text = resources.byName().entrySet().stream()
                .filter(amount -> amount.getValue() != 0)
                .map(amount -> Units.amount(amount.getKey(), amount.getValue()))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "nothing" : text;
    }

    private static String text(Link link) {
        return "link %s: %s %s %s, %s, %s%s"
                .formatted(
                        link.id(),
                        link.regionA(),
                        link.directed() ? "→" : "–",
                        link.regionB(),
                        Units.bandwidth(link.bandwidthBps()),
                        Units.time(link.latencyMicros()),
                        link.up() ? "" : ", down");
    }

    private static String text(ExternalEndpoint endpoint) {
        return "endpoint %s: in %s%s"
                .formatted(
                        endpoint.id(),
                        endpoint.regionId(),
                        endpoint.location().map(location -> ", at " + location).orElse(""));
    }

    /**
     * Describes what is to be placed.
     *
     * @param application the application
     * @return its lines
     */
    public static List<String> of(Application application) {
        List<String> lines = new ArrayList<>();
        application.microservices().forEach(microservice -> lines.add(text(microservice)));
        application
                .flows()
                .forEach(flow -> lines.add("data flow %s: %s → %s, %s%s"
                        .formatted(
                                flow.name(),
                                flow.source(),
                                flow.destination(),
                                Units.bandwidth(flow.bandwidthBps()),
                                flow.hasLatencyBound() ? ", at most " + Units.time(flow.latencyBoundMicros()) : "")));
        application.chains().forEach(chain -> lines.add(text(chain)));
        return lines;
    }

    private static String text(Microservice microservice) {
        List<String> parts = new ArrayList<>();
        if (!microservice.demands().equals(List.of(RegionDemand.anywhere(1)))) {
            microservice
                    .demands()
                    .forEach(demand -> parts.add(demand.replicas()
                            + (demand.replicas() == 1 ? " replica in " : " replicas in ")
                            + demand.region().orElse("any region")));
        }
        long mips = microservice.requirements().mips();
        parts.add("takes " + (mips > 0 ? mips + " MIPS, " : "")
                + text(microservice.requirements().request()));
        if (!microservice.nodeSelector().equals(NodeSelector.ANY)) {
            parts.add("on nodes with " + microservice.nodeSelector());
        }
        microservice.tolerations().forEach(toleration -> parts.add("in spite of " + toleration));
        microservice.regionConstraints().forEach(constraint -> parts.add("within " + constraint));
        microservice.affinities().forEach(affinity -> parts.add("together with " + affinity));
        microservice.antiAffinities().forEach(affinity -> parts.add("apart from " + affinity));
        return "microservice " + microservice.name() + ": " + String.join(", ", parts);
    }

    private static String text(LatencyChain chain) {
        String way = chain.steps().stream()
                .map(step -> step.vertex()
                        + (step.processingMicros() == 0 ? "" : " (" + Units.time(step.processingMicros()) + ")"))
                .collect(Collectors.joining(" → "));
        return "latency chain %s: %s, at most %s".formatted(chain.name(), way, Units.time(chain.boundMicros()));
    }

    /**
     * Describes what is taken.
     *
     * @param occupancy what is taken, by whom
     * @return its lines; none if nothing is
     */
    public static List<String> of(Occupancy occupancy) {
        List<String> lines = new ArrayList<>();
        occupancy.byApplication().forEach((id, holding) -> add(lines, id.namespace() + "/" + id.name(), holding));
        add(lines, "others", occupancy.others());
        return lines;
    }

    private static void add(List<String> lines, String who, Holding holding) {
        holding.bandwidthBpsByLink()
                .forEach((link, bps) -> lines.add("taken by %s: %s of %s".formatted(who, Units.bandwidth(bps), link)));
        holding.replicas()
                .forEach(group -> lines.add("taken by %s: %s in %s %s, labels %s%s"
                        .formatted(
                                who,
                                text(group.perReplica()),
                                group.region(),
                                text(group.replicasByNode()),
                                group.labels(),
                                group.antiAffinities().isEmpty() ? "" : ", apart from " + group.antiAffinities())));
    }

    /**
     * Describes where an application runs, or is to run.
     *
     * @param placement the placement
     * @return its lines
     */
    public static List<String> of(Placement placement) {
        List<String> lines = new ArrayList<>();
        placement.assignments().forEach((microservice, assignments) -> {
            for (Assignment assignment : assignments) {
                String replicas = assignment.replicas() == 1 ? "" : " " + assignment.replicas() + " times";
                lines.add(microservice + replicas + " in " + assignment.region() + " "
                        + text(assignment.replicasByNode()));
            }
        });
        for (Route route : placement.routes()) {
            lines.add("%s from %s to %s%s"
                    .formatted(
                            route.flow(),
                            route.sourceRegion(),
                            route.destinationRegion(),
                            route.links().isEmpty() ? "" : " over " + String.join(", ", route.links())));
        }
        return lines.stream().map(String::stripTrailing).toList();
    }

    private static String text(Map<String, Integer> replicasByNode) {
        return replicasByNode.isEmpty()
                ? ""
                : "on "
                        + replicasByNode.entrySet().stream()
                                .map(on -> on.getKey() + (on.getValue() == 1 ? "" : " × " + on.getValue()))
                                .collect(Collectors.joining(", "));
    }
}
