package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentStep;
import io.fogatlas.orchestration.DeploymentStep.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Books bandwidth of one Link for an FADepl, in the Link's status.
 *
 * <p>{@code status.bookings} says how much of {@code status.bwallocated} is whose. Both are written at once, and only if nobody else has
 * written in between; so a booking that is repeated, also after the process was killed, counts once. A cluster with FogAtlas's own
 * definition of Links drops the field; then what the status of the FADepl says counts as booked before.
 */
final class LinkChange implements Change {
    static final String BOOKINGS = "bookings";

    private static final int ATTEMPTS = 50;

    private final ClusterObjects objects;
    private final ApplicationId holder;
    private final ObjectNode seen;
    private final long before;
    private final long after;
    private volatile boolean written;

    private LinkChange(ClusterObjects objects, ApplicationId holder, ObjectNode seen, long before, long after) {
        this.objects = objects;
        this.holder = holder;
        this.seen = seen;
        this.before = before;
        this.after = after;
    }

    /**
     * Compares what is to be booked with what is.
     *
     * @param link the Link as it is now
     * @param stated what the status of the FADepl says is booked, in bit/s
     * @param bps what is to be booked, in bit/s
     * @return the change; empty if that is booked already
     */
    static Optional<LinkChange> of(
            ClusterObjects objects, ApplicationId holder, ObjectNode link, long stated, long bps) {
        long booked = booked(link, holder, stated);
        return booked == bps ? Optional.empty() : Optional.of(new LinkChange(objects, holder, link, booked, bps));
    }

    private static long booked(ObjectNode link, ApplicationId holder, long otherwise) {
        JsonNode booking = link.path("status").path(BOOKINGS).path(holder.toString());
        return booking.isMissingNode() ? otherwise : Amounts.of(booking);
    }

    @Override
    public DeploymentStep step() {
        return new DeploymentStep(
                Action.UPDATE,
                "",
                ObjectKind.LINK.kind(),
                Trees.name(seen),
                "books " + Amounts.quantity(after) + " instead of " + Amounts.quantity(before) + " bit/s");
    }

    @Override
    public void perform(Owner owner) {
        book(before, after, true);
        written = true;
    }

    @Override
    public void undo(Owner owner) {
        book(written ? after : before, before, false);
    }

    private void book(long from, long to, boolean checks) {
        for (int attempt = 1; ; attempt++) {
            Optional<ObjectNode> link = objects.get(ObjectKind.LINK, Trees.namespace(seen), Trees.name(seen));
            if (link.isEmpty()) {
                if (to == 0) {
                    return;
                }
                throw new DeploymentException("Link '" + Trees.name(seen) + "' is gone; place again");
            }
            long booked = booked(link.get(), holder, from);
            if (booked == to) {
                return;
            }
            try {
                objects.replaceStatus(ObjectKind.LINK, booking(link.get(), booked, to, checks));
                return;
            } catch (RefusedException refused) {
                if (refused.why() != RefusedException.Why.CONFLICT || attempt == ATTEMPTS) {
                    throw refused;
                }
            }
        }
    }

    private ObjectNode booking(ObjectNode link, long booked, long to, boolean checks) {
        ObjectNode changed = link.deepCopy();
        ObjectNode status = Trees.inner(changed, "status");
        ObjectNode bookings = Trees.inner(status, BOOKINGS);
        long allocated = Amounts.of(status.path("bwallocated"));
        long others = Math.max(0, allocated - booked) - releaseGone(bookings);
        long total = Math.max(0, others) + to;
        long capacity = Amounts.of(link.path("spec").path("bandwidth"));
        if (checks && to > booked && link.path("spec").has("bandwidth") && total > capacity) {
            throw new DeploymentException("Link '" + Trees.name(link) + "' has "
                    + Amounts.quantity(Math.max(0, capacity - others)) + " bit/s left, but FADepl '" + holder
                    + "' needs "
                    + Amounts.quantity(to) + " of it; others have booked since it was placed, so place again");
        }
        status.put("bwallocated", Amounts.quantity(total));
        if (!status.has("currentstatus")) {
            status.put("currentstatus", 0);
        }
        if (to == 0) {
            bookings.remove(holder.toString());
        } else {
            bookings.put(holder.toString(), Amounts.quantity(to));
        }
        return changed;
    }

    /** Drops the bookings of FADepls that are gone; returns their sum. */
    private long releaseGone(ObjectNode bookings) {
        List<String> gone = new ArrayList<>();
        bookings.fieldNames().forEachRemaining(name -> {
            int slash = name.indexOf('/');
            if (!name.equals(holder.toString())
                    && slash > 0
                    && objects.get(ObjectKind.FADEPL, name.substring(0, slash), name.substring(slash + 1))
                            .isEmpty()) {
                gone.add(name);
            }
        });
        long sum =
                gone.stream().mapToLong(name -> Amounts.of(bookings.path(name))).sum();
        bookings.remove(gone);
        return sum;
    }
}
