package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.Deployable;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentPlan;
import io.fogatlas.orchestration.DeploymentStatus;
import io.fogatlas.orchestration.DeploymentTarget;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Carries FADepls out on a cluster: one Deployment for each microservice and region, owned by the FADepl and written by server-side apply.
 *
 * <p>The API server checks every object before the first one is written. What fails later, or is not ready in time, is taken back, down
 * to the notes about who manages which field. Deployments that the FADepl does not control are never touched.
 */
public final class KubernetesTarget implements DeploymentTarget {
    private final Cluster cluster;
    private final ClusterObjects objects;
    private final Map<ApplicationId, ApplicationManifest> manifests;
    private final Parallel parallel = new Parallel();
    private final Preparation preparation;

    /**
     * Prepares to deploy.
     *
     * @param cluster the cluster; is closed with the target
     * @param manifests the FADepls that may be deployed; none is needed to observe and to remove
     * @param regionLabel the label by which nodes say their region
     */
    public KubernetesTarget(Cluster cluster, List<ApplicationManifest> manifests, String regionLabel) {
        this.cluster = Objects.requireNonNull(cluster, "cluster");
        this.objects = cluster.objects();
        this.manifests = new HashMap<>();
        manifests.forEach(manifest -> this.manifests.put(manifest.application().id(), manifest));
        this.preparation = new Preparation(objects, parallel, Objects.requireNonNull(regionLabel, "regionLabel"));
    }

    @Override
    public String name() {
        return "kubernetes";
    }

    @Override
    public DeploymentPlan plan(Deployable deployable) {
        return explaining(() -> prepare(deployable).plan());
    }

    @Override
    public DeploymentPlan apply(Deployable deployable, Duration readyWithin, DeploymentListener listener) {
        return explaining(() -> {
            Prepared prepared = prepare(deployable, listener);
            return new CarryingOut(objects, parallel, prepared, listener).carryOut(readyWithin);
        });
    }

    /** Prepares, and writes into an Event if objects of others are in the way. */
    private Prepared prepare(Deployable deployable, DeploymentListener listener) {
        try {
            return prepare(deployable);
        } catch (ForeignObjectException foreign) {
            ApplicationId id = deployable.application().id();
            objects.get(ObjectKind.FADEPL, id.namespace(), id.name())
                    .ifPresent(fadepl -> new Events(objects, id, InstantSource.system(), listener)
                            .inTheWay(Owner.of(fadepl), String.valueOf(foreign.getMessage())));
            throw foreign;
        }
    }

    private Prepared prepare(Deployable deployable) {
        ApplicationId id = deployable.application().id();
        ApplicationManifest manifest = manifests.get(id);
        if (manifest == null) {
            throw new DeploymentException("there is no FADepl '" + id + "' among those that may be deployed");
        }
        return preparation.prepare(manifest, deployable);
    }

    @Override
    public DeploymentStatus observe(ApplicationId application) {
        return explaining(() -> {
            Preparation.requireNames(application);
            Optional<Owner> owner = objects.get(ObjectKind.FADEPL, application.namespace(), application.name())
                    .map(Owner::of);
            if (owner.isEmpty()) {
                return new DeploymentStatus(application, List.of());
            }
            return Workloads.of(
                    application,
                    deployments(application, owner.get()),
                    objects.list(ObjectKind.POD, application.namespace()));
        });
    }

    private List<ObjectNode> deployments(ApplicationId application, Owner owner) {
        return Preparation.ours(objects.list(ObjectKind.DEPLOYMENT, application.namespace()).stream(), owner);
    }

    @Override
    public DeploymentPlan remove(ApplicationId application, DeploymentListener listener) {
        return explaining(() -> {
            Preparation.requireNames(application);
            return new Removal(objects, parallel, application, listener).carryOut();
        });
    }

    private static <T> T explaining(Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedException refused) {
            throw refused.explained();
        } catch (ForeignObjectException foreign) {
            throw new DeploymentException(String.valueOf(foreign.getMessage()), foreign);
        }
    }

    @Override
    public void close() {
        parallel.close();
        cluster.close();
    }
}
