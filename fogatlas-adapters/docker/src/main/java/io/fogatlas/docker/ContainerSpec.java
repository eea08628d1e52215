package io.fogatlas.docker;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one container is to be, in the words of Docker.
 *
 * @param name its name in the Pod template
 * @param image the image
 * @param pull when the image is fetched
 * @param entrypoint what is run; empty for the image's own
 * @param arguments its arguments; empty for the image's own
 * @param environment the variables
 * @param workingDirectory where it starts; empty for the image's own
 * @param user the user and group it runs as; empty for the image's own
 * @param limits what it may take
 * @param ports what it listens to
 * @param mounts its volumes
 * @param health how its health is checked
 * @param rights what it may do
 * @param stdin whether standard input stays open
 * @param tty whether it has a terminal
 */
record ContainerSpec(
        String name,
        String image,
        Pull pull,
        List<String> entrypoint,
        List<String> arguments,
        Map<String, String> environment,
        String workingDirectory,
        String user,
        Limits limits,
        List<Port> ports,
        List<Mounted> mounts,
        Optional<Health> health,
        Rights rights,
        boolean stdin,
        boolean tty) {
    ContainerSpec {
        entrypoint = List.copyOf(entrypoint);
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        ports = List.copyOf(ports);
        mounts = List.copyOf(mounts);
    }

    /** When an image is fetched from its registry. */
    enum Pull {
        ALWAYS,
        IF_MISSING,
        NEVER
    }

    /**
     * What a container may take.
     *
     * @param nanoCpus the most CPU, in 10<sup>-9</sup> of a core
     * @param cpuShares its weight where CPU is short; 1,024 for a core
     * @param memoryBytes the most memory
     * @param reservedMemoryBytes what it keeps where memory is short
     */
    record Limits(
            OptionalLong nanoCpus,
            OptionalLong cpuShares,
            OptionalLong memoryBytes,
            OptionalLong reservedMemoryBytes) {}

    /**
     * A port that a container listens to.
     *
     * @param number the port in the container
     * @param protocol {@code tcp}, {@code udp} or {@code sctp}
     * @param hostPort the port of the engine's machine that leads to it; 0 if none does
     * @param hostIp the address of the machine it is bound to; empty for all
     */
    record Port(int number, String protocol, int hostPort, String hostIp) {}

    /**
     * A volume in a container.
     *
     * @param volume its name in the Pod template
     * @param path where it is mounted
     * @param readOnly whether the container cannot write to it
     * @param inMemory whether it is kept in memory
     * @param sizeBytes how much it may hold, in memory; 0 for no bound
     */
    record Mounted(String volume, String path, boolean readOnly, boolean inMemory, long sizeBytes) {}

    /**
     * How the engine finds out whether a container is healthy.
     *
     * @param command what is run inside of it
     * @param intervalSeconds how often
     * @param timeoutSeconds how long it may take
     * @param retries after how many failures the container is unhealthy
     * @param startSeconds how long failures do not count at first
     */
    record Health(List<String> command, int intervalSeconds, int timeoutSeconds, int retries, int startSeconds) {
        Health {
            command = List.copyOf(command);
        }
    }

    /**
     * What a container may do beyond, or less than, what Docker gives every container.
     *
     * @param readOnlyRoot whether its own file system cannot be written
     * @param noNewPrivileges whether its processes can never gain rights
     * @param dropped the capabilities that are taken from it
     * @param added the capabilities that it keeps nevertheless; only such as every container has
     */
    record Rights(boolean readOnlyRoot, boolean noNewPrivileges, Set<String> dropped, Set<String> added) {
        Rights {
            dropped = Collections.unmodifiableSet(new TreeSet<>(dropped));
            added = Collections.unmodifiableSet(new TreeSet<>(added));
        }
    }
}
