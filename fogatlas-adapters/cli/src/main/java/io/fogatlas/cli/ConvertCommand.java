package io.fogatlas.cli;

import io.fogatlas.manifests.FogAtlasWriter;
import io.fogatlas.manifests.Format;
import io.fogatlas.manifests.ManifestException;
import io.fogatlas.manifests.networks.ImportedNetwork;
import io.fogatlas.manifests.networks.NetworkFile;
import io.fogatlas.manifests.networks.NetworkFormat;
import io.fogatlas.manifests.networks.NetworkImport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code fogatlas convert}. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class,
        description = {
            "Turn a network of another format into FogAtlas objects: GraphML with coordinates (Topology Zoo), SNDlib JSON,"
                    + " REPETITA, and the AppGroup and NetworkTopology objects of Kubernetes' network-aware scheduling.",
            "What had to be invented or left out is told on standard error."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:converted", "2:the input or the command line is wrong"})
final class ConvertCommand implements Runnable {
    private final Session session;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "The file, or - for standard input. Several files of AppGroup and NetworkTopology objects, and the"
                            + " Deployments they name, belong together; of the other formats one file is one network.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "NETWORK",
            converter = ImportedNames.class,
            completionCandidates = ImportedNames.class,
            description =
                    "graphml, sndlib, repetita or diktyo (AppGroup and NetworkTopology). Default: told by the content.")
    private Optional<NetworkFormat> from = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            converter = WrittenNames.class,
            completionCandidates = WrittenNames.class,
            description = "yaml or json. Default: yaml.")
    private Format format = Format.YAML;

    @Mixin
    private OutputFile output = new OutputFile();

    @Mixin
    private ImportChoices choices = new ImportChoices();

    ConvertCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        output.check();
        try {
            ImportedNetwork network = session.progress().during("reading " + String.join(", ", files), this::read);
            network.notes().forEach(session.messages()::note);
            FogAtlasWriter writer = new FogAtlasWriter();
            network.infrastructure().ifPresent(writer::add);
            network.applications().forEach(writer::add);
            output.write(writer.write(format), session.out());
        } catch (ManifestException refused) {
            throw CommandException.badInput(refused);
        }
    }

    private ImportedNetwork read() {
        InputFiles.requireStandardInputOnce(files);
        List<NetworkFile> contents = files.stream()
                .map(file -> file.equals(InputFiles.STANDARD_INPUT)
                        ? NetworkFile.of(InputFiles.STANDARD_INPUT_NAME, session.in())
                        : NetworkFile.of(InputFiles.path(file)))
                .toList();
        return from.isPresent()
                ? NetworkImport.read(from.get(), contents, choices.options())
                : NetworkImport.read(contents, choices.options());
    }

    /** Reads the name of a format that can be imported. */
    static final class ImportedNames extends Choice<NetworkFormat> {
        ImportedNames() {
            super("format", List.of(NetworkFormat.values()), NetworkFormat::label);
        }
    }

    /** Reads the name of a format that can be written. */
    static final class WrittenNames extends Choice<Format> {
        WrittenNames() {
            super("format", List.of(Format.values()), format -> format.name().toLowerCase(Locale.ROOT));
        }
    }
}
