package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.model.application.ApplicationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out which bookings of Links are to change for one FADepl. */
final class LinkPlanner {
    private final ClusterObjects objects;
    private final ApplicationId holder;
    private final Map<String, ObjectNode> linksById = new LinkedHashMap<>();

    /**
     * Looks at the Links there are; of several with one id, that of the FADepl's own namespace counts.
     *
     * @param links all Links
     */
    LinkPlanner(ClusterObjects objects, ApplicationId holder, List<ObjectNode> links) {
        this.objects = objects;
        this.holder = holder;
        links.stream()
                .sorted(Comparator.comparing(link -> !Trees.namespace(link).equals(holder.namespace())))
                .forEach(link ->
                        linksById.putIfAbsent(link.path("spec").path("id").asText(), link));
    }

    /**
     * Plans the changes.
     *
     * @param wanted what is to be booked, in bit/s by link id
     * @param statusBefore the status of the FADepl as it is now
     */
    List<Change> changes(Map<String, Long> wanted, JsonNode statusBefore) {
        Map<String, Long> stated = counted(statusBefore);
        List<Change> changes = new ArrayList<>();
        linksById.forEach((id, link) -> LinkChange.of(
                        objects, holder, link, stated.getOrDefault(id, 0L), wanted.getOrDefault(id, 0L))
                .ifPresent(changes::add));
        return changes;
    }

    /** Says which bookings have no Link to be written to. */
    List<String> notes(Map<String, Long> wanted) {
        return wanted.keySet().stream()
                .filter(id -> !linksById.containsKey(id))
                .map(id -> "there is no Link '" + id + "' in the cluster, so what is booked of it is not written there")
                .toList();
    }

    /** What an FADepl books, in bit/s by link id. */
    static Map<String, Long> booked(JsonNode status) {
        Map<String, Long> booked = new HashMap<>();
        for (JsonNode entry : status.path("linksoccupancy")) {
            long bps = Amounts.of(entry.path("bwallocated"));
            if (bps > 0 && entry.path("ischanged").asBoolean()) {
                booked.merge(entry.path("linkid").asText(), bps, Long::sum);
            }
        }
        return booked;
    }

    /** What of that the Links count already. */
    private static Map<String, Long> counted(JsonNode status) {
        Map<String, Long> counted = new HashMap<>();
        for (JsonNode entry : status.path("linksoccupancy")) {
            String amount = entry.path("ischanged").asBoolean() ? "prevbwallocated" : "bwallocated";
            counted.merge(entry.path("linkid").asText(), Amounts.of(entry.path(amount)), Long::sum);
        }
        return counted;
    }
}
