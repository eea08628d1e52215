package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problem;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.PlacementRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Joins what was read from all files, and checks what can only be checked then. */
final class Assembly {
    private final Drafts drafts;
    private final String regionLabel;
    private final Notes notes;

    Assembly(Drafts drafts, String regionLabel, Notes notes) {
        this.drafts = drafts;
        this.regionLabel = regionLabel;
        this.notes = notes;
    }

    /** Joins everything; throws with all problems if there are any. */
    Manifests manifests() {
        Infrastructure infrastructure = infrastructure();
        // Without nodes the model judges conditions on its own region label alone.
        UnaryOperator<String> nodeLabel = infrastructure.hasNodes()
                ? UnaryOperator.identity()
                : key -> key.equals(regionLabel) ? ComputeNode.REGION_LABEL : key;
        FadeplReader reader = new FadeplReader(new MicroserviceReader(regionLabel, nodeLabel));
        List<FadeplReader.Draft> fadepls = new ArrayList<>();
        drafts.fadepls().forEach(object -> reader.read(object).ifPresent(fadepls::add));
        Bookings bookings = new Bookings(infrastructure, drafts, fadepls, notes);
        Occupancy occupancy = bookings.occupancy();
        Infrastructure known = withRefusedEndpoints(infrastructure);
        Generation links = generationOfLinks();
        List<ApplicationManifest> applications = new ArrayList<>();
        for (FadeplReader.Draft fadepl : fadepls) {
            if (isBeingDeleted(fadepl)) {
                notes.warning(
                        fadepl.origin(),
                        "is being deleted, so it is not placed; what it holds counts until it is gone");
                continue;
            }
            check(known, fadepl, occupancy);
            applications.add(new ApplicationManifest(
                    fadepl.application(),
                    fadepl.algorithm(),
                    fadepl.priority(),
                    current(fadepl, infrastructure, bookings),
                    fadepl.origin(),
                    fadepl.hasQuantities() ? Generation.B : links,
                    fadepl.status(),
                    fadepl.tree()));
        }
        notes.throwIfAny();
        return new Manifests(infrastructure, occupancy, applications, notes.warnings());
    }

    private static boolean isBeingDeleted(FadeplReader.Draft fadepl) {
        return fadepl.tree().get("metadata").orElse(fadepl.tree()) instanceof ObjectValue metadata
                && metadata.get("deletionTimestamp").isPresent();
    }

    private Generation generationOfLinks() {
        List<Generation> found = drafts.links().stream()
                .flatMap(link -> link.generation().stream())
                .distinct()
                .toList();
        return found.equals(List.of(Generation.A)) ? Generation.A : Generation.B;
    }

    private Infrastructure infrastructure() {
        List<Region> regions = drafts.regions();
        if (regions.isEmpty()) {
            notes.problem(whole(), "there is no Region; give at least one");
            return Infrastructure.builder().add(Region.builder("none").build()).build();
        }
        if (drafts.nodes().isEmpty() && !drafts.nodeNames().isEmpty() && notes.found() == 0) {
            notes.problem(
                    whole(),
                    "none of the Nodes has the label '" + regionLabel
                            + "', so none is in a Region; label them, or say by which other label they name their region");
        }
        List<Link> links = drafts.links().stream().map(LinkReader.Draft::link).toList();
        try {
            return new Infrastructure(regions, drafts.nodes(), links, drafts.endpoints());
        } catch (InvalidModelException refused) {
            for (Problem problem : refused.problems()) {
                notes.problem(drafts.origin(problem.kind(), problem.name()).orElseGet(this::whole), problem.text());
            }
            return fitting(regions, links);
        }
    }

    private Origin whole() {
        return new Origin("", 0, "", "");
    }

    /** What of it fits together, to check the applications against, although nothing will come of it. */
    private Infrastructure fitting(List<Region> regions, List<Link> links) {
        Set<String> known = new HashSet<>();
        regions.forEach(region -> known.add(region.id()));
        return Infrastructure.builder()
                .addRegions(regions)
                .addNodes(drafts.nodes().stream()
                        .filter(node -> known.contains(node.regionId()))
                        .toList())
                .addLinks(links.stream()
                        .filter(link -> known.contains(link.regionA()) && known.contains(link.regionB()))
                        .toList())
                .addEndpoints(drafts.endpoints().stream()
                        .map(endpoint -> known.contains(endpoint.regionId())
                                ? endpoint
                                : ExternalEndpoint.of(
                                        endpoint.id(), regions.get(0).id()))
                        .toList())
                .build();
    }

    /** With stand-ins for the endpoints that are there, but wrong: applications that name them are not to blame. */
    private Infrastructure withRefusedEndpoints(Infrastructure infrastructure) {
        List<String> refused = drafts.refusedEndpoints().stream()
                .filter(id -> !id.isBlank() && infrastructure.endpoint(id).isEmpty())
                .toList();
        if (refused.isEmpty()) {
            return infrastructure;
        }
        String region = infrastructure.regions().get(0).id();
        return Infrastructure.builder()
                .addRegions(infrastructure.regions())
                .addEndpoints(infrastructure.endpoints())
                .addEndpoints(refused.stream()
                        .map(id -> ExternalEndpoint.of(id, region))
                        .toList())
                .build();
    }

    private void check(Infrastructure infrastructure, FadeplReader.Draft fadepl, Occupancy occupancy) {
        if (drafts.regions().isEmpty()) {
            return;
        }
        try {
            PlacementRequest.builder(infrastructure, fadepl.application())
                    .occupancy(occupancy)
                    .build();
        } catch (InvalidModelException refused) {
            fadepl.note(refused.problems(), notes);
        }
    }

    private Optional<Placement> current(FadeplReader.Draft fadepl, Infrastructure infrastructure, Bookings bookings) {
        Map<String, List<Assignment>> assignments = new TreeMap<>();
        fadepl.status()
                .placements()
                .forEach((microservice, regions) -> regions.forEach((region, replicas) -> {
                    boolean known = infrastructure.region(region).isPresent()
                            && fadepl.application().microservice(microservice).isPresent();
                    if (!known) {
                        return;
                    }
                    int count = replicas > 0 ? replicas : fadepl.ownReplicas().getOrDefault(microservice, 1);
                    Map<String, Integer> nodes =
                            bookings.nodes(fadepl.application().id(), microservice, region);
                    boolean complete =
                            nodes.values().stream().mapToInt(Integer::intValue).sum() == count;
                    assignments
                            .computeIfAbsent(microservice, name -> new ArrayList<>())
                            .add(new Assignment(region, count, complete ? nodes : Map.of()));
                }));
        return assignments.isEmpty() ? Optional.empty() : Optional.of(new Placement(assignments, List.of()));
    }
}
