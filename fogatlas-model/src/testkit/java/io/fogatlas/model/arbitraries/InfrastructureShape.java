package io.fogatlas.model.arbitraries;

import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An infrastructure in small numbers.
 *
 * @param features what it has
 * @param nodeless whether it has no nodes, where it may have none
 * @param regions its regions
 * @param links its links besides those that join each region to one before it
 * @param endpoints the regions of its endpoints, counted modulo the number of regions
 */
record InfrastructureShape(
        Set<InfrastructureFeature> features,
        boolean nodeless,
        List<RegionShape> regions,
        List<LinkShape> links,
        List<Integer> endpoints) {

    Infrastructure infrastructure() {
        Infrastructure.Builder infrastructure = Infrastructure.builder();
        for (int number = 0; number < regions.size(); number++) {
            infrastructure.add(regions.get(number).region(region(number), features));
        }
        addNodes(infrastructure);
        addLinks(infrastructure);
        for (int number = 0; number < endpoints.size(); number++) {
            int place = endpoints.get(number);
            String id = "e" + number;
            boolean located = features.contains(InfrastructureFeature.LOCATIONS) && place % 3 == 0;
            infrastructure.add(new ExternalEndpoint(
                    id, id, "sensor", region(place), located ? RegionShape.place(place % 36) : Optional.empty()));
        }
        return infrastructure.build();
    }

    private String region(int number) {
        return "r" + number % regions.size();
    }

    private void addNodes(Infrastructure.Builder infrastructure) {
        if (nodeless && features.contains(InfrastructureFeature.NO_NODES)) {
            return;
        }
        int count = 0;
        for (int number = 0; number < regions.size(); number++) {
            for (NodeShape node : regions.get(number).nodes()) {
                infrastructure.add(node.node("n" + count++, region(number), features));
            }
        }
        if (count == 0) {
            infrastructure.add(NodeShape.ORDINARY.node("n0", region(0), features));
        }
    }

    private void addLinks(Infrastructure.Builder infrastructure) {
        boolean apart = features.contains(InfrastructureFeature.DISCONNECTED);
        Set<Set<String>> joined = new HashSet<>();
        int count = 0;
        for (int number = 1; number < regions.size(); number++) {
            LinkShape uplink = regions.get(number).uplink();
            if (!apart || regions.get(number).site().joined()) {
                String other = region(uplink.to() % number);
                joined.add(Set.of(region(number), other));
                Link link = uplink.link("l" + count++, region(number), other, features);
                infrastructure.add(apart ? link : usable(link));
            }
        }
        for (LinkShape shape : links) {
            String from = region(shape.from());
            String to = region(shape.to());
            boolean wanted = from.equals(to)
                    ? features.contains(InfrastructureFeature.SELF_LINKS)
                    : joined.add(Set.of(from, to)) || features.contains(InfrastructureFeature.PARALLEL_LINKS);
            if (wanted) {
                infrastructure.add(shape.link("l" + count++, from, to, features));
            }
        }
    }

    private static Link usable(Link link) {
        return new Link(
                link.id(), link.regionA(), link.regionB(), link.bandwidthBps(), link.latencyMicros(), true, false);
    }
}
