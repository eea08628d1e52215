package io.fogatlas.cli;

import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.orchestration.DeploymentTarget;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which target, and how to reach it. A further kind has a constant of {@link TargetKind}, its options as a mixin here, and a case below. */
final class TargetOptions {
    @Option(
            names = "--target",
            required = true,
            paramLabel = "TARGET",
            converter = TargetKind.Names.class,
            completionCandidates = TargetKind.Names.class,
            description = "Where to: kubernetes, docker or compose.")
    private TargetKind kind = TargetKind.KUBERNETES;

    @Mixin
    private KubernetesOptions kubernetes = new KubernetesOptions();

    @Mixin
    private DockerOptions docker = new DockerOptions();

    /** How to reach a cluster, also to read from. */
    KubernetesOptions kubernetes() {
        return kubernetes;
    }

    /**
     * Opens the target.
     *
     * @param applications the applications to deploy; none to look at, or remove, what is there
     * @param regionLabel the label by which nodes say their region
     * @return the target, to be closed
     * @throws CommandException if an option is wrong
     */
    DeploymentTarget open(List<ApplicationManifest> applications, String regionLabel) {
        return switch (kind) {
            case KUBERNETES -> kubernetes.open(applications, regionLabel);
            case DOCKER -> docker.openEngines(applications);
            case COMPOSE -> docker.openFiles(applications);
        };
    }
}
