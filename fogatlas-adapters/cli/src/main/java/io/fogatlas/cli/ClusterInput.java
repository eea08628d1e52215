package io.fogatlas.cli;

import io.fogatlas.kubernetes.Cluster;
import io.fogatlas.kubernetes.ClusterSource;
import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.manifests.ManifestException;
import io.fogatlas.manifests.Manifests;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.DeploymentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads from a cluster what is otherwise read from files. */
final class ClusterInput {
    private ClusterInput() {}

    /**
     * Reads everything there is, and of the FADepls those that the user names.
     *
     * @throws CommandException if the cluster cannot be read, or has no such FADepl
     */
    static Manifests read(KubernetesOptions options, InputFiles input, Messages messages) {
        List<ApplicationId> names =
                input.files().stream().map(ApplicationNames::id).toList();
        try (Cluster cluster = options.connect();
                ClusterSource source = ClusterSource.watch(cluster, input.regionLabel())) {
            Manifests all = source.current();
            all.warnings().forEach(warning -> messages.warning(warning.toString()));
            return new Manifests(
                    all.infrastructure(), all.occupancy(), named(all, names, cluster.name()), all.warnings());
        } catch (ManifestException refused) {
            throw CommandException.badInput(refused);
        } catch (DeploymentException failed) {
            throw TargetFailures.explain(failed);
        }
    }

    private static List<ApplicationManifest> named(Manifests all, List<ApplicationId> names, String cluster) {
        List<ApplicationManifest> named = new ArrayList<>();
        for (ApplicationId name : names) {
            Optional<ApplicationManifest> found = all.applications().stream()
                    .filter(each -> each.application().id().equals(name))
                    .findFirst();
            named.add(found.orElseThrow(() -> CommandException.badInput("there is no FADepl '" + name + "' in cluster '"
                    + cluster + "'; make it by: kubectl apply -f FILE")));
        }
        return named;
    }
}
