package io.fogatlas.docker;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.Deployable;
import io.fogatlas.orchestration.DeploymentException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Knows the Pod templates of applications. Thread-safe. */
final class Templates {
    private final Map<ApplicationId, ApplicationManifest> manifests = new TreeMap<>();
    private final boolean strict;

    Templates(Collection<ApplicationManifest> applications, boolean strict) {
        applications.forEach(manifest -> manifests.put(manifest.application().id(), manifest));
        this.strict = strict;
    }

    /** Says what is to run. */
    Wanted wanted(Deployable deployable) {
        ApplicationId id = deployable.application().id();
        ApplicationManifest manifest = manifests.get(id);
        if (manifest == null) {
            throw new DeploymentException(
                    "There is no FADepl of '" + id + "', so nobody knows what to run; give it along.");
        }
        Map<String, Deployment> deployments = manifest.deployments();
        return Wanted.of(deployable, deployments, strict);
    }
}
