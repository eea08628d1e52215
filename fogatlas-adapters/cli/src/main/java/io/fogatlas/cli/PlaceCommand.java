package io.fogatlas.cli;

import io.fogatlas.manifests.Decided;
import io.fogatlas.manifests.DecisionJson;
import io.fogatlas.manifests.FadeplWriter;
import io.fogatlas.manifests.Format;
import io.fogatlas.manifests.ManifestException;
import io.fogatlas.manifests.Manifests;
import io.fogatlas.pictures.Picture;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.reasons.Explainer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code fogatlas place}. */
@Command(
        name = "place",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class,
        description = {
            "Decide in which region each microservice of each FADepl runs, and over which links its data flows go.",
            "Several FADepls are placed in the order they are read, each on what the ones before it left, or all at once with"
                    + " --batch."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every application is placed, and its placement verified",
            "1:at least one application has no placement, or cannot be in the best batch; the output says why",
            "2:the input or the command line is wrong; nothing was placed",
            "3:no placement was found for at least one application, but none is proved to have none; with --batch: some are left"
                    + " out, but more may fit",
        })
final class PlaceCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private InputFiles input = new InputFiles();

    @Option(
            names = "--cluster",
            description = "Read everything from a Kubernetes cluster; what is given is no FILE then, but the NAME or"
                    + " NAMESPACE/NAME of an FADepl there.")
    private boolean cluster;

    @Mixin
    private KubernetesOptions kubernetes = new KubernetesOptions();

    @Mixin
    private OutputFile output = new OutputFile();

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            completionCandidates = AlgorithmNames.class,
            description = "Use this algorithm (see fogatlas algorithms) instead of the one each FADepl names.")
    private Optional<String> algorithm = Optional.empty();

    @Option(
            names = "--objective",
            paramLabel = "TERM=WEIGHT[,...]",
            converter = ObjectiveConverter.class,
            description =
                    "What makes a placement better: the weights of network (Mbit/s over all links), latency (ms over all"
                            + " routes), compute (price of the MIPS taken), regions (regions used), migration (replicas moved) and"
                            + " balance (highest utilisation). Default: ${DEFAULT-VALUE}.")
    private Objective objective = Objective.DEFAULT;

    @Mixin
    private SearchOptions searching = new SearchOptions();

    @Mixin
    private BatchOptions together = new BatchOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            converter = OutputFormat.Names.class,
            completionCandidates = OutputFormat.Names.class,
            description =
                    "table (for people), json (for programs and fogatlas verify), yaml (the FADepls with the status that"
                            + " FogAtlas's controller would give them), html (a page for a browser), svg or png (a drawing)."
                            + " Default: ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = "--explain",
            description =
                    "Say of every placement what its score is made of and why other regions lost, and search longer for what would"
                            + " help where there is none. Infeasible applications are always explained, for 2s at most.")
    private boolean explain;

    PlaceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        output.check();
        format.picture().ifPresent(picture -> picture.check(output, session));
        algorithm.ifPresent(this::requireKnown);
        boolean batch = together.isBatch();
        SearchLimits limits = searching.limits();
        SearchListener listener = searching.listener(session.err());
        Progress progress = searching.tellsProgress() ? session.quietProgress() : session.progress();
        Manifests manifests = progress.during("reading " + input, this::read);
        if (manifests.applications().isEmpty()) {
            throw CommandException.badInput("there is no FADepl in " + input + ", so there is nothing to place");
        }
        if (!manifests.infrastructure().hasNodes()) {
            session.messages().note("there is no Node, so compute is unlimited in every region");
        }
        Explaining explaining =
                new Explaining(Explainer.of(session.engine()), explain, searching.explanationDeadline());
        if (batch) {
            List<Long> values = together.values(manifests.applications());
            BatchResult result = new BatchRun(session.engine(), algorithm, objective, limits, listener, explaining)
                    .place(manifests, values, progress);
            if (format.picture().isPresent()) {
                draw(manifests, result.steps());
            } else {
                output.write(text(manifests, result), session.out());
            }
            return result.exitCode();
        }
        List<PlacementRun.Step> steps = new PlacementRun(
                        session.engine(), algorithm, objective, limits, listener, explaining)
                .place(manifests, progress);
        if (format.picture().isPresent()) {
            draw(manifests, steps);
        } else {
            output.write(text(manifests, steps), session.out());
        }
        return exitCode(steps);
    }

    private void draw(Manifests manifests, List<PlacementRun.Step> steps) {
        List<Decided> decided = steps.stream().map(PlacementRun.Step::decided).toList();
        Picture picture =
                Pictures.decided(manifests, decided, steps.get(steps.size() - 1).after());
        format.picture().ifPresent(kind -> kind.write(picture, output, session));
    }

    private Manifests read() {
        return cluster
                ? ClusterInput.read(kubernetes, input, session.messages())
                : input.read(session.in(), session.messages());
    }

    private void requireKnown(String name) {
        try {
            session.engine().algorithm(name);
        } catch (IllegalArgumentException unknown) {
            throw CommandException.badInput(String.valueOf(unknown.getMessage()));
        }
    }

    private String text(Manifests manifests, List<PlacementRun.Step> steps) {
        List<Decided> decided = steps.stream().map(PlacementRun.Step::decided).toList();
        try {
            return switch (format) {
                case TABLE ->
                    steps.stream()
                            .map(step -> DecisionTable.of(step.decided(), step.after(), session.paint()))
                            .collect(Collectors.joining("\n"));
                case JSON -> DecisionJson.write(decided, Format.JSON);
                case YAML -> FadeplWriter.write(manifests.applications(), decided, Format.YAML);
                case HTML, SVG, PNG -> throw new IllegalStateException("A picture is no text.");
            };
        } catch (ManifestException refused) {
            throw CommandException.badInput(refused);
        }
    }

    private String text(Manifests manifests, BatchResult result) {
        List<Decided> decided =
                result.steps().stream().map(PlacementRun.Step::decided).toList();
        return switch (format) {
            case TABLE -> result.summary(session.paint()) + "\n" + text(manifests, result.steps());
            case JSON -> DecisionJson.write(result.decision(), decided, Format.JSON);
            case YAML, HTML, SVG, PNG -> text(manifests, result.steps());
        };
    }

    private static int exitCode(List<PlacementRun.Step> steps) {
        List<Outcome> outcomes =
                steps.stream().map(step -> step.decided().decision().outcome()).toList();
        if (outcomes.contains(Outcome.INFEASIBLE)) {
            return ExitCodes.INFEASIBLE;
        }
        return outcomes.contains(Outcome.UNKNOWN) ? ExitCodes.UNKNOWN : ExitCodes.DONE;
    }
}
