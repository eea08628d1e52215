package io.fogatlas.docker;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The volumes of a Pod template.
 *
 * <p>An {@code emptyDir} is a volume of the replica. A {@code hostPath} is refused: it would hand files of the engine's machine to
 * whoever wrote the template. All others live in a cluster and have no equal.
 */
final class PodVolumes {
    /** Honest amounts need fewer digits; others are made to eat memory. */
    private static final int MAX_SCALE = 60;

    private final String microservice;
    private final Findings findings;
    private final Map<String, EmptyDirVolumeSource> emptyDirs = new HashMap<>();

    PodVolumes(String microservice, PodSpec pod, Findings findings) {
        this.microservice = microservice;
        this.findings = findings;
        List<Volume> volumes = pod.getVolumes() == null ? List.of() : pod.getVolumes();
        for (Volume volume : volumes) {
            if (volume.getHostPath() != null) {
                findings.refuse(
                        microservice,
                        "the volume '" + volume.getName() + "' is the path '"
                                + volume.getHostPath().getPath()
                                + "' of the engine's machine, which is never given to a container");
            } else if (volume.getEmptyDir() != null) {
                emptyDirs.put(volume.getName(), volume.getEmptyDir());
            }
        }
        emptyDirs.forEach((name, emptyDir) -> check(pod, name, emptyDir));
    }

    private void check(PodSpec pod, String name, EmptyDirVolumeSource emptyDir) {
        if (!isInMemory(emptyDir) && emptyDir.getSizeLimit() != null) {
            findings.note(microservice, "the volume '" + name + "' has a sizeLimit, which Docker does not hold");
        }
        Set<String> users = new HashSet<>();
        for (Container container : pod.getContainers()) {
            mounts(container).stream()
                    .filter(mount -> name.equals(mount.getName()))
                    .forEach(mount -> users.add(container.getName()));
        }
        if (isInMemory(emptyDir) && users.size() > 1) {
            findings.note(microservice, "the volume '" + name + "' is in memory, so its containers do not share it");
        }
    }

    private static boolean isInMemory(EmptyDirVolumeSource emptyDir) {
        return "Memory".equals(emptyDir.getMedium());
    }

    private static List<VolumeMount> mounts(Container container) {
        return container.getVolumeMounts() == null ? List.of() : container.getVolumeMounts();
    }

    /** The volumes of one container. */
    List<ContainerSpec.Mounted> of(Container container) {
        List<ContainerSpec.Mounted> mounted = new ArrayList<>();
        for (VolumeMount mount : mounts(container)) {
            EmptyDirVolumeSource emptyDir = emptyDirs.get(mount.getName());
            if (emptyDir != null && mount.getMountPath() != null) {
                boolean inMemory = isInMemory(emptyDir);
                mounted.add(new ContainerSpec.Mounted(
                        mount.getName(),
                        mount.getMountPath(),
                        Boolean.TRUE.equals(mount.getReadOnly()),
                        inMemory,
                        inMemory ? size(emptyDir) : 0));
            }
        }
        return mounted;
    }

    private long size(EmptyDirVolumeSource emptyDir) {
        Quantity limit = emptyDir.getSizeLimit();
        if (limit == null) {
            return 0;
        }
        try {
            BigDecimal bytes = limit.getNumericalAmount();
            if (Math.abs(bytes.scale()) <= MAX_SCALE && bytes.precision() <= MAX_SCALE && bytes.signum() >= 0) {
                return bytes.setScale(0, RoundingMode.CEILING).longValueExact();
            }
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            // Said below: there is nothing more to say than that it is no amount.
        }
        findings.refuse(microservice, "the sizeLimit '" + limit + "' of a volume is no amount of bytes, such as 64Mi");
        return 0;
    }
}
