package io.fogatlas.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.TmpfsOptions;
import com.github.dockerjava.api.model.VolumeOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Fills in the command that creates a container. */
final class ContainerCreation {
    private ContainerCreation() {}

    /**
     * Fills in a command.
     *
     * @param command the command, for the image
     * @param container what to create
     */
    static void fill(CreateContainerCmd command, Engine.NewContainer container) {
        ContainerSpec spec = container.spec();
        boolean holdsTheNetwork = container.position() == 0;
        List<ContainerSpec.Port> ports = holdsTheNetwork ? container.workload().ports() : List.of();
        command.withName(container.name())
                .withLabels(container.labels())
                .withEnv(spec.environment().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList())
                .withStopTimeout(container.workload().stopSeconds())
                .withStdinOpen(spec.stdin())
                .withTty(spec.tty())
                .withHostConfig(host(container, ports));
        if (!spec.entrypoint().isEmpty()) {
            command.withEntrypoint(spec.entrypoint());
        }
        if (!spec.arguments().isEmpty()) {
            command.withCmd(spec.arguments());
        }
        if (!spec.workingDirectory().isEmpty()) {
            command.withWorkingDir(spec.workingDirectory());
        }
        if (!spec.user().isEmpty()) {
            command.withUser(spec.user());
        }
        if (!container.alias().isEmpty()) {
            command.withAliases(container.alias());
        }
        if (!ports.isEmpty()) {
            command.withExposedPorts(
                    ports.stream().map(ContainerCreation::exposed).distinct().toList());
        }
        spec.health().ifPresent(health -> command.withHealthcheck(health(health)));
    }

    private static HostConfig host(Engine.NewContainer container, List<ContainerSpec.Port> ports) {
        ContainerSpec spec = container.spec();
        HostConfig host = HostConfig.newHostConfig()
                .withNetworkMode(container.network())
                .withRestartPolicy(RestartPolicy.parse(container.workload().restart()))
                .withReadonlyRootfs(spec.rights().readOnlyRoot())
                .withMounts(spec.mounts().stream()
                        .map(mounted -> mount(container, mounted))
                        .toList())
                .withCapAdd(capabilities(spec.rights().added()))
                .withCapDrop(capabilities(spec.rights().dropped()));
        if (spec.rights().noNewPrivileges()) {
            host.withSecurityOpts(List.of("no-new-privileges:true"));
        }
        if (container.position() == 0) {
            host.withExtraHosts(container.workload().hosts().toArray(new String[0]));
        }
        List<PortBinding> bindings = new ArrayList<>();
        for (ContainerSpec.Port port : ports) {
            if (port.hostPort() > 0) {
                Ports.Binding binding = port.hostIp().isEmpty()
                        ? Ports.Binding.bindPort(port.hostPort())
                        : Ports.Binding.bindIpAndPort(port.hostIp(), port.hostPort());
                bindings.add(new PortBinding(binding, exposed(port)));
            }
        }
        host.withPortBindings(bindings);
        limit(host, spec.limits());
        return host;
    }

    private static void limit(HostConfig host, ContainerSpec.Limits limits) {
        limits.nanoCpus().ifPresent(host::withNanoCPUs);
        limits.cpuShares().ifPresent(shares -> host.withCpuShares(Math.toIntExact(shares)));
        limits.memoryBytes().ifPresent(host::withMemory);
        limits.reservedMemoryBytes().ifPresent(host::withMemoryReservation);
    }

    private static ExposedPort exposed(ContainerSpec.Port port) {
        return new ExposedPort(port.number(), InternetProtocol.parse(port.protocol()));
    }

    private static Mount mount(Engine.NewContainer container, ContainerSpec.Mounted mounted) {
        Mount mount = new Mount().withTarget(mounted.path()).withReadOnly(mounted.readOnly());
        if (mounted.inMemory()) {
            TmpfsOptions options = new TmpfsOptions();
            return mount.withType(MountType.TMPFS)
                    .withTmpfsOptions(mounted.sizeBytes() > 0 ? options.withSizeBytes(mounted.sizeBytes()) : options);
        }
        Map<String, String> labels = new TreeMap<>(container.labels());
        labels.keySet().removeIf(key -> !key.startsWith("io.fogatlas.") || key.equals(Names.CONTAINER));
        return mount.withType(MountType.VOLUME)
                .withSource(Names.volume(container.volumePrefix(), mounted.volume()))
                .withVolumeOptions(new VolumeOptions().withLabels(labels));
    }

    private static Capability[] capabilities(Iterable<String> names) {
        List<Capability> capabilities = new ArrayList<>();
        names.forEach(name -> capabilities.add(Capability.fromValue(name)));
        return capabilities.toArray(new Capability[0]);
    }

    private static HealthCheck health(ContainerSpec.Health health) {
        List<String> test = new ArrayList<>(List.of("CMD"));
        test.addAll(health.command());
        return new HealthCheck()
                .withTest(test)
                .withInterval(TimeUnit.SECONDS.toNanos(health.intervalSeconds()))
                .withTimeout(TimeUnit.SECONDS.toNanos(health.timeoutSeconds()))
                .withRetries(health.retries())
                .withStartPeriod(TimeUnit.SECONDS.toNanos(health.startSeconds()));
    }
}
