package io.fogatlas.kubernetes;

import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Carries out what was prepared for one application, in full or not at all. */
final class CarryingOut {
    private final ClusterObjects objects;
    private final Parallel parallel;
    private final Prepared prepared;
    private final DeploymentListener listener;
    private final Journal journal;
    private final Events events;

    CarryingOut(ClusterObjects objects, Parallel parallel, Prepared prepared, DeploymentListener listener) {
        this.objects = objects;
        this.parallel = parallel;
        this.prepared = prepared;
        this.listener = listener;
        this.journal = new Journal(listener);
        this.events = new Events(objects, prepared.application(), InstantSource.system(), listener);
    }

    /**
     * Makes all changes.
     *
     * @param readyWithin how long to wait for the Pods; zero does not wait
     * @throws DeploymentException if that failed, after the changes were taken back
     */
    DeploymentPlan carryOut(Duration readyWithin) {
        long start = System.nanoTime();
        Owner owner = prepared.owner();
        try {
            if (prepared.fadepl().isPresent()) {
                FadeplChange change = prepared.fadepl().get();
                owner = change.perform();
                journal.made(change);
            }
            Owner of = owner;
            perform(prepared.links(), of);
            perform(prepared.deployments(), of);
            if (readyWithin.isZero()) {
                perform(prepared.stale(), of);
            } else {
                new Rollout(objects, prepared.application(), of, listener)
                        .await(
                                prepared.names(),
                                start + readyWithin.toNanos(),
                                readyWithin,
                                () -> perform(prepared.stale(), of));
            }
            perform(prepared.status(), of);
            if (!prepared.steps().isEmpty()) {
                events.synced(owner, "carried out in " + prepared.names().size() + " Deployments");
            }
            return new DeploymentPlan(prepared.application(), journal.done(prepared.steps()), prepared.notes());
        } catch (RuntimeException failed) {
            List<String> leftOver = journal.undo(owner);
            tellOf(failed, owner);
            throw takenBack(failed, leftOver);
        }
    }

    private void tellOf(RuntimeException failed, Owner owner) {
        events.failed(owner, String.valueOf(failed.getMessage()));
        try {
            StatusChange.fail(objects, prepared.application());
        } catch (RuntimeException refused) {
            listener.told("the status could not be written: " + refused.getMessage());
        }
    }

    private void perform(List<Change> changes, Owner owner) {
        parallel.map(changes, change -> {
            journal.perform(change, owner);
            return change;
        });
    }

    private static DeploymentException takenBack(RuntimeException failed, List<String> leftOver) {
        String message =
                failed.getMessage() + (leftOver.isEmpty() ? "\neverything that was changed has been taken back" : "");
        DeploymentException explained = new DeploymentException(message, leftOver);
        explained.initCause(failed);
        return explained;
    }
}
