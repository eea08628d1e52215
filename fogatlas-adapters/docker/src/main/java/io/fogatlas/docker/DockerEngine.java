package io.fogatlas.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.command.ListContainersCmd;
import com.github.dockerjava.api.command.ListNetworksCmd;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Network;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A real engine, by docker-java. */
final class DockerEngine implements Engine {
    private static final long NANO_PER_MILLI = 1_000_000;
    private static final long SHARES_OF_A_CORE = 1024;

    /** How long an engine gives a container that says nothing of it. */
    private static final int USUAL_GRACE_SECONDS = 10;

    private final EngineCalls calls;
    private final DockerClient client;
    private final DockerClient patient;
    private final RegistryCredentials credentials;
    private final Optional<SshTunnel> tunnel;

    /**
     * Wraps clients.
     *
     * @param calls makes the calls
     * @param client for questions
     * @param patient for what takes long
     * @param credentials of the registries that images come from
     * @param tunnel what the clients go through; closed with the engine
     */
    DockerEngine(
            EngineCalls calls,
            DockerClient client,
            DockerClient patient,
            RegistryCredentials credentials,
            Optional<SshTunnel> tunnel) {
        this.calls = calls;
        this.client = client;
        this.patient = patient;
        this.credentials = credentials;
        this.tunnel = tunnel;
    }

    /** Asks whether it is there. */
    void ping() {
        calls.make(() -> client.pingCmd().exec());
    }

    @Override
    public EngineFacts facts() {
        Info info = calls.answer(() -> client.infoCmd().exec());
        Map<String, String> labels = new TreeMap<>();
        for (String label : info.getLabels() == null ? new String[0] : info.getLabels()) {
            int equals = label.indexOf('=');
            labels.put(equals < 0 ? label : label.substring(0, equals), equals < 0 ? "" : label.substring(equals + 1));
        }
        return new EngineFacts(
                text(info.getName()),
                info.getNCPU() == null ? 0 : info.getNCPU(),
                info.getMemTotal() == null ? 0 : info.getMemTotal(),
                text(info.getArchitecture()),
                text(info.getOsType()),
                labels);
    }

    @Override
    public List<FoundContainer> containers(Map<String, String> labels) {
        ListContainersCmd command = client.listContainersCmd().withShowAll(true);
        if (!labels.isEmpty()) {
            command.withLabelFilter(labels);
        }
        return calls.answer(command::exec).stream().map(DockerEngine::found).toList();
    }

