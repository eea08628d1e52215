package io.fogatlas.cli;

import io.fogatlas.manifests.Manifests;
import io.fogatlas.manifests.WhatIfJson;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.pictures.Picture;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.change.Consequences;
import io.fogatlas.placement.change.Event;
import io.fogatlas.placement.change.Scenario;
import io.fogatlas.placement.change.WhatIf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code fogatlas what-if}. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class,
        description = {
            "Say what follows if regions, links or nodes are lost or data flows grow: which applications break and why, where they"
                    + " go, and what moves in which order. All others stay as they are.",
            "Applications run as the decisions say; they are placed again in the order of the decisions."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every application that breaks is placed again; with --each: after every single failure",
            "1:at least one application has no placement then; the output says why",
            "2:the input or the command line is wrong",
            "3:no placement was found for at least one application, but none is proved to have none",
        })
final class WhatIfCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--decision",
            required = true,
            paramLabel = "FILE",
            description = "What runs: the decisions, as fogatlas place -o json writes them, or - for standard input.")
    private String decision = "";

    @Option(
            names = "--down",
            paramLabel = "KIND=ID",
            converter = EventConverter.class,
            description = "Lose region=ID, link=ID or node=NAME. Several are lost together.")
    private List<Event> down = new ArrayList<>();

    @Option(
            names = "--scale-flows",
            paramLabel = "FACTOR",
            description = "Let every data flow take so many times its bandwidth, such as 1.5.")
    private Optional<Double> factor = Optional.empty();

    @Option(
            names = "--each",
            paramLabel = "KIND",
            converter = FailureKind.Names.class,
            completionCandidates = FailureKind.Names.class,
            description = "Lose every region, every link or every node, one after the other: the N-1 report.")
    private Optional<FailureKind> each = Optional.empty();

    @Mixin
    private InputFiles input = new InputFiles();

    @Mixin
    private OutputFile output = new OutputFile();

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            completionCandidates = AlgorithmNames.class,
            description =
                    "Place again by this algorithm (see fogatlas algorithms). Default: ${DEFAULT-VALUE}, in milliseconds.")
    private String algorithm = "greedy";

    @Option(
            names = "--objective",
            paramLabel = "TERM=WEIGHT[,...]",
            converter = ObjectiveConverter.class,
            description = "What makes a new placement better. Default: ${DEFAULT-VALUE}, so that little moves.")
    private Objective objective = Objective.parse("network=1,latency=0.001,migration=1000");

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "Stop searching after this time, for all that breaks together; with --each after every failure."
                            + " Default: 10s.")
    private Duration deadline = SearchLimits.DEFAULT.deadline();

    @Option(names = "--seed", paramLabel = "N", description = "Where random choices start from. Default: 0.")
    private long seed = SearchLimits.DEFAULT.seed();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            converter = ReportFormat.Names.class,
            completionCandidates = ReportFormat.Names.class,
            description =
                    "table (for people), json (for programs), html (a page for a browser), svg or png (a drawing)."
                            + " Default: ${DEFAULT-VALUE}.")
    private ReportFormat format = ReportFormat.TABLE;

    WhatIfCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        output.check();
        format.picture().ifPresent(picture -> picture.check(output, session));
        InputFiles.requireStandardInputOnce(
                Stream.concat(input.files().stream(), Stream.of(decision)).toList());
        List<Event> together = together();
        PlacementAlgorithm chosen = algorithm();
        Progress progress = session.progress();
        Manifests manifests = progress.during("reading " + input, () -> input.read(session.in(), session.messages()));
        RecordedRun recorded = progress.during(
                "reading " + decision,
                () -> RecordedRun.read(
                        InputFiles.sources(List.of(decision), session.in()).get(0), manifests, session.messages()));
        WhatIf whatIf = progress.during("checking what runs", () -> whatIf(manifests, recorded, chosen));
        List<Scenario> scenarios = scenarios(manifests, together);
        List<Consequences> report = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            String count = scenarios.size() > 1 ? (report.size() + 1) + " of " + scenarios.size() + ", " : "";
            report.add(progress.during(count + scenario.text(), () -> consequences(whatIf, scenario)));
        }
        if (format.picture().isPresent()) {
            Picture picture = Pictures.whatIf(manifests, recorded, report);
            format.picture().get().write(picture, output, session);
        } else {
            output.write(text(report), session.out());
        }
        return exitCode(report);
    }

    private List<Event> together() {
        if (each.isPresent() && !down.isEmpty()) {
            throw CommandException.badInput("--each loses one thing at a time; leave --down out, or --each");
        }
        List<Event> events = new ArrayList<>();
        try {
            factor.ifPresent(times -> events.add(new Event.FlowsScaled(times)));
        } catch (IllegalArgumentException refused) {
            throw CommandException.badInput("--scale-flows: " + refused.getMessage());
        }
        events.addAll(down);
        if (events.isEmpty() && each.isEmpty()) {
            throw CommandException.badInput(
                    "nothing is said to happen; give --down region=ID, --down link=ID, --scale-flows FACTOR or --each KIND");
        }
        return events;
    }

    private PlacementAlgorithm algorithm() {
        try {
            return session.engine().algorithm(algorithm);
        } catch (IllegalArgumentException unknown) {
            throw CommandException.badInput(String.valueOf(unknown.getMessage()));
        }
    }

    private WhatIf whatIf(Manifests manifests, RecordedRun recorded, PlacementAlgorithm chosen) {
        try {
            return new WhatIf(
                    session.engine(),
                    chosen,
                    manifests.infrastructure(),
                    manifests.occupancy(),
                    recorded.running(),
                    objective,
                    new SearchLimits(deadline, seed));
        } catch (InvalidModelException refused) {
            throw recorded.refusal(refused);
        }
    }

    private List<Scenario> scenarios(Manifests manifests, List<Event> together) {
        if (each.isEmpty()) {
            return List.of(new Scenario(together));
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (Event event : each.get().all(manifests.infrastructure())) {
            List<Event> events = new ArrayList<>(together);
            events.add(event);
            scenarios.add(new Scenario(events));
        }
        if (scenarios.isEmpty()) {
            throw CommandException.badInput("there is no " + each.get() + " that could fail");
        }
        return scenarios;
    }

    private static Consequences consequences(WhatIf whatIf, Scenario scenario) {
        try {
            return whatIf.of(scenario);
        } catch (InvalidModelException refused) {
            throw CommandException.badInput(refused.problems().stream()
                    .map(problem -> problem.toString())
                    .reduce((one, other) -> one + "\n" + other)
                    .orElse(""));
        }
    }

    private String text(List<Consequences> report) {
        if (format == ReportFormat.JSON) {
            return WhatIfJson.write(report);
        }
        WhatIfText text = new WhatIfText(session.paint());
        return each.isPresent() ? text.of(each.get(), report) : text.of(report.get(0));
    }

    private static int exitCode(List<Consequences> report) {
        if (report.stream().anyMatch(one -> !one.lost(Outcome.INFEASIBLE).isEmpty())) {
            return ExitCodes.INFEASIBLE;
        }
        return report.stream().allMatch(Consequences::allSurvive) ? ExitCodes.DONE : ExitCodes.UNKNOWN;
    }
}
