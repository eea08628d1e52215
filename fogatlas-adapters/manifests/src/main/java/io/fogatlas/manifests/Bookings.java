package io.fogatlas.manifests;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.ReplicaGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Works out what is taken, and by whom: of links from the statuses of Links and FADepls, of nodes from Pods. */
final class Bookings {
    private final Infrastructure infrastructure;
    private final Drafts drafts;
    private final List<FadeplReader.Draft> fadepls;
    private final Notes notes;
    private final Map<String, ApplicationId> holders;
    private final Map<Group, Map<String, Integer>> replicas = new LinkedHashMap<>();
    private final Map<ApplicationId, Map<String, Map<String, Integer>>> running = new HashMap<>();

    Bookings(Infrastructure infrastructure, Drafts drafts, List<FadeplReader.Draft> fadepls, Notes notes) {
        this.infrastructure = infrastructure;
        this.drafts = drafts;
        this.fadepls = fadepls;
        this.notes = notes;
        this.holders = holders(fadepls);
        drafts.pods().forEach(this::count);
    }

    /** What equal replicas have in common. */
    private record Group(
            Optional<ApplicationId> holder,
            String namespace,
            Map<String, String> labels,
            List<PodAffinity> antiAffinities,
            String region,
            Resources takes) {}

    private void count(PodReader.Draft pod) {
        var node = infrastructure.node(pod.node());
        if (node.isEmpty()) {
            if (!drafts.nodeNames().contains(pod.node())) {
                notes.count(
                        "Pod on unknown node",
                        pod.origin(),
                        count -> "runs on the node '" + pod.node() + "', which was not read, so it is not counted"
                                + Counts.more(count, "Pod"));
            }
            return;
        }
        String region = node.get().regionId();
        Optional<ApplicationId> holder = holder(pod);
        holder.ifPresent(application -> running.computeIfAbsent(application, id -> new HashMap<>())
                .computeIfAbsent(pod.owner().orElseThrow() + " " + region, key -> new TreeMap<>())
                .merge(pod.node(), 1, Integer::sum));
        replicas.computeIfAbsent(
                        new Group(holder, pod.namespace(), pod.labels(), pod.antiAffinities(), region, pod.takes()),
                        group -> new TreeMap<>())
                .merge(pod.node(), 1, Integer::sum);
    }

    private Optional<ApplicationId> holder(PodReader.Draft pod) {
        return pod.owner().map(owner -> holders.get(pod.namespace() + "/" + owner));
    }

    /** The application that a microservice belongs to, by namespace and name; the first if several have one of that name. */
    private static Map<String, ApplicationId> holders(List<FadeplReader.Draft> fadepls) {
        Map<String, ApplicationId> holders = new HashMap<>();
        for (FadeplReader.Draft fadepl : fadepls) {
            ApplicationId id = fadepl.application().id();
            fadepl.application()
                    .microservices()
                    .forEach(each -> holders.putIfAbsent(id.namespace() + "/" + each.name(), id));
            fadepl.status().placements().keySet().forEach(name -> holders.putIfAbsent(id.namespace() + "/" + name, id));
        }
        return holders;
    }

    /** On which nodes the replicas of a microservice in a region run, as far as Pods tell. */
    Map<String, Integer> nodes(ApplicationId application, String microservice, String region) {
        return running.getOrDefault(application, Map.of()).getOrDefault(microservice + " " + region, Map.of());
    }

    Occupancy occupancy() {
        Map<Optional<ApplicationId>, List<ReplicaGroup>> groups = new HashMap<>();
        replicas.forEach((group, nodes) -> groups.computeIfAbsent(group.holder(), holder -> new ArrayList<>())
                .add(new ReplicaGroup(
                        group.namespace(),
                        group.labels(),
                        group.antiAffinities(),
                        group.region(),
                        nodes,
                        group.takes())));
        Map<ApplicationId, Holding> byApplication = new TreeMap<>();
        for (FadeplReader.Draft fadepl : fadepls) {
            ApplicationId id = fadepl.application().id();
            List<ReplicaGroup> own = groups.getOrDefault(Optional.of(id), new ArrayList<>());
            if (own.isEmpty() && !(drafts.podsGiven() && infrastructure.hasNodes())) {
                own.addAll(promised(fadepl));
            }
            Holding holding = new Holding(held(fadepl), own);
            if (!holding.equals(Holding.NONE)) {
                byApplication.put(id, holding);
            }
        }
        return new Occupancy(byApplication, new Holding(others(), groups.getOrDefault(Optional.empty(), List.of())));
    }

    /** Without Pods the status alone tells where replicas are; on which nodes is not known. */
    private List<ReplicaGroup> promised(FadeplReader.Draft fadepl) {
        List<ReplicaGroup> promised = new ArrayList<>();
        for (Microservice microservice : fadepl.application().microservices()) {
            Map<String, Integer> regions = fadepl.status().placements().getOrDefault(microservice.name(), Map.of());
            for (String id : regions.keySet()) {
                infrastructure
                        .region(id)
                        .ifPresent(region -> promised.add(new ReplicaGroup(
                                fadepl.application().id().namespace(),
                                microservice.labels(),
                                microservice.antiAffinities(),
                                id,
                                Map.of(),
                                microservice.requirements().in(region))));
            }
        }
        if (!promised.isEmpty() && infrastructure.hasNodes()) {
            notes.warning(
                    fadepl.origin(),
                    "runs by its status, but no Pods were read, so what it takes of the Nodes is not counted");
        }
        return promised;
    }

    private Map<String, Long> held(FadeplReader.Draft fadepl) {
        Map<String, Long> held = new TreeMap<>();
        fadepl.status().bookings().forEach((link, booking) -> {
            if (infrastructure.link(link).isEmpty()) {
                notes.warning(fadepl.origin(), "holds bandwidth of the link '" + link + "', but there is no such Link");
            } else if (booking.heldBps() > 0) {
                held.put(link, booking.heldBps());
            }
        });
        return held;
    }

    private Map<String, Long> others() {
        Map<String, Long> counted = new HashMap<>();
        for (FadeplReader.Draft fadepl : fadepls) {
            fadepl.status().bookings().forEach((link, booking) -> counted.merge(link, booking.countedBps(), Long::sum));
        }
        Map<String, Long> others = new TreeMap<>();
        for (LinkReader.Draft link : drafts.links()) {
            String id = link.link().id();
            long rest = link.allocatedBps() - counted.getOrDefault(id, 0L);
            if (rest > 0) {
                others.put(id, rest);
            } else if (rest < 0) {
                drafts.origin("Link", id)
                        .ifPresent(origin -> notes.warning(
                                origin,
                                "status.bwallocated is " + link.allocatedBps() + " bit/s, but the FADepls hold "
                                        + counted.get(id) + " bit/s of it; what they hold counts"));
            }
        }
        return others;
    }
}
