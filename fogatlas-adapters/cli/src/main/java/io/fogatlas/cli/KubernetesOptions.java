package io.fogatlas.cli;

import io.fogatlas.kubernetes.Cluster;
import io.fogatlas.kubernetes.KubernetesTarget;
import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentTarget;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How to reach a Kubernetes cluster. */
final class KubernetesOptions {
    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "How to reach the cluster. Default: as kubectl, $KUBECONFIG or ~/.kube/config.")
    private Optional<String> kubeconfig = Optional.empty();

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "The context of the kubeconfig to use. Default: its current one.")
    private Optional<String> context = Optional.empty();

    /**
     * Connects to the cluster.
     *
     * @throws CommandException if there is no such kubeconfig or context
     */
    Cluster connect() {
        try {
            return Cluster.connect(kubeconfig.map(InputFiles::path), context);
        } catch (DeploymentException refused) {
            throw CommandException.badInput(String.valueOf(refused.getMessage()));
        }
    }

    DeploymentTarget open(List<ApplicationManifest> applications, String regionLabel) {
        return new KubernetesTarget(connect(), applications, regionLabel);
    }
}
