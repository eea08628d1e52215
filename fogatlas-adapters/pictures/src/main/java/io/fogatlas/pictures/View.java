package io.fogatlas.pictures;

import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One state of the world that a picture can show: as it is, or as it would be after a failure.
 *
 * @param name what it is called
 * @param regionsDown the regions that are lost, or of which every node is
 * @param linksDown the links that are down
 * @param placements of each application where it runs, if it does
 * @param loads how much of everything is taken
 */
record View(
        String name,
        Set<String> regionsDown,
        Set<String> linksDown,
        List<Optional<Placement>> placements,
        Loads loads) {
    View {
        placements = List.copyOf(placements);
    }

    static View of(
            String name,
            Infrastructure infrastructure,
            Set<String> lost,
            Occupancy occupancy,
            List<Optional<Placement>> placements) {
        Set<String> regionsDown = new HashSet<>(lost);
        infrastructure.regions().forEach(region -> {
            List<ComputeNode> nodes = infrastructure.nodesIn(region.id());
            if (!nodes.isEmpty() && nodes.stream().noneMatch(ComputeNode::ready)) {
                regionsDown.add(region.id());
            }
        });
        Set<String> linksDown = new HashSet<>();
        for (Link link : infrastructure.links()) {
            if (!link.up()) {
                linksDown.add(link.id());
            }
        }
        return new View(name, regionsDown, linksDown, placements, Loads.of(infrastructure, occupancy));
    }

    /** The same view of the world with another placement of one application. */
    View with(int application, Placement placement) {
        List<Optional<Placement>> changed = new ArrayList<>(placements);
        changed.set(application, Optional.of(placement));
        return new View(name, regionsDown, linksDown, changed, loads);
    }
}
