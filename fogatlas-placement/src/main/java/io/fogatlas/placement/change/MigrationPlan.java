package io.fogatlas.placement.change;

import io.fogatlas.model.placement.Placement;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The order in which an application gets from where it runs to where it is to run. It holds after every step that
 *
 * <ul>
 *   <li>no node and no link that the step takes from is over-committed, counting what others hold and what is there of old and new
 *       replicas and routes at once. Two routes of one flow from one region count once on links that both pass: the data takes one of
 *       them (as in RFC 3209, make-before-break with shared-explicit reservations);
 *   <li>replicas start only where the anti-affinities of all that run permit it, and beside those that their affinities ask for;
 *   <li>every route starts and ends where a replica runs or an endpoint stands;
 *   <li>every microservice that does not pause runs with no fewer replicas than at the start or, if it shrinks, than at the end, and no
 *       fewer of them than that have a route for every data flow of theirs (flows that had no route left at the start, and flows to or
 *       from what pauses, aside);
 *   <li>every data flow of an external endpoint that had a route has one, unless it is interrupted or its other end pauses.
 * </ul>
 *
 * <p>Latency bounds hold for every route that is added. Latency chains hold at the end; in between, data may take old and new routes in
 * turn, and no bound over both is meant.
 *
 * @param start what of the placement before still runs, with what had to be assumed where it says too little: replicas of which no node
 *     is told are on the nodes where they will be, and an application of which no route is told has those it will have, if their ends
 *     stay
 * @param steps the steps in their order; empty if nothing moves
 * @param fewestPauses whether it is proved that no order over these steps does with fewer pauses and interruptions
 */
public record MigrationPlan(Placement start, List<Step> steps, boolean fewestPauses) {
    /**
     * Copies the list.
     *
     * @param start what runs before
     * @param steps the steps
     * @param fewestPauses whether fewer pauses are impossible
     */
    public MigrationPlan {
        Objects.requireNonNull(start, "start");
        steps = List.copyOf(steps);
    }

    /**
     * Says whether nothing moves.
     *
     * @return whether there is no step
     */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * Lists the microservices that pause on the way.
     *
     * @return their names, sorted
     */
    public Set<String> pausing() {
        Set<String> pausing = new TreeSet<>();
        for (Step step : steps) {
            if (step instanceof Step.Pause pause) {
                pausing.add(pause.microservice());
            }
        }
        return Collections.unmodifiableSet(pausing);
    }

    /**
     * Lists the data flows between external endpoints that are interrupted on the way.
     *
     * @return their names, sorted
     */
    public Set<String> interrupted() {
        Set<String> interrupted = new TreeSet<>();
        for (Step step : steps) {
            if (step instanceof Step.Interrupt interrupt) {
                interrupted.add(interrupt.flow());
            }
        }
        return Collections.unmodifiableSet(interrupted);
    }
}
