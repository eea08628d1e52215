package io.fogatlas.inventory;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Holds what exists and what is taken, in memory, and never gives out what is not left.
 *
 * <p>Thread-safe: every change is one step that happens as a whole or not at all, one after another; a snapshot never waits.
 */
public final class Inventory {
    private final Object change = new Object();
    private volatile Snapshot current;

    /**
     * Starts with what exists and what is taken already. That may be more than there is: then nothing more is given out of it.
     *
     * @param infrastructure what exists
     * @param occupancy what is taken
     */
    public Inventory(Infrastructure infrastructure, Occupancy occupancy) {
        current = new Snapshot(infrastructure, occupancy, 0);
    }

    /**
     * Says what exists and what is taken now.
     *
     * @return the state, which does not change any more
     */
    public Snapshot snapshot() {
        return current;
    }

    /**
     * Reserves what a placement takes, in the place of whatever the same application held before.
     *
     * <p>Only amounts are checked, and that everything named is there: whether the placement keeps the other rules of the domain is
     * for a verifier to say.
     *
     * @param application what is placed
     * @param placement where its parts are
     * @return the state afterwards
     * @throws ShortageException if a link or node that the placement uses has too little left, or is down or not ready; nothing has
     *     changed then
     * @throws InvalidModelException if the placement names a microservice, flow, region, node or link that is not there, or leaves
     *     replicas without a node where there are nodes; nothing has changed then
     */
    public Snapshot reserve(Application application, Placement placement) {
        synchronized (change) {
            Snapshot before = current;
            PlacementReferences.check(before.infrastructure(), application, placement);
            Holding holding = Holding.of(before.infrastructure(), application, placement);
            Occupancy others = before.occupancy().without(application.id());
            List<Shortage> shortages = Shortages.of(before.infrastructure(), others, holding);
            if (!shortages.isEmpty()) {
                throw new ShortageException(application.id(), shortages);
            }
            return advance(before, others.with(application.id(), holding));
        }
    }

    /**
     * Gives back what an application holds.
     *
     * @param application the application
     * @return the state afterwards
     * @throws NoSuchElementException if the application holds nothing; nothing has changed then
     */
    public Snapshot release(ApplicationId application) {
        synchronized (change) {
            Snapshot before = current;
            if (!before.occupancy().byApplication().containsKey(application)) {
                throw new NoSuchElementException("The application '" + application + "' holds nothing to release.");
            }
            return advance(before, before.occupancy().without(application));
        }
    }

    private Snapshot advance(Snapshot before, Occupancy occupancy) {
        current = new Snapshot(before.infrastructure(), occupancy, before.generation() + 1);
        return current;
    }
}
