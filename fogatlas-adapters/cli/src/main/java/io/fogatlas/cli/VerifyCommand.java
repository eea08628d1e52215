package io.fogatlas.cli;

import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.manifests.DecisionJson;
import io.fogatlas.manifests.ManifestException;
import io.fogatlas.manifests.ManifestProblem;
import io.fogatlas.manifests.Manifests;
import io.fogatlas.manifests.RecordedDecision;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import java.util.List;
import java.util.Optional;
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
        List<RecordedDecision> decisions = progress.during("reading " + decision, () -> decisions(manifests));
        Occupancy occupancy = batch ? together(manifests, decisions) : manifests.occupancy();
        boolean right = true;
        for (RecordedDecision recorded : decisions) {
            PlacementRequest request = request(manifests, recorded, occupancy);
            DecisionCheck check =
                    progress.during("verifying " + recorded.application(), () -> DecisionCheck.of(request, recorded));
            print(recorded, check);
            right &= check.problems().isEmpty();
            if (check.holding().isPresent()) {
                occupancy =
                        occupancy.with(recorded.application(), check.holding().get());
            }
        }
        return right ? ExitCodes.DONE : ExitCodes.INFEASIBLE;
    }

    /** What is taken once all decisions are carried out, as far as they speak of what exists. */
    private static Occupancy together(Manifests manifests, List<RecordedDecision> decisions) {
        Occupancy occupancy = manifests.occupancy();
        for (RecordedDecision recorded : decisions) {
            Application application = manifest(manifests, recorded).application();
            Optional<Holding> holding = recorded.placement()
                    .filter(placement -> isKnown(manifests.infrastructure(), application, placement))
                    .map(placement -> Holding.of(manifests.infrastructure(), application, placement));
            if (holding.isPresent()) {
                occupancy = occupancy.with(recorded.application(), holding.get());
            }
        }
        return occupancy;
    }

    private static boolean isKnown(Infrastructure infrastructure, Application application, Placement placement) {
        return placement.routes().stream()
                        .allMatch(route -> application.flow(route.flow()).isPresent())
                && placement.assignments().values().stream()
                        .flatMap(List::stream)
                        .allMatch(assignment ->
                                infrastructure.region(assignment.region()).isPresent());
    }

    private static ApplicationManifest manifest(Manifests manifests, RecordedDecision recorded) {
        return manifests.applications().stream()
                .filter(one -> one.application().id().equals(recorded.application()))
                .findFirst()
                .orElseThrow();
    }

    private List<RecordedDecision> decisions(Manifests manifests) {
        List<Application> applications = manifests.applications().stream()
                .map(ApplicationManifest::application)
                .toList();
        try {
            List<RecordedDecision> decisions = DecisionJson.read(
                    InputFiles.sources(List.of(decision), session.in()).get(0), applications);
            if (decisions.isEmpty()) {
                throw CommandException.badInput("there is no decision in " + decision);
            }
            return decisions;
        } catch (ManifestException refused) {
            throw CommandException.badInput(refused);
        }
    }

    private PlacementRequest request(Manifests manifests, RecordedDecision recorded, Occupancy occupancy) {
        ApplicationManifest manifest = manifest(manifests, recorded);
        PlacementRequest.Builder builder = PlacementRequest.builder(manifests.infrastructure(), manifest.application())
                .occupancy(occupancy)
                .objective(recorded.weights().orElse(objective));
        manifest.current().ifPresent(builder::current);
        try {
            return builder.build();
        } catch (InvalidModelException refused) {
            throw CommandException.badInput(refused.problems().stream()
                    .map(found -> new ManifestProblem(
                            manifest.file(), manifest.line(), found.kind(), found.name(), found.text()))
                    .toList());
        }
    }

    private void print(RecordedDecision recorded, DecisionCheck check) {
        Paint paint = session.paint();
        String verdict = check.problems().isEmpty() ? paint.good(check.verdict()) : paint.bad(check.verdict());
        session.out().println(Printable.line(recorded.application().toString()) + ": " + verdict);
        check.problems().forEach(problem -> session.out().println("  " + Printable.line(problem)));
    }
}
