package io.fogatlas.orchestration;

import io.fogatlas.model.application.ApplicationId;
import java.time.Duration;

/**
 * Where decisions are carried out: Kubernetes, Docker, and whatever else implements this.
 *
 * <p>Every call is idempotent: repeated, also after the process was killed in the middle, it ends with the same objects. Objects that
 * this project did not make for the application are never touched. An implementation is thread-safe for different applications.
 */
public interface DeploymentTarget extends AutoCloseable {
    /**
     * Says what kind of target it is.
     *
     * @return a name in lower case, such as {@code kubernetes}
     */
    String name();

    /**
     * Says what carrying out a placement would change; changes nothing.
     *
     * @param deployable what is to be there
     * @return what would change
     * @throws DeploymentException if the target cannot be reached or refuses, or an object of somebody else is in the way
     */
    DeploymentPlan plan(Deployable deployable);

    /**
     * Carries out a placement in full, or takes back everything that this call has changed.
     *
     * @param deployable what is to be there
     * @param readyWithin how long to wait until every replica is ready; zero does not wait at all
     * @param listener hears how it goes on
     * @return what was changed
     * @throws DeploymentException if it failed or was not ready in time; what the call changed has been taken back by then, except
     *     {@link DeploymentException#leftOver()}
     */
    DeploymentPlan apply(Deployable deployable, Duration readyWithin, DeploymentListener listener);

    /**
     * Says how an application is.
     *
     * @param application the application
     * @return its state; without workloads if the target has nothing of it
     * @throws DeploymentException if the target cannot be reached or refuses
     */
    DeploymentStatus observe(ApplicationId application);

    /**
     * Removes everything that was made for an application.
     *
     * @param application the application
     * @param listener hears how it goes on
     * @return what was removed; empty if there was nothing
     * @throws DeploymentException if something could not be removed
     */
    DeploymentPlan remove(ApplicationId application, DeploymentListener listener);

    @Override
    void close();
}
