package io.fogatlas.cli;

import io.fogatlas.docker.DockerTargets;
import io.fogatlas.docker.EngineNodes;
import io.fogatlas.manifests.FogAtlasWriter;
import io.fogatlas.manifests.Format;
import io.fogatlas.manifests.ManifestException;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.orchestration.DeploymentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code fogatlas nodes}. */
@Command(
        name = "nodes",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class,
        description = {
            "Print a Node for each Docker engine: its cores and memory, less what the containers that run there may take.",
            "fogatlas place and fogatlas deploy read them: fogatlas nodes --targets FILE | fogatlas place - DIR"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the engines that answer are printed, the others are named by warnings",
            "2:the file of targets is wrong",
            "4:an engine stopped answering in the middle",
        })
final class NodesCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--targets",
            required = true,
            paramLabel = "FILE",
            description = "The file that says which engine each region is.")
    private String targets = "";

    @Option(
            names = "--without",
            paramLabel = "NAME",
            description =
                    "Leave out what runs of this application, NAME or NAMESPACE/NAME: it is placed anew and makes room for itself."
                            + " Can be given several times.")
    private List<String> without = new ArrayList<>();

    NodesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Set<ApplicationId> placedAnew = new TreeSet<>();
        without.forEach(name -> placedAnew.add(ApplicationNames.id(name)));
        try {
            DockerTargets engines = DockerTargets.read(InputFiles.path(targets));
            EngineNodes.Found found = EngineNodes.of(engines, ComputeNode.REGION_LABEL, placedAnew);
            found.warnings().forEach(session.messages()::warning);
            session.out().print(new FogAtlasWriter().addNodes(found.nodes()).write(Format.YAML));
        } catch (ManifestException refused) {
            throw CommandException.badInput(refused);
        } catch (DeploymentException failed) {
            throw TargetFailures.explain(failed);
        }
        return ExitCodes.DONE;
    }
}
