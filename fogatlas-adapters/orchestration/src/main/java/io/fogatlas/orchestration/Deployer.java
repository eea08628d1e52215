package io.fogatlas.orchestration;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.NoSuchReservationException;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes an application all the way: admits it, has the target carry the placement out, and confirms what it takes; or backs out, so that
 * target and inventory are as they were before.
 *
 * <p>If the process ends in the middle, what was reserved expires, what ran before stays reserved, and deploying again finishes the work.
 * Thread-safe for different applications, if the target is.
 */
public final class Deployer {
    /** How much longer than it waits for replicas to be ready it reserves. */
    static final Duration MARGIN = Duration.ofMinutes(15);

    private final Inventory inventory;
    private final DeploymentTarget target;

    /**
     * Deploys to a target.
     *
     * @param inventory what exists and what is taken
     * @param target where decisions are carried out
     */
    public Deployer(Inventory inventory, DeploymentTarget target) {
        this.inventory = Objects.requireNonNull(inventory, "inventory");
        this.target = Objects.requireNonNull(target, "target");
    }

    /**
     * Places an application and carries the placement out.
     *
     * @param application the application
     * @param placing places it
     * @param readyWithin how long to wait until every replica is ready; zero does not wait at all
     * @param listener hears how it goes on
     * @return what was decided, and what was changed; if the application could not be admitted, nothing was
     * @throws DeploymentException if the target failed; it has taken back what it did, and the inventory holds what it held before. If
     *     something could not be taken back, what was reserved for it stays reserved as well; until its time is over if the application ran
     *     before
     */
    public Deployed deploy(
            Application application, Admission.Placing placing, Duration readyWithin, DeploymentListener listener) {
        Admission admission = Admission.to(inventory).timeToLive(readyWithin.plus(MARGIN));
        Admitted admitted = admission.admit(application, placing);
        if (admitted.reservation().isEmpty()) {
            return new Deployed(admitted, Optional.empty());
        }
        Reservation reservation = admitted.reservation().get();
        Deployable deployable = new Deployable(
                admitted.snapshot().infrastructure(),
                application,
                admitted.decision().placement().orElseThrow());
        DeploymentPlan changes;
        try {
            changes = target.apply(deployable, readyWithin, listener);
        } catch (DeploymentException failure) {
            backOut(reservation, failure);
            throw failure;
        }
        confirm(reservation);
        return new Deployed(admitted, Optional.of(changes));
    }

    /**
     * Removes an application from the target, and gives back what it holds.
     *
     * @param application the application
     * @param listener hears how it goes on
     * @return what was removed; empty if there was nothing
     * @throws DeploymentException if something could not be removed; the application then holds what it held
     */
    public DeploymentPlan remove(ApplicationId application, DeploymentListener listener) {
        DeploymentPlan removed = target.remove(application, listener);
        Optional<Reservation> held = inventory.reservation(application);
        while (held.isPresent()) {
            inventory.release(held.get().key());
            held = inventory.reservation(application);
        }
        return removed;
    }

    /** What could not be taken back is there and takes resources: then they stay reserved, for good if nothing ran before. */
    private void backOut(Reservation reservation, DeploymentException failure) {
        if (failure.leftOver().isEmpty()) {
            inventory.release(reservation.key());
        } else if (reservation.replaces().isEmpty()) {
            inventory.confirm(reservation.key());
        }
    }

    private void confirm(Reservation reservation) {
        try {
            inventory.confirm(reservation.key());
        } catch (NoSuchReservationException late) {
            throw new DeploymentException(
                    "The application '" + reservation.key().application() + "' was deployed to " + target.name()
                            + ", but what it takes is not reserved any more, since it took so long or the clock was set forward;"
                            + " deploy it again, or remove it.",
                    late);
        }
    }
}
