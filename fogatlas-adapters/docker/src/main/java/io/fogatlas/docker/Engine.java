package io.fogatlas.docker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One Docker engine, as far as it is needed here.
 *
 * <p>Every call throws {@link EngineException} if the engine does not answer or says no. What is to be removed or stopped and is not
 * there any more, or stopped already, is no error. Thread-safe.
 */
interface Engine extends AutoCloseable {
    /** Says what machine it is. */
    EngineFacts facts();

    /** Lists the containers that have all these labels, running or not; all containers if there are none. */
    List<FoundContainer> containers(Map<String, String> labels);

    /** Says how a container is. */
    ContainerState state(String id);

    /** Lists what the running containers may take, or take. */
    List<ContainerUse> uses();

    /** Finds an image that the engine has; the id tells versions of it apart. */
    Optional<String> image(String image);

    /** Fetches an image from its registry; tells how far it is. */
    void pull(String image, Consumer<String> progress);

    /** Creates a container, without starting it; gives its id. */
    String create(NewContainer container);

    void start(String id);

    /** Asks a container to end, and makes it after the time it was created with. */
    void stop(String id);

    /** Removes a container with the volumes that have no name, running or not. */
    void removeContainer(String id);

    /** Lists the networks that have all these labels; all networks if there are none. */
    List<FoundNetwork> networks(Map<String, String> labels);

    /** Creates a network of this engine; gives its id. */
    String createNetwork(String name, Map<String, String> labels);

    void removeNetwork(String id);

    /** Lists the volumes that have all these labels. */
    List<FoundVolume> volumes(Map<String, String> labels);

    void removeVolume(String name);

    /** Removes the volumes that have all these labels. */
    default void removeVolumes(Map<String, String> labels) {
        volumes(labels).forEach(volume -> removeVolume(volume.name()));
    }

    @Override
    void close();

    /**
     * A container that an engine has.
     *
     * @param id its id
     * @param name its name
     * @param imageId the id of its image
     * @param labels its labels
     * @param running whether it runs, or is about to be restarted
     * @param hostPorts the ports of the machine that it takes, such as {@code 8080/tcp}
     */
    record FoundContainer(
            String id,
            String name,
            String imageId,
            Map<String, String> labels,
            boolean running,
            List<String> hostPorts) {}

    /**
     * A network that an engine has.
     *
     * @param id its id
     * @param name its name
     * @param labels its labels
     */
    record FoundNetwork(String id, String name, Map<String, String> labels) {}

    /**
     * A volume that an engine has.
     *
     * @param name its name
     * @param labels its labels
     */
    record FoundVolume(String name, Map<String, String> labels) {}

    /**
     * A container to create.
     *
     * @param name its name
     * @param workload what it is a part of
     * @param position which container of the workload
     * @param labels its labels
     * @param network the name of its network, or {@code container:} and the id of the container whose network it shares
     * @param alias the name by which others in the network reach it; empty if it has none of its own
     * @param volumePrefix what the names of its volumes start with
     */
    record NewContainer(
            String name,
            WorkloadSpec workload,
            int position,
            Map<String, String> labels,
            String network,
            String alias,
            String volumePrefix) {
        ContainerSpec spec() {
            return workload.containers().get(position);
        }
    }

    /**
     * What a running container may take.
     *
     * @param name its name
     * @param labels its labels
     * @param cpuMillis millicores; 0 if it has no bound and no share
     * @param memoryBytes bytes; 0 if it has no bound and no reservation
     */
    record ContainerUse(String name, Map<String, String> labels, long cpuMillis, long memoryBytes) {}
}
