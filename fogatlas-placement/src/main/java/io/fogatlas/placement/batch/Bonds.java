package io.fogatlas.placement.batch;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the applications whose admission may make room for others: those that hold something, which they give back when they are placed
 * anew, and those whose replicas an affinity of another application asks for. All others only take: with one of them more, what could
 * not run together still cannot.
 */
final class Bonds {
    private Bonds() {}

    static BitSet helpers(List<BatchRequest.Entry> entries, Occupancy occupancy) {
        BitSet helpers = new BitSet();
        for (int entry = 0; entry < entries.size(); entry++) {
            Holding held = occupancy.byApplication().get(entries.get(entry).id());
            helpers.set(entry, held != null && !held.equals(Holding.NONE));
        }
        for (int asking = 0; asking < entries.size(); asking++) {
            for (Microservice microservice : entries.get(asking).application().microservices()) {
                for (PodAffinity rule : microservice.affinities()) {
                    addSelected(rule, asking, entries, helpers);
                }
            }
        }
        return helpers;
    }

    private static void addSelected(PodAffinity rule, int asking, List<BatchRequest.Entry> entries, BitSet helpers) {
        String namespace = entries.get(asking).id().namespace();
        for (int other = 0; other < entries.size(); other++) {
            BatchRequest.Entry asked = entries.get(other);
            boolean selected = other != asking
                    && !helpers.get(other)
                    && asked.application().microservices().stream()
                            .anyMatch(each -> rule.selects(namespace, asked.id().namespace(), each.labels()));
            if (selected) {
                helpers.set(other);
            }
        }
    }
}
