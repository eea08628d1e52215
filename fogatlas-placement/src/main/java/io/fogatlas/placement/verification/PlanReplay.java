package io.fogatlas.placement.verification;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.change.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An application while a plan is carried out, with what is wrong after each step. */
final class PlanReplay {
    private static final String UNKNOWN_NODE = "";

    private final PlacementRequest request;
    private final Application application;
    private final Infrastructure infrastructure;
    private final OtherHolders others;
    private final Placement to;
    /** Replicas by microservice, region and node. */
    private final Map<String, Map<String, Map<String, Long>>> running = new TreeMap<>();

    private final Set<Route> routes = new LinkedHashSet<>();
    private final Set<String> pausing = new TreeSet<>();
    private final Set<String> interrupted = new TreeSet<>();
    private final Set<String> routedFlows = new TreeSet<>();
    private final Map<String, Long> leastRunning = new HashMap<>();
    private final Map<String, Long> leastServing = new HashMap<>();

    /** A step that cannot be done at all. */
    static final class ImpossibleException extends Exception {
        private static final long serialVersionUID = 1L;

        ImpossibleException(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    PlanReplay(PlacementRequest request, Placement start, Placement to) {
        this.request = request;
        this.to = to;
        application = request.application();
        infrastructure = request.infrastructure();
        others = new OtherHolders(request);
        running.putAll(byRegionAndNode(start));
        routes.addAll(start.routes());
        start.routes().forEach(route -> routedFlows.add(route.flow()));
        for (Microservice microservice : application.microservices()) {
            String name = microservice.name();
            long wanted = to.of(name).stream().mapToLong(Assignment::replicas).sum();
            leastRunning.put(name, Math.min(wanted, count(name)));
            leastServing.put(name, Math.min(wanted, serving(name)));
        }
    }

    private static Map<String, Map<String, Map<String, Long>>> byRegionAndNode(Placement placement) {
        Map<String, Map<String, Map<String, Long>>> all = new TreeMap<>();
        placement
                .assignments()
                .forEach((name, assignments) -> assignments.forEach(assignment -> {
                    Map<String, Long> nodes = all.computeIfAbsent(name, key -> new TreeMap<>())
                            .computeIfAbsent(assignment.region(), key -> new TreeMap<>());
                    byNode(assignment).forEach((node, count) -> nodes.merge(node, count, Long::sum));
                }));
        return all;
    }

    private static Map<String, Long> byNode(Assignment assignment) {
        Map<String, Long> byNode = new LinkedHashMap<>();
        long untold = assignment.replicas();
        for (Map.Entry<String, Integer> entry : assignment.replicasByNode().entrySet()) {
            byNode.put(entry.getKey(), (long) entry.getValue());
            untold -= entry.getValue();
        }
        if (untold > 0) {
            byNode.put(UNKNOWN_NODE, untold);
        }
        return byNode;
    }

    /** Does a step and tells what is wrong afterwards. */
    List<String> play(Step step) throws ImpossibleException {
        List<String> wrong = new ArrayList<>();
        if (step instanceof Step.AddReplicas add) {
            start(microservice(add.microservice()), add.replicas(), wrong);
        } else if (step instanceof Step.RemoveReplicas remove) {
            stop(microservice(remove.microservice()), remove.replicas(), wrong);
        } else if (step instanceof Step.AddRoute add) {
            DataFlow flow = flow(add.route().flow());
            if (!routes.add(add.route())) {
                throw new ImpossibleException("the route " + add.route() + " is there already");
            }
            overloadedLinks(add.route(), wrong);
            checkEnds(flow.source(), wrong);
            checkEnds(flow.destination(), wrong);
        } else if (step instanceof Step.RemoveRoute remove) {
            if (!routes.remove(remove.route())) {
                throw new ImpossibleException("there is no route " + remove.route());
            }
            check(flow(remove.route().flow()).source(), wrong);
        } else {
            playPause(step, wrong);
        }
        return wrong;
    }

    private void playPause(Step step, List<String> wrong) throws ImpossibleException {
        if (step instanceof Step.Pause pause) {
            require(pausing.add(microservice(pause.microservice()).name()), pause.microservice() + " pauses already");
        } else if (step instanceof Step.Resume resume) {
            require(pausing.remove(resume.microservice()), resume.microservice() + " does not pause");
            check(resume.microservice(), wrong);
            checkEnds(resume.microservice(), wrong);
            for (DataFlow flow : application.flows()) {
                if (flow.destination().equals(resume.microservice())) {
                    check(flow.source(), wrong);
                }
            }
        } else if (step instanceof Step.Interrupt interrupt) {
            DataFlow flow = flow(interrupt.flow());
            require(
                    isEndpoint(flow.source()) && isEndpoint(flow.destination()),
                    "data flow '" + flow.name() + "' has an end that can pause");
            require(interrupted.add(flow.name()), "data flow '" + flow.name() + "' is interrupted already");
        } else if (step instanceof Step.Restore restore) {
            require(interrupted.remove(restore.flow()), "data flow '" + restore.flow() + "' is not interrupted");
            check(flow(restore.flow()).source(), wrong);
        }
    }

    private static void require(boolean holds, String otherwise) throws ImpossibleException {
        if (!holds) {
            throw new ImpossibleException(otherwise);
        }
    }

    private Microservice microservice(String name) throws ImpossibleException {
        return application
                .microservice(name)
                .orElseThrow(() -> new ImpossibleException("there is no microservice '" + name + "'"));
    }

    private DataFlow flow(String name) throws ImpossibleException {
        return application
                .flow(name)
                .orElseThrow(() -> new ImpossibleException("there is no data flow '" + name + "'"));
    }

    private boolean isEndpoint(String vertex) {
        return application.microservice(vertex).isEmpty();
    }

    private void start(Microservice microservice, Assignment replicas, List<String> wrong) throws ImpossibleException {
        String region = replicas.region();
        checkCompany(microservice, replicas, wrong);
        Map<String, Long> nodes = running.computeIfAbsent(microservice.name(), key -> new TreeMap<>())
                .computeIfAbsent(region, key -> new TreeMap<>());
        for (Map.Entry<String, Long> entry : byNode(replicas).entrySet()) {
            String name = entry.getKey();
            nodes.merge(name, entry.getValue(), Long::sum);
            if (infrastructure.hasNodes()) {
                ComputeNode node = infrastructure
                        .node(name)
                        .filter(found -> found.ready() && found.regionId().equals(region))
                        .orElseThrow(() -> new ImpossibleException(
                                "region '" + region + "' has no node '" + name + "' that is ready"));
                overloadedNode(node, microservice, wrong);
            }
        }
    }

    private void stop(Microservice microservice, Assignment replicas, List<String> wrong) throws ImpossibleException {
        String name = microservice.name();
        Map<String, Map<String, Long>> regions = running.getOrDefault(name, new TreeMap<>());
        Map<String, Long> nodes = regions.getOrDefault(replicas.region(), new TreeMap<>());
        for (Map.Entry<String, Long> entry : byNode(replicas).entrySet()) {
            long left = nodes.getOrDefault(entry.getKey(), 0L) - entry.getValue();
            require(left >= 0, "fewer than " + entry.getValue() + " of '" + name + "' run there");
            nodes.put(entry.getKey(), left);
            if (left == 0) {
                nodes.remove(entry.getKey());
            }
        }
        if (nodes.isEmpty()) {
            regions.remove(replicas.region());
        }
        check(name, wrong);
        checkEnds(name, wrong);
    }

    private void overloadedNode(ComputeNode node, Microservice added, List<String> wrong) {
        NodeLoad load = new NodeLoad();
        NodeLoad one = new NodeLoad();
        var region = infrastructure.region(node.regionId()).orElseThrow();
        one.add(added.requirements().in(region), 1);
        for (Microservice microservice : application.microservices()) {
            long here = running.getOrDefault(microservice.name(), Map.of())
                    .getOrDefault(node.regionId(), Map.of())
                    .getOrDefault(node.name(), 0L);
            if (here > 0) {
                load.add(microservice.requirements().in(region), (int) Math.min(Integer.MAX_VALUE, here));
            }
        }
        NodeLoad held = others.loadOf(Set.of(node.name())).getOrDefault(node.name(), new NodeLoad());
        one.forEach((resource, each) -> {
            long all = Sums.plus(load.of(resource), held.of(resource));
            if (each > 0 && all > NodeLoad.of(resource, node.allocatable())) {
                wrong.add("node '" + node.name() + "' is to give " + Units.amount(resource, all) + ", but has "
                        + Units.amount(resource, NodeLoad.of(resource, node.allocatable())));
            }
        });
    }

    private void checkCompany(Microservice starting, Assignment replicas, List<String> wrong) {
        String region = replicas.region();
        String namespace = application.id().namespace();
        List<Microservice> here = new ArrayList<>();
        List<Microservice> anywhere = new ArrayList<>();
        for (Microservice each : application.microservices()) {
            if (count(each.name()) > 0) {
                anywhere.add(each);
            }
            if (running.getOrDefault(each.name(), Map.of()).containsKey(region)) {
                here.add(each);
            }
        }
        for (Microservice other : here) {
            if (selects(starting.antiAffinities(), other) || selects(other.antiAffinities(), starting)) {
                wrong.add("'%s' starts in region '%s' beside '%s', which an anti-affinity forbids"
                        .formatted(starting.name(), region, other.name()));
            }
        }
        if (replicas.replicas() > 1 && selects(starting.antiAffinities(), starting)) {
            wrong.add("replicas of '%s' start beside each other, which their anti-affinity forbids"
                    .formatted(starting.name()));
        }
        for (PodAffinity rule : starting.affinities()) {
            boolean met = here.stream().anyMatch(other -> rule.selects(namespace, namespace, other.labels()));
            boolean elsewhere = anywhere.stream().anyMatch(other -> rule.selects(namespace, namespace, other.labels()));
            Set<String> ofOthers = new TreeSet<>();
            others.eachGroup(group -> {
                if (rule.selects(namespace, group.namespace(), group.labels())
                        && infrastructure.region(group.region()).isPresent()) {
                    ofOthers.add(group.region());
                }
            });
            boolean first = rule.selects(namespace, namespace, starting.labels()) && !elsewhere && ofOthers.isEmpty();
            if (!met && !ofOthers.contains(region) && !first) {
                wrong.add("'%s' starts in region '%s' without what its affinity asks for beside it"
                        .formatted(starting.name(), region));
            }
        }
    }

    private boolean selects(List<PodAffinity> rules, Microservice other) {
        String namespace = application.id().namespace();
        return rules.stream().anyMatch(rule -> rule.selects(namespace, namespace, other.labels()));
    }

    /** Adds up what the links of a new route carry; routes of one flow from one region share what they pass together. */
    private void overloadedLinks(Route added, List<String> wrong) {
        long bps = application.flow(added.flow()).orElseThrow().bandwidthBps();
        for (String id : bps > 0 ? added.links() : List.<String>of()) {
            Set<List<String>> sources = new HashSet<>();
            boolean shared = false;
            long load = others.bandwidthBps(id);
            for (Route route : routes) {
                if (route.links().contains(id)) {
                    boolean same = route.flow().equals(added.flow())
                            && route.sourceRegion().equals(added.sourceRegion());
                    shared |= same && !route.equals(added);
                    if (sources.add(List.of(route.flow(), route.sourceRegion()))) {
                        load = Sums.plus(
                                load,
                                application.flow(route.flow()).orElseThrow().bandwidthBps());
                    }
                }
            }
            Link link = infrastructure.link(id).orElseThrow();
            if (!link.up()) {
                wrong.add("link '" + id + "' is down");
            }
            if (!shared && load > link.bandwidthBps()) {
                wrong.add("link '" + id + "' is to carry " + Units.bandwidth(load) + ", but can carry "
                        + Units.bandwidth(link.bandwidthBps()));
            }
        }
    }

    /** Checks that every route at a microservice has replicas at its ends. */
    private void checkEnds(String vertex, List<String> wrong) {
        if (isEndpoint(vertex) || pausing.contains(vertex)) {
            return;
        }
        Set<String> regions = running.getOrDefault(vertex, Map.of()).keySet();
        for (Route route : routes) {
            DataFlow flow = application.flow(route.flow()).orElseThrow();
            if ((flow.source().equals(vertex) && !regions.contains(route.sourceRegion()))
                    || (flow.destination().equals(vertex) && !regions.contains(route.destinationRegion()))) {
                wrong.add("the route " + route + " has no replica of '" + vertex + "' at its end");
            }
        }
    }

    /** Checks that enough of a microservice run and have routes, or that an endpoint has its routes. */
    private void check(String vertex, List<String> wrong) {
        if (isEndpoint(vertex)) {
            for (DataFlow flow : application.flows()) {
                boolean routed = routes.stream().anyMatch(route -> route.flow().equals(flow.name()));
                if (flow.source().equals(vertex) && counts(flow) && !routed) {
                    wrong.add("data flow '" + flow.name() + "' has no route any more");
                }
            }
            return;
        }
        if (pausing.contains(vertex)) {
            return;
        }
        long least = leastRunning.getOrDefault(vertex, 0L);
        if (count(vertex) < least) {
            wrong.add("'%s' runs with %d replicas instead of %d".formatted(vertex, count(vertex), least));
        }
        long leastWithRoutes = leastServing.getOrDefault(vertex, 0L);
        if (serving(vertex) < leastWithRoutes) {
            wrong.add("only %d replicas of '%s' have routes for all their data flows, instead of %d"
                    .formatted(serving(vertex), vertex, leastWithRoutes));
        }
    }

    private boolean counts(DataFlow flow) {
        return routedFlows.contains(flow.name())
                && !interrupted.contains(flow.name())
                && !pausing.contains(flow.source())
                && !pausing.contains(flow.destination());
    }

    private long count(String microservice) {
        return running.getOrDefault(microservice, Map.of()).keySet().stream()
                .mapToLong(region -> count(microservice, region))
                .sum();
    }

    private long count(String microservice, String region) {
        return running.getOrDefault(microservice, Map.of()).getOrDefault(region, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private long serving(String microservice) {
        long serving = 0;
        for (String region : running.getOrDefault(microservice, Map.of()).keySet()) {
            boolean all = application.flows().stream()
                    .filter(flow -> flow.source().equals(microservice) && counts(flow))
                    .allMatch(flow -> routes.stream()
                            .anyMatch(route -> route.flow().equals(flow.name())
                                    && route.sourceRegion().equals(region)));
            serving += all ? count(microservice, region) : 0;
        }
        return serving;
    }

    /** Tells what is not as it should be when the plan is done. */
    List<String> unfinished() {
        List<String> wrong = new ArrayList<>();
        pausing.forEach(name -> wrong.add("'" + name + "' still pauses"));
        interrupted.forEach(name -> wrong.add("data flow '" + name + "' is still interrupted"));
        Map<String, Map<String, Map<String, Long>>> now = new TreeMap<>(running);
        now.values().removeIf(Map::isEmpty);
        if (!now.equals(byRegionAndNode(to))) {
            wrong.add("the replicas are " + now + " instead of " + byRegionAndNode(to));
        }
        if (!routes.equals(Set.copyOf(to.routes()))) {
            wrong.add("the routes are " + routes + " instead of " + to.routes());
        }
        for (Microservice microservice : request.application().microservices()) {
            check(microservice.name(), wrong);
        }
        return wrong;
    }
}
