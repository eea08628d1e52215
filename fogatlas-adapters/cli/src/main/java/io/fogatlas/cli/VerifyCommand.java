package io.fogatlas.cli;

import io.fogatlas.manifests.Manifests;
import io.fogatlas.manifests.RecordedDecision;
import io.fogatlas.placement.Objective;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code fogatlas verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class,
        description = {
            "Check decisions, whoever made them, against every rule and against what they state of themselves.",
            "Several decisions are checked in the order of the file, each on what the valid ones before it took, or with --batch on"
                    + " what all others took."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every placement is valid and described rightly",
            "1:at least one placement breaks a rule or is described wrongly; the output says which",
            "2:the input or the command line is wrong",
        })
final class VerifyCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--decision",
            required = true,
            paramLabel = "FILE",
            description = "The decisions, as fogatlas place -o json writes them, or - for standard input.")
    private String decision = "";

    @Mixin
    private InputFiles input = new InputFiles();

    @Option(
            names = "--objective",
            paramLabel = "TERM=WEIGHT[,...]",
            converter = ObjectiveConverter.class,
            description = "The objective by which decisions were made that do not state their weights. Default: "
                    + "network=1,latency=0.001.")
    private Objective objective = Objective.DEFAULT;

    @Option(
            names = "--batch",
            description =
                    "Check each decision next to all others of the file, as a batch was placed, not only those before it.")
    private boolean batch;

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        InputFiles.requireStandardInputOnce(
                Stream.concat(input.files().stream(), Stream.of(decision)).toList());
        Progress progress = session.progress();
        Manifests manifests = progress.during("reading " + input, () -> input.read(session.in(), session.messages()));
        RecordedDecisions decisions = progress.during(
                "reading " + decision,
                () -> RecordedDecisions.read(
                        InputFiles.sources(List.of(decision), session.in()).get(0), manifests, objective));
        boolean right = true;
        for (RecordedDecisions.Checked checked : decisions.check(batch, progress)) {
            print(checked.recorded(), checked.check());
            right &= checked.check().problems().isEmpty();
        }
        return right ? ExitCodes.DONE : ExitCodes.INFEASIBLE;
    }

    private void print(RecordedDecision recorded, DecisionCheck check) {
        Paint paint = session.paint();
        String verdict = check.problems().isEmpty() ? paint.good(check.verdict()) : paint.bad(check.verdict());
        session.out().println(Printable.line(recorded.application().toString()) + ": " + verdict);
        check.problems().forEach(problem -> session.out().println("  " + Printable.line(problem)));
    }
}
