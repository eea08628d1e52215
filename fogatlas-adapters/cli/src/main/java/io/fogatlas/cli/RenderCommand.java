package io.fogatlas.cli;

import io.fogatlas.manifests.Manifests;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.pictures.Picture;
import io.fogatlas.placement.Objective;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code fogatlas render}. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class,
        description = {
            "Draw the regions and links, the applications, and where they run: as a page for a browser, as SVG or as PNG.",
            "Without --decision applications are drawn where their status says they run."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the picture is drawn",
            "1:a decision breaks a rule or is described wrongly; nothing is drawn",
            "2:the input or the command line is wrong; nothing is drawn",
        })
final class RenderCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--decision",
            paramLabel = "FILE",
            description =
                    "The decisions to draw, as fogatlas place -o json writes them, or - for standard input. They are"
                            + " verified first.")
    private Optional<String> decision = Optional.empty();

    @Option(
            names = "--batch",
            description = "Verify each decision next to all others of the file, as a batch was placed.")
    private boolean batch;

    @Mixin
    private InputFiles input = new InputFiles();

    @Mixin
    private OutputFile output = new OutputFile();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            converter = PictureFormat.Names.class,
            completionCandidates = PictureFormat.Names.class,
            description = "html, svg or png. Default: ${DEFAULT-VALUE}.")
    private PictureFormat format = PictureFormat.HTML;

    RenderCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        output.check();
        format.check(output, session);
        InputFiles.requireStandardInputOnce(
                Stream.concat(input.files().stream(), decision.stream()).toList());
        Progress progress = session.progress();
        Manifests manifests = progress.during("reading " + input, () -> input.read(session.in(), session.messages()));
        Picture picture = decision.isPresent()
                ? decided(manifests, decision.get(), progress)
                : Pictures.running(manifests, session.messages());
        progress.during("drawing", () -> {
            format.write(picture, output, session);
            return format;
        });
        return ExitCodes.DONE;
    }

    private Picture decided(Manifests manifests, String file, Progress progress) {
        List<RecordedDecisions.Checked> checked = progress.during(
                        "reading " + file,
                        () -> RecordedDecisions.read(
                                InputFiles.sources(List.of(file), session.in()).get(0), manifests, Objective.DEFAULT))
                .check(batch, progress);
        Occupancy occupancy = manifests.occupancy();
        for (RecordedDecisions.Checked one : checked) {
            if (!one.check().problems().isEmpty()) {
                throw new CommandException(
                        ExitCodes.INFEASIBLE,
                        "the decision about " + one.recorded().application() + " is "
                                + one.check().verdict() + ", so it is not drawn: "
                                + String.join("; ", one.check().problems()));
            }
            if (one.check().holding().isPresent()) {
                occupancy = occupancy.with(
                        one.recorded().application(), one.check().holding().get());
            }
        }
        return Pictures.recorded(manifests, checked, occupancy);
    }
}
