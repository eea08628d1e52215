package io.fogatlas.docker;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes rights from containers as a Pod template says, and refuses to give any that Docker does not give every container. */
final class PodRights {
    /** The capabilities of every container, by Docker's default. */
    private static final Set<String> ORDINARY = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "NET_RAW",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private final String microservice;
    private final @Nullable PodSecurityContext ofPod;
    private final Findings findings;

    PodRights(String microservice, PodSpec pod, Findings findings) {
        this.microservice = microservice;
        this.ofPod = pod.getSecurityContext();
        this.findings = findings;
        if (ofPod != null) {
            checkSeccomp(ofPod.getSeccompProfile());
        }
    }

    /** The user and group that a container runs as, such as {@code 1000:1000}; empty for the image's own. */
    String user(Container container) {
        SecurityContext own = container.getSecurityContext();
        Long user = first(own == null ? null : own.getRunAsUser(), ofPod == null ? null : ofPod.getRunAsUser());
        Long group = first(own == null ? null : own.getRunAsGroup(), ofPod == null ? null : ofPod.getRunAsGroup());
        Boolean nonRoot =
                first(own == null ? null : own.getRunAsNonRoot(), ofPod == null ? null : ofPod.getRunAsNonRoot());
        if (Boolean.TRUE.equals(nonRoot) && (user == null || user == 0)) {
            if (user == null) {
                findings.note(microservice, "runAsNonRoot is not checked; give runAsUser, and it needs no check");
            } else {
                findings.refuse(microservice, "runAsNonRoot is true, but runAsUser is 0; drop one of them");
            }
        }
        if (user == null && group != null) {
            findings.note(microservice, "runAsGroup has an equal only together with runAsUser");
        }
        return user == null ? "" : user + (group == null ? "" : ":" + group);
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T otherwise) {
        return own == null ? otherwise : own;
    }

    /** What a container may do. */
    ContainerSpec.Rights of(Container container) {
        SecurityContext own = container.getSecurityContext();
        if (own == null) {
            return new ContainerSpec.Rights(false, false, Set.of(), Set.of());
        }
        checkSeccomp(own.getSeccompProfile());
        if (Boolean.TRUE.equals(own.getPrivileged())) {
            findings.refuse(
                    microservice,
                    "privileged: true would make the container the master of the engine's machine, which is never done");
        }
        Capabilities capabilities = own.getCapabilities();
        Set<String> dropped = names(capabilities == null ? null : capabilities.getDrop());
        Set<String> added = names(capabilities == null ? null : capabilities.getAdd());
        for (String capability : added) {
            if (!ORDINARY.contains(capability)) {
                findings.refuse(
                        microservice,
                        "the capability '" + capability + "' goes beyond what every container has, which is never"
                                + " given");
            }
        }
        return new ContainerSpec.Rights(
                Boolean.TRUE.equals(own.getReadOnlyRootFilesystem()),
                Boolean.FALSE.equals(own.getAllowPrivilegeEscalation()),
                dropped,
                added);
    }

    private static Set<String> names(@Nullable List<String> capabilities) {
        Set<String> names = new TreeSet<>();
        if (capabilities != null) {
            capabilities.forEach(name -> {
                String upper = name.toUpperCase(Locale.ROOT);
                names.add(upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper);
            });
        }
        return names;
    }

    private void checkSeccomp(@Nullable SeccompProfile profile) {
        if (profile != null && profile.getType() != null && !"RuntimeDefault".equals(profile.getType())) {
            findings.refuse(
                    microservice,
                    "the seccompProfile '" + profile.getType()
                            + "' would lift Docker's own or read a file of the engine's machine; only RuntimeDefault"
                            + " is carried out");
        }
    }
}
