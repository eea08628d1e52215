package io.fogatlas.manifests;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.placement.Placement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** An FADepl: the application it describes, what its status says, and the object as it was written. */
public final class ApplicationManifest {
    private final Application application;
    private final String algorithm;
    private final OptionalLong priority;
    private final Optional<Placement> current;
    private final Origin origin;
    private final Generation generation;
    private final FadeplStatus status;
    private final ObjectValue tree;

    ApplicationManifest(
            Application application,
            String algorithm,
            OptionalLong priority,
            Optional<Placement> current,
            Origin origin,
            Generation generation,
            FadeplStatus status,
            ObjectValue tree) {
        this.application = Objects.requireNonNull(application, "application");
        this.algorithm = algorithm;
        this.priority = priority;
        this.current = current;
        this.origin = origin;
        this.generation = generation;
        this.status = status;
        this.tree = tree;
    }

    /**
     * Says what is to be placed.
     *
     * @return the application
     */
    public Application application() {
        return application;
    }

    /**
     * Says which algorithm the FADepl asks for.
     *
     * @return {@code spec.algorithm} as written, such as {@code DAG}
     */
    public String algorithm() {
        return algorithm;
    }

    /**
     * Says what the application is worth in a batch.
     *
     * @return the annotation {@code fogatlas.io/priority}; empty if there is none
     */
    public OptionalLong priority() {
        return priority;
    }

    /**
     * Says where the application runs now, as far as {@code status.placements} and the Pods tell: the Assignments, without routes, since
     * an FADepl does not hold them.
     *
     * @return the current placement; empty if the FADepl was never placed
     */
    public Optional<Placement> current() {
        return current;
    }

    /**
     * Says where the FADepl was read.
     *
     * @return the name of the source
     */
    public String file() {
        return origin.file();
    }

    /**
     * Says where in the file the FADepl starts.
     *
     * @return the line, from 1
     */
    public int line() {
        return origin.line();
    }

    /**
     * Gives the Deployment of each microservice as it was written, with everything that the application does not hold: images, commands,
     * ports, volumes.
     *
     * @return new objects by the microservice's name, in the order they were written
     */
    public Map<String, Deployment> deployments() {
        Fields fields = new Fields(tree, "", origin, new Notes());
        Map<String, Deployment> deployments = new LinkedHashMap<>();
        for (Fields microservice : fields.inner("spec").list("microservices")) {
            String name = microservice.requiredText("name");
            microservice
                    .optional("deployment")
                    .flatMap(embedded -> KubernetesObject.read(embedded, Deployment.class))
                    .ifPresent(deployment -> deployments.put(name, deployment.model()));
        }
        return Collections.unmodifiableMap(deployments);
    }

    Origin origin() {
        return origin;
    }

    Generation generation() {
        return generation;
    }

    FadeplStatus status() {
        return status;
    }

    /**
     * Gives the whole object as it was written, unknown fields included.
     *
     * @return the FADepl
     */
    public ObjectValue tree() {
        return tree;
    }

    @Override
    public String toString() {
        return "ApplicationManifest[" + application.id() + ", " + origin + "]";
    }
}