    private static FoundContainer found(Container container) {
        List<String> ports = new ArrayList<>();
        for (ContainerPort port : container.getPorts() == null ? new ContainerPort[0] : container.getPorts()) {
            if (port.getPublicPort() != null) {
                ports.add(port.getPublicPort() + "/" + port.getType());
            }
        }
        String[] names = container.getNames();
        String state = text(container.getState());
        return new FoundContainer(
                container.getId(),
                names == null || names.length == 0 ? container.getId() : names[0].replaceFirst("^/", ""),
                text(container.getImageId()),
                container.getLabels() == null ? Map.of() : container.getLabels(),
                state.equals("running") || state.equals("restarting") || state.equals("paused"),
                ports.stream().distinct().toList());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public ContainerState state(String id) {
        InspectContainerResponse.ContainerState state;
        try {
            state = calls.answer(() -> client.inspectContainerCmd(id).exec()).getState();
        } catch (EngineException failure) {
            if (failure.kind() == EngineException.Kind.MISSING) {
                return new ContainerState("gone", "", 0, "", "");
            }
            throw failure;
        }
        return new ContainerState(
                text(state.getStatus()),
                state.getHealth() == null ? "" : text(state.getHealth().getStatus()),
                state.getExitCodeLong() == null ? 0 : state.getExitCodeLong(),
                text(state.getError()),
                text(state.getStartedAt()));
    }

    @Override
    public List<ContainerUse> uses() {
        List<ContainerUse> uses = new ArrayList<>();
        for (FoundContainer container : containers(Map.of())) {
            if (!container.running()) {
                continue;
            }
            try {
                HostConfig host = calls.answer(
                                () -> client.inspectContainerCmd(container.id()).exec())
                        .getHostConfig();
                uses.add(new ContainerUse(container.name(), container.labels(), millis(host), memory(host)));
            } catch (EngineException failure) {
                // One that has ended meanwhile takes nothing.
                if (failure.kind() != EngineException.Kind.MISSING) {
                    throw failure;
                }
            }
        }
        return uses;
    }

    private static long millis(HostConfig host) {
        if (host.getNanoCPUs() != null && host.getNanoCPUs() > 0) {
            return (host.getNanoCPUs() + NANO_PER_MILLI - 1) / NANO_PER_MILLI;
        }
        if (host.getCpuQuota() != null && host.getCpuQuota() > 0) {
            long period = host.getCpuPeriod() == null || host.getCpuPeriod() <= 0 ? 100_000 : host.getCpuPeriod();
            return roundedUp(Math.multiplyExact(host.getCpuQuota(), 1000L), period);
        }
        long shares = host.getCpuShares() == null ? 0 : host.getCpuShares();
        return shares > 0 ? roundedUp(shares * 1000, SHARES_OF_A_CORE) : 0;
    }

    private static long roundedUp(long amount, long by) {
        return (amount + by - 1) / by;
    }

    private static long memory(HostConfig host) {
        long limit = host.getMemory() == null ? 0 : host.getMemory();
        long reserved = host.getMemoryReservation() == null ? 0 : host.getMemoryReservation();
        return limit > 0 ? limit : reserved;
    }

    @Override
    public Optional<String> image(String image) {
        return calls.answer(() -> {
            try {
                return Optional.ofNullable(client.inspectImageCmd(image).exec().getId());
            } catch (NotFoundException missing) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void pull(String image, Consumer<String> progress) {
        PullImageCmd command = patient.pullImageCmd(image);
        ImagePull.name(command, image);
        credentials.of(image).ifPresent(command::withAuthConfig);
        try (ImagePull pull = new ImagePull(progress)) {
            calls.make(() -> {
                try {
                    command.exec(pull).awaitCompletion();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw calls.refused("fetching the image '" + image + "' was interrupted");
                }
            });
            Optional<String> error = pull.error();
            if (error.isPresent()) {
                throw calls.refused(error.get());
            }
        } catch (IOException failure) {
            throw calls.refused(text(failure.getMessage()));
        } catch (EngineException failure) {
            throw new EngineException(
                    failure.kind(),
                    "The image '" + image + "' cannot be had. " + failure.text()
                            + " Check its name, or load it there with docker load.",
                    failure);
        }
        if (image(image).isEmpty()) {
            throw calls.refused("the image '" + image + "' is not there although it was fetched");
        }
    }

    @Override
    public String create(NewContainer container) {
        return calls.answer(() -> {
            try (CreateContainerCmd command =
                    client.createContainerCmd(container.spec().image())) {
                ContainerCreation.fill(command, container);
                return command.exec().getId();
            }
        });
    }

    @Override
    public void start(String id) {
        calls.answer(() -> {
            try {
                client.startContainerCmd(id).exec();
            } catch (NotModifiedException runs) {
                return false;
            }
            return true;
        });
    }

    @Override
    public void stop(String id) {
        calls.make(() -> {
            // docker-java would give every container ten seconds, whatever it was created with.
            Object config = client.inspectContainerCmd(id).exec().getRawValues().get("Config");
            Object seconds = config instanceof Map<?, ?> fields ? fields.get("StopTimeout") : null;
            patient.stopContainerCmd(id)
                    .withTimeout(seconds instanceof Number given ? Math.max(0, given.intValue()) : USUAL_GRACE_SECONDS)
                    .exec();
        });
    }

    @Override
    public void removeContainer(String id) {
        calls.make(() -> client.removeContainerCmd(id)
                .withForce(true)
                .withRemoveVolumes(true)
                .exec());
    }

    @Override
    public List<FoundNetwork> networks(Map<String, String> labels) {
        ListNetworksCmd command = client.listNetworksCmd();
        if (!labels.isEmpty()) {
            command.withFilter("label", pairs(labels));
        }
        List<Network> networks = calls.answer(command::exec);
        return networks.stream()
                .map(network -> new FoundNetwork(
                        network.getId(),
                        network.getName(),
                        network.getLabels() == null ? Map.of() : network.getLabels()))
                .toList();
    }

    private static List<String> pairs(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toList();
    }

    @Override
    public String createNetwork(String name, Map<String, String> labels) {
        return calls.answer(() -> client.createNetworkCmd()
                .withName(name)
                .withDriver("bridge")
                .withCheckDuplicate(true)
                .withLabels(labels)
                .exec()
                .getId());
    }

    @Override
    public void removeNetwork(String id) {
        calls.make(() -> client.removeNetworkCmd(id).exec());
    }

    @Override
    public List<FoundVolume> volumes(Map<String, String> labels) {
        List<InspectVolumeResponse> volumes = calls.answer(() -> client.listVolumesCmd()
                        .withFilter("label", pairs(labels))
                        .exec())
                .getVolumes();
        return volumes == null
                ? List.of()
                : volumes.stream()
                        .map(volume -> new FoundVolume(
                                volume.getName(), volume.getLabels() == null ? Map.of() : volume.getLabels()))
                        .toList();
    }

    @Override
    public void removeVolume(String name) {
        calls.make(() -> client.removeVolumeCmd(name).exec());
    }

    @Override
    public void close() {
        for (DockerClient each : Arrays.asList(client, patient)) {
            try {
                each.close();
            } catch (IOException failure) {
                System.getLogger(DockerEngine.class.getName())
                        .log(System.Logger.Level.DEBUG, "a connection could not be closed", failure);
            }
        }
        tunnel.ifPresent(SshTunnel::close);
    }
}
