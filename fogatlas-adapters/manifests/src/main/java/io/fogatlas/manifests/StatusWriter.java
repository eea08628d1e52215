package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ListValue;
import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.Value;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Gives one FADepl the status that follows from one decision. */
final class StatusWriter {
    private static final FadeplStatus.Booking NOTHING = new FadeplStatus.Booking(0, 0);

    private final ApplicationManifest manifest;
    private final Infrastructure infrastructure;
    private final Notes notes;

    StatusWriter(ApplicationManifest manifest, Infrastructure infrastructure, Notes notes) {
        this.manifest = manifest;
        this.infrastructure = infrastructure;
        this.notes = notes;
    }

    /** Writes the whole FADepl. */
    ObjectValue written(Optional<Placement> placement) {
        return manifest.tree().with("status", status(placement));
    }

    /** Writes the status alone. */
    ObjectValue status(Optional<Placement> placement) {
        ObjectValue status = manifest.tree()
                .get("status")
                .filter(ObjectValue.class::isInstance)
                .map(ObjectValue.class::cast)
                .orElse(ObjectValue.EMPTY);
        if (placement.isPresent()) {
            status = status.with("placements", placements(placement.get()));
            ListValue occupancy = occupancy(placement.get());
            if (!occupancy.items().isEmpty() || status.get("linksoccupancy").isPresent()) {
                status = status.with("linksoccupancy", occupancy);
            }
        }
        int code = placement.isPresent() ? FadeplStatus.SYNCED : FadeplStatus.FAILED;
        return status.with("currentstatus", ScalarValue.number(code));
    }

    private ListValue placements(Placement placement) {
        List<Value> placements = new ArrayList<>();
        for (Microservice microservice : manifest.application().microservices()) {
            List<Optional<Assignment>> answers = placement.answers(microservice);
            List<Value> regions = new ArrayList<>();
            for (int place = 0; place < answers.size(); place++) {
                RegionDemand demand = microservice.demands().get(place);
                answers.get(place).ifPresent(assignment -> regions.add(region(microservice, demand, assignment)));
            }
            if (!regions.isEmpty()) {
                placements.add(new ObjectTree()
                        .put("microservice", microservice.name())
                        .put("regions", new ListValue(regions, 0))
                        .value());
            }
        }
        return new ListValue(placements, 0);
    }

    private ObjectValue region(Microservice microservice, RegionDemand demand, Assignment assignment) {
        ObjectTree tree = new ObjectTree();
        demand.region().ifPresent(required -> tree.put("regionrequired", required));
        tree.put("regionselected", assignment.region()).put("replicas", assignment.replicas());
        demand.image().ifPresent(image -> tree.put("image", image));
        if (microservice.requirements().mips() > 0) {
            infrastructure
                    .region(assignment.region())
                    .ifPresent(region -> tree.put("cpu2mipsmilli", region.mipsPerCore() / 1000));
        }
        return tree.value();
    }

    private ListValue occupancy(Placement placement) {
        Map<String, Long> used =
                Holding.of(infrastructure, manifest.application(), placement).bandwidthBpsByLink();
        Map<String, FadeplStatus.Booking> booked = manifest.status().bookings();
        List<Value> entries = new ArrayList<>();
        for (Link link : infrastructure.links()) {
            long bps = used.getOrDefault(link.id(), 0L);
            if (bps > 0) {
                entries.add(entry(
                        link.id(), bps, booked.getOrDefault(link.id(), NOTHING).countedBps(), true));
            }
        }
        for (String link : new TreeSet<>(booked.keySet())) {
            long counted = booked.getOrDefault(link, NOTHING).countedBps();
            if (counted > 0 && used.getOrDefault(link, 0L) == 0) {
                entries.add(entry(link, counted, counted, false));
            }
        }
        return new ListValue(entries, 0);
    }

    private ObjectValue entry(String link, long bps, long previousBps, boolean inUse) {
        ObjectTree tree = new ObjectTree().put("linkid", link);
        if (manifest.generation() == Generation.A) {
            if (bps > Integer.MAX_VALUE) {
                notes.problem(
                        manifest.origin(),
                        "cannot hold " + bps + " bit/s on the link '" + link
                                + "': the numbers of its generation of FogAtlas" + " end at " + Integer.MAX_VALUE
                                + "; write its bandwidths as Quantities, such as 5M");
            }
            tree.put("bwallocated", bps);
        } else {
            tree.put("bwallocated", Quantities.canonical(bps))
                    .put("prevbwallocated", Quantities.canonical(previousBps));
        }
        return tree.put("ischanged", ScalarValue.truth(inUse)).value();
    }
}
