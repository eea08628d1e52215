package io.fogatlas.cli;

import io.fogatlas.docker.ComposeTarget;
import io.fogatlas.docker.DockerTarget;
import io.fogatlas.docker.DockerTargets;
import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.manifests.ManifestException;
import io.fogatlas.orchestration.DeploymentTarget;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How to reach Docker engines, and where Compose files go. */
final class DockerOptions {
    @Option(
            names = "--targets",
            paramLabel = "FILE",
            description = "For docker: the file that says which engine each region is.")
    private Optional<String> targets = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "For compose: the directory that the Compose files go to, one for each region.")
    private Optional<String> out = Optional.empty();

    @Option(
            names = "--strict",
            description =
                    "For docker and compose: refuse what Docker cannot express of a Pod template, instead of noting it.")
    private boolean strict;

    /**
     * Reads the file of targets.
     *
     * @throws CommandException if it is not named, or wrong
     */
    DockerTargets targets() {
        String file = targets.orElseThrow(
                () -> CommandException.badInput("--targets FILE is missing, which says which engine each region is"));
        try {
            return DockerTargets.read(InputFiles.path(file));
        } catch (ManifestException refused) {
            throw CommandException.badInput(refused);
        }
    }

    DeploymentTarget openEngines(List<ApplicationManifest> applications) {
        return DockerTarget.of(targets(), applications, strict);
    }

    DeploymentTarget openFiles(List<ApplicationManifest> applications) {
        String directory = out.orElseThrow(
                () -> CommandException.badInput("--out DIR is missing, which says where the Compose files go"));
        return new ComposeTarget(InputFiles.path(directory), applications, strict);
    }
}
