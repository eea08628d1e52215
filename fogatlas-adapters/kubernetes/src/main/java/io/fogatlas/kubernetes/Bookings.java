package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings what Links say is booked by FADepls, and what FADepls say they book, into agreement; the Links are right. */
final class Bookings {
    private Bookings() {}

    /**
     * Changes the statuses of the objects at hand, not those in the cluster.
     *
     * @param links all Links
     * @param fadepls all FADepls
     */
    static void settle(List<ObjectNode> links, List<ObjectNode> fadepls) {
        Map<String, ObjectNode> byName = new HashMap<>();
        fadepls.forEach(each -> byName.put(Trees.namespace(each) + "/" + Trees.name(each), each));
        for (ObjectNode link : links) {
            if (link.path("status").path(LinkChange.BOOKINGS) instanceof ObjectNode bookings) {
                settle(link, bookings, byName);
            }
        }
    }

    private static void settle(ObjectNode link, ObjectNode bookings, Map<String, ObjectNode> fadepls) {
        long gone = 0;
        for (Map.Entry<String, JsonNode> booking : bookings.properties()) {
            ObjectNode fadepl = fadepls.get(booking.getKey());
            if (fadepl == null) {
                gone += Amounts.of(booking.getValue());
            } else {
                hold(fadepl, link.path("spec").path("id").asText(), booking.getValue());
            }
        }
        long allocated = Amounts.of(link.path("status").path("bwallocated"));
        Trees.inner(link, "status").put("bwallocated", Amounts.quantity(Math.max(0, allocated - gone)));
    }

    private static void hold(ObjectNode fadepl, String link, JsonNode amount) {
        ObjectNode status = Trees.inner(fadepl, "status");
        ArrayNode entries =
                status.get("linksoccupancy") instanceof ArrayNode there ? there : status.putArray("linksoccupancy");
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).path("linkid").asText().equals(link)) {
                entries.remove(i);
            }
        }
        entries.addObject()
                .put("linkid", link)
                .put("bwallocated", amount.asText())
                .put("prevbwallocated", amount.asText())
                .put("ischanged", false);
    }
}
