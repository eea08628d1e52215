package io.fogatlas.kubernetes;

import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Remembers in which order changes began, so that they can be taken back. Thread-safe. */
final class Journal {
    private final DeploymentListener listener;
    private final List<Change> begun = Collections.synchronizedList(new ArrayList<>());
    private final List<DeploymentStep> done = Collections.synchronizedList(new ArrayList<>());

    Journal(DeploymentListener listener) {
        this.listener = listener;
    }

    /** Notes that a change begins, and makes it. */
    void perform(Change change, Owner owner) {
        begun.add(change);
        change.perform(owner);
        told(change.step());
    }

    /** Notes a change that was made before its owner was known. */
    void made(Change change) {
        begun.add(change);
        told(change.step());
    }

    private synchronized void told(DeploymentStep step) {
        done.add(step);
        listener.done(step);
    }

    /** What was changed, in the order of the plan. */
    List<DeploymentStep> done(List<DeploymentStep> planned) {
        List<DeploymentStep> sorted = new ArrayList<>(List.copyOf(done));
        sorted.sort(Comparator.comparingInt(planned::indexOf));
        return List.copyOf(sorted);
    }

    /**
     * Takes all changes back, the last one first.
     *
     * @return what could not be taken back, a line each
     */
    List<String> undo(Owner owner) {
        List<Change> backwards = new ArrayList<>(List.copyOf(begun));
        Collections.reverse(backwards);
        List<String> leftOver = new ArrayList<>();
        for (Change change : backwards) {
            try {
                change.undo(owner);
            } catch (RuntimeException failed) {
                DeploymentStep step = change.step();
                leftOver.add(step.kind() + " '" + step.name() + "': " + failed.getMessage());
            }
        }
        listener.told("took back " + (backwards.size() - leftOver.size()) + " of " + backwards.size() + " changes");
        return leftOver;
    }
}
