package io.fogatlas.docker;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Makes what Docker needs of one container of a Pod template. */
final class ContainerTranslation {
    /** The least the kernel holds a container to: a hundredth of a core. */
    private static final long LEAST_NANO_CPUS = 10_000_000;

    private static final BigDecimal NANO = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal SHARES_OF_A_CORE = BigDecimal.valueOf(1024);
    private static final long LEAST_SHARES = 2;
    private static final long MOST_SHARES = 262_144;
    private static final int MAX_PORT = 65_535;

    private final String microservice;
    private final PodVolumes volumes;
    private final Findings findings;
    private final Optional<String> image;
    private final Probes probes;
    private final PodRights rights;

    ContainerTranslation(
            String microservice, PodSpec pod, PodVolumes volumes, Findings findings, Optional<String> image) {
        this.microservice = microservice;
        this.volumes = volumes;
        this.findings = findings;
        this.image = image;
        this.probes = new Probes(microservice, findings);
        this.rights = new PodRights(microservice, pod, findings);
    }

    /** The paths of the probes that are carried out. */
    Set<String> probes() {
        return probes.carriedOut();
    }

    /**
     * Translates.
     *
     * @param container the container
     * @param mipsMillis the millicores it gets for its MIPS; 0 if it asks for none
     */
    ContainerSpec of(Container container, long mipsMillis) {
        Map<String, String> environment = environment(container);
        return new ContainerSpec(
                container.getName() == null ? "" : container.getName(),
                image(container),
                pull(container),
                expanded(container.getCommand(), environment),
                expanded(container.getArgs(), environment),
                environment,
                container.getWorkingDir() == null ? "" : container.getWorkingDir(),
                rights.user(container),
                limits(container, mipsMillis),
                ports(container),
                volumes.of(container),
                probes.health(container),
                rights.of(container),
                Boolean.TRUE.equals(container.getStdin()),
                Boolean.TRUE.equals(container.getTty()));
    }

    private String image(Container container) {
        String wanted = image.orElse(container.getImage() == null ? "" : container.getImage());
        if (!Patterns.isImage(wanted)) {
            findings.refuse(
                    microservice,
                    wanted.isEmpty()
                            ? "the container '" + container.getName() + "' has no image"
                            : "'" + wanted + "' is no name of an image, such as nginx:1.27");
        }
        return wanted;
    }

    private static ContainerSpec.Pull pull(Container container) {
        String policy = container.getImagePullPolicy() == null ? "" : container.getImagePullPolicy();
        return switch (policy) {
            case "Always" -> ContainerSpec.Pull.ALWAYS;
            case "Never" -> ContainerSpec.Pull.NEVER;
            default -> ContainerSpec.Pull.IF_MISSING;
        };
    }

    private Map<String, String> environment(Container container) {
        Map<String, String> environment = new LinkedHashMap<>();
        List<EnvVar> variables = container.getEnv() == null ? List.of() : container.getEnv();
        for (EnvVar variable : variables) {
            String name = variable.getName() == null ? "" : variable.getName();
            if (!Patterns.isVariable(name)) {
                findings.refuse(microservice, "'" + name + "' is no name of an environment variable");
            } else if (variable.getValueFrom() == null) {
                String value = variable.getValue() == null ? "" : variable.getValue();
                environment.put(name, References.expand(value, environment));
            }
        }
        return environment;
    }

    private static List<String> expanded(List<String> texts, Map<String, String> environment) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(text -> References.expand(text, environment))
                        .toList();
    }

    private static ContainerSpec.Limits limits(Container container, long mipsMillis) {
        OptionalLong nanoCpus = mipsMillis > 0
                ? OptionalLong.of(Math.multiplyExact(mipsMillis, 1_000_000L))
                : Amounts.whole(Amounts.of(container, false, "cpu"), NANO);
        OptionalLong shares = mipsMillis > 0
                ? OptionalLong.empty()
                : Amounts.whole(Amounts.of(container, true, "cpu"), SHARES_OF_A_CORE);
        return new ContainerSpec.Limits(
                nanoCpus.isPresent()
                        ? OptionalLong.of(Math.max(LEAST_NANO_CPUS, nanoCpus.getAsLong()))
                        : OptionalLong.empty(),
                shares.isPresent()
                        ? OptionalLong.of(Math.min(MOST_SHARES, Math.max(LEAST_SHARES, shares.getAsLong())))
                        : OptionalLong.empty(),
                Amounts.bytes(container, false),
                Amounts.bytes(container, true));
    }

    private List<ContainerSpec.Port> ports(Container container) {
        List<ContainerSpec.Port> ports = new ArrayList<>();
        List<ContainerPort> given = container.getPorts() == null ? List.of() : container.getPorts();
        for (ContainerPort port : given) {
            int number = port.getContainerPort() == null ? 0 : port.getContainerPort();
            int hostPort = port.getHostPort() == null ? 0 : port.getHostPort();
            String protocol =
                    port.getProtocol() == null ? "tcp" : port.getProtocol().toLowerCase(Locale.ROOT);
            String hostIp = port.getHostIP() == null ? "" : port.getHostIP();
            boolean right = number >= 1
                    && number <= MAX_PORT
                    && hostPort >= 0
                    && hostPort <= MAX_PORT
                    && Set.of("tcp", "udp", "sctp").contains(protocol)
                    && (hostIp.isEmpty() || Patterns.isAddress(hostIp));
            if (right) {
                ports.add(new ContainerSpec.Port(number, protocol, hostPort, hostPort == 0 ? "" : hostIp));
            } else {
                findings.refuse(
                        microservice,
                        "the port " + number + "/" + protocol + " with hostPort " + hostPort + " '" + hostIp
                                + "' is none; ports go from 1 to " + MAX_PORT + ", protocols are TCP, UDP and SCTP");
            }
        }
        return ports;
    }
}
