package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.KubernetesNames;
import io.fogatlas.manifests.networks.NetworkDraft.Edge;
import io.fogatlas.manifests.networks.NetworkDraft.Node;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Location;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes an infrastructure of a draft: invents what is missing as the options say, and notes it. Serves one draft. */
final class NetworkAssembly {
    /** The most characters in the id of a link: two region ids and two hyphens, with room for a number. */
    private static final int MAX_LINK_ID = 2 * KubernetesNames.MAX_LABEL + 12;

    private final NetworkDraft draft;
    private final ImportOptions options;
    private final Notes notes;
    private final List<Optional<Location>> locations;
    private final List<String> regionIds = new ArrayList<>();

    NetworkAssembly(NetworkDraft draft, ImportOptions options) {
        this.draft = draft;
        this.options = options;
        notes = draft.notes();
        locations = new Positions(draft, notes).locations(options.coordinates());
        KubernetesNames ids = new KubernetesNames(KubernetesNames.MAX_LABEL, "region");
        draft.nodes().forEach(node -> regionIds.add(ids.of(node.label())));
    }

    ImportedNetwork assemble(FileProblems problems) {
        if (draft.nodes().isEmpty()) {
            throw problems.fatal(0, "has no node, so there is no network to import");
        }
        try {
            List<Edge> edges = EdgeShape.of(draft, options.mergeDirections(), notes);
            Infrastructure infrastructure = infrastructure(edges);
            List<TrafficDemand> demands = draft.demands().stream()
                    .map(demand -> new TrafficDemand(
                            demand.id(),
                            regionIds.get(demand.source()),
                            regionIds.get(demand.target()),
                            demand.bandwidthBps()))
                    .toList();
            notes.count(
                    "demands left out of what can be placed, since no microservice sends or receives them",
                    demands.size());
            return new ImportedNetwork(
                    draft.format(), draft.name(), Optional.of(infrastructure), List.of(), demands, notes.texts());
        } catch (InvalidModelException e) {
            problems.addAll(e);
            problems.throwIfAny();
            throw e;
        }
    }

    private Infrastructure infrastructure(List<Edge> edges) {
        Infrastructure.Builder builder = Infrastructure.builder();
        List<Integer> tiers = Tiers.byDegree(draft.nodes().size(), edges, options.tiers());
        for (int index = 0; index < regionIds.size(); index++) {
            Region.Builder region = Region.builder(regionIds.get(index))
                    .name(draft.nodes().get(index).label())
                    .tier(tiers.get(index))
                    .mipsPerCore(options.mipsPerCore());
            locations.get(index).ifPresent(region::location);
            builder.add(region.build());
        }
        noteRepeatedLabels();
        addLinks(builder, edges);
        if (options.endpointPerRegion()) {
            regionIds.forEach(id -> builder.add(ExternalEndpoint.of("at-" + id, id)));
        }
        if (options.tiers() > 1) {
            notes.count("tiers made by the number of links of each region", options.tiers());
        }
        notes.add("no compute in the file: without nodes it counts as unlimited, and each region has "
                + options.mipsPerCore() + " MIPS a core");
        return builder.build();
    }

    private void addLinks(Infrastructure.Builder builder, List<Edge> edges) {
        KubernetesNames ids = new KubernetesNames(MAX_LINK_ID, "link");
        LinkLatency latency = new LinkLatency(options, locations);
        int withoutBandwidth = 0;
        for (Edge edge : edges) {
            String regionA = regionIds.get(edge.source());
            String regionB = regionIds.get(edge.target());
            withoutBandwidth += edge.bandwidthBps().isEmpty() ? 1 : 0;
            builder.add(Link.builder(idOf(edge, ids), regionA, regionB)
                    .bandwidthBps(edge.bandwidthBps().orElse(options.defaultBandwidthBps()))
                    .latencyMicros(latency.micros(edge))
                    .directed(edge.directed())
                    .build());
        }
        notes.share(
                String.format(
                        Locale.ROOT,
                        "links without bandwidth in the file, %,d bit/s assumed",
                        options.defaultBandwidthBps()),
                withoutBandwidth,
                edges.size());
        latency.note(notes, edges.size());
    }

    private String idOf(Edge edge, KubernetesNames ids) {
        return edge.id().isEmpty()
                ? ids.distinct(regionIds.get(edge.source()) + "--" + regionIds.get(edge.target()))
                : ids.of(edge.id());
    }

    private void noteRepeatedLabels() {
        long distinct = draft.nodes().stream().map(Node::label).distinct().count();
        long repeated = draft.nodes().size() - distinct;
        notes.count("nodes with the name of another, whose region ids got a number", repeated);
    }
}
