package io.fogatlas.docker;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes Docker's health check of a probe.
 *
 * <p>Docker runs one command inside the container. So a probe with {@code exec} has an equal, the readiness probe before the liveness
 * probe; one over the network has none, since the image may hold nothing to send a request with.
 */
final class Probes {
    /** What a probe takes into a health check; whatever else it says is left over. */
    private static final Set<String> CARRIED_OUT =
            Set.of("exec", "periodSeconds", "timeoutSeconds", "failureThreshold", "initialDelaySeconds");

    private final String microservice;
    private final Findings findings;
    private final Set<String> carriedOut = new TreeSet<>();

    Probes(String microservice, Findings findings) {
        this.microservice = microservice;
        this.findings = findings;
    }

    /** The paths of the fields that were carried out. */
    Set<String> carriedOut() {
        return carriedOut;
    }

    /** The health check of a container; empty leaves the image's own. */
    Optional<ContainerSpec.Health> health(Container container) {
        Optional<ContainerSpec.Health> ready = health(container.getReadinessProbe());
        Optional<ContainerSpec.Health> live = health(container.getLivenessProbe());
        if (ready.isPresent()) {
            take("readinessProbe", container.getReadinessProbe());
            if (live.equals(ready)) {
                take("livenessProbe", container.getLivenessProbe());
            }
        } else if (live.isPresent()) {
            take("livenessProbe", container.getLivenessProbe());
        }
        if (live.isPresent() && (ready.isEmpty() || live.equals(ready))) {
            findings.note(
                    microservice,
                    "Docker shows a container whose livenessProbe fails as unhealthy, but does not restart it");
        }
        return ready.or(() -> live);
    }

    private void take(String probe, @Nullable Probe taken) {
        for (String field : CARRIED_OUT) {
            carriedOut.add("containers[]." + probe + "." + field);
        }
        if (taken != null && taken.getSuccessThreshold() != null && taken.getSuccessThreshold() == 1) {
            carriedOut.add("containers[]." + probe + ".successThreshold");
        }
    }

    private static Optional<ContainerSpec.Health> health(@Nullable Probe probe) {
        if (probe == null || probe.getExec() == null) {
            return Optional.empty();
        }
        List<String> command = probe.getExec().getCommand();
        if (command == null || command.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ContainerSpec.Health(
                command,
                atLeast(1, probe.getPeriodSeconds(), 10),
                atLeast(1, probe.getTimeoutSeconds(), 1),
                atLeast(1, probe.getFailureThreshold(), 3),
                atLeast(0, probe.getInitialDelaySeconds(), 0)));
    }

    private static int atLeast(int least, @Nullable Integer value, int otherwise) {
        return value == null ? otherwise : Math.max(least, value);
    }
}
