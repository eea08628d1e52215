package io.fogatlas.cli;

import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.manifests.Decided;
import io.fogatlas.manifests.DecisionJson;
import io.fogatlas.manifests.Format;
import io.fogatlas.manifests.ManifestProblem;
import io.fogatlas.manifests.Manifests;
import io.fogatlas.manifests.ParetoJson;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.pictures.FrontPicture;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.exact.MissingSolverException;
import io.fogatlas.placement.pareto.ParetoFront;
import io.fogatlas.placement.pareto.ParetoSearch;
import io.fogatlas.placement.reasons.Explainer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code fogatlas pareto}. */
@Command(
        name = "pareto",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class,
        description = {
            "Show what two or three terms of the objective cost in terms of each other: every placement of an FADepl of which no"
                    + " other is better in one of them and as good in the others.",
            "What is proved is marked, as is where more may be if the time was too short for all."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there is a front, complete or not; every placement in it is verified",
            "1:the application has no placement; the output says why",
            "2:the input or the command line is wrong",
            "3:no placement was found, but it is not proved that there is none",
        })
final class ParetoCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private InputFiles input = new InputFiles();

    @Mixin
    private OutputFile output = new OutputFile();

    @Option(
            names = "--objectives",
            paramLabel = "TERM,TERM[,TERM]",
            converter = TermsConverter.class,
            description =
                    "What is traded: two or three of network (Mbit/s over all links), latency (ms over all routes), compute (price"
                            + " of the MIPS taken), regions (regions used), migration (replicas moved) and balance (highest"
                            + " utilisation). Default: ${DEFAULT-VALUE}.")
    private TermsConverter.Terms terms = new TermsConverter.Terms(List.of(Term.NETWORK, Term.LATENCY));

    @Option(
            names = "--application",
            paramLabel = "NAME",
            description = "The FADepl, as NAME or NAMESPACE/NAME, if there are several.")
    private Optional<String> application = Optional.empty();

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "List no more than so many points, evenly chosen; they keep their numbers.")
    private Optional<Integer> most = Optional.empty();

    @Option(
            names = "--choose",
            paramLabel = "NO",
            description = "Write the decision of the point with this number alone, as fogatlas place does.")
    private Optional<Integer> choice = Optional.empty();

    @Mixin
    private EffortOptions effort = new EffortOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            converter = FrontFormat.Names.class,
            completionCandidates = FrontFormat.Names.class,
            description =
                    "table (for people), json (for programs), html (a page for a browser) or svg. Default: ${DEFAULT-VALUE}.")
    private FrontFormat format = FrontFormat.TABLE;

    ParetoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        output.check();
        if (choice.isPresent() && (format == FrontFormat.HTML || format == FrontFormat.SVG)) {
            throw CommandException.badInput("--choose writes a table or json; leave it out, or -o " + format);
        }
        SearchLimits limits = limits();
        Progress progress = session.progress();
        Manifests manifests = progress.during("reading " + input, () -> input.read(session.in(), session.messages()));
        ApplicationManifest manifest = manifest(manifests.applications());
        if (!manifests.infrastructure().hasNodes()) {
            session.messages().note("there is no Node, so compute is unlimited in every region");
        }
        PlacementRequest request = request(manifests, manifest, limits);
        ParetoFront front = progress.during(
                "searching for the trade-off of " + manifest.application().id(), () -> front(request));
        if (front.refusal().isPresent()) {
            return refused(request, front.refusal().get(), progress);
        }
        output.write(text(request, front), session.out());
        return ExitCodes.DONE;
    }

    private SearchLimits limits() {
        requirePositive("--points", most);
        requirePositive("--choose", choice);
        return effort.limits(/* gap= */ 0);
    }

    private static void requirePositive(String option, Optional<Integer> number) {
        if (number.isPresent() && number.get() < 1) {
            throw CommandException.badInput(option + " must be at least 1, but is " + number.get());
        }
    }

    private ApplicationManifest manifest(List<ApplicationManifest> all) {
        if (all.isEmpty()) {
            throw CommandException.badInput("there is no FADepl in " + input + ", so there is nothing to place");
        }
        if (application.isEmpty()) {
            if (all.size() > 1) {
                throw CommandException.badInput("there are %d FADepls in %s; say which by --application, such as %s"
                        .formatted(all.size(), input, all.get(0).application().id()));
            }
            return all.get(0);
        }
        ApplicationId id = ApplicationNames.id(application.get());
        return all.stream()
                .filter(manifest -> manifest.application().id().equals(id))
                .findFirst()
                .orElseThrow(() -> CommandException.badInput("there is no FADepl '" + id + "' in " + input));
    }

    private static PlacementRequest request(Manifests manifests, ApplicationManifest manifest, SearchLimits limits) {
        try {
            return new PlacementRequest(
                    manifests.infrastructure(),
                    manifest.application(),
                    manifests.occupancy(),
                    Objective.DEFAULT,
                    manifest.current(),
                    limits);
        } catch (InvalidModelException refused) {
            throw CommandException.badInput(refused.problems().stream()
                    .map(found -> new ManifestProblem(
                            manifest.file(), manifest.line(), found.kind(), found.name(), found.text()))
                    .toList());
        }
    }

    private ParetoFront front(PlacementRequest request) {
        try {
            return new ParetoSearch(session.engine()).front(request, terms.list());
        } catch (MissingSolverException missing) {
            throw CommandException.badInput(String.valueOf(missing.getMessage()));
        }
    }

    private int refused(PlacementRequest request, Decision decision, Progress progress) {
        Explaining explaining = new Explaining(
                Explainer.of(session.engine()), false, request.limits().deadline());
        Decided decided = new Decided(request, decision, explaining.of(request, decision, progress));
        output.write(
                format == FrontFormat.JSON
                        ? DecisionJson.write(List.of(decided), Format.JSON)
                        : DecisionTable.of(decided, request.occupancy(), session.paint()),
                session.out());
        return decision.outcome() == Outcome.INFEASIBLE ? ExitCodes.INFEASIBLE : ExitCodes.UNKNOWN;
    }

    private String text(PlacementRequest request, ParetoFront front) {
        if (choice.isPresent()) {
            return chosen(ParetoJson.weighed(request, front), front);
        }
        List<Integer> shown = front.evenly(most.orElse(Integer.MAX_VALUE));
        return switch (format) {
            case TABLE -> FrontText.of(request, front, shown, session.paint());
            case JSON -> ParetoJson.write(request, front, shown);
            case HTML -> FrontPicture.of(request, front).html();
            case SVG -> FrontPicture.of(request, front).svg();
        };
    }

    private String chosen(PlacementRequest request, ParetoFront front) {
        int count = front.points().size();
        if (choice.orElseThrow() > count) {
            throw CommandException.badInput("--choose %d: there %s only"
                    .formatted(choice.get(), count == 1 ? "is 1 point" : "are " + count + " points"));
        }
        Decision decision = front.points().get(choice.get() - 1).decision();
        if (format == FrontFormat.JSON) {
            return DecisionJson.write(List.of(new Decided(request, decision)), Format.JSON);
        }
        Occupancy after = request.occupancy()
                .with(
                        decision.application(),
                        Holding.of(
                                request.infrastructure(),
                                request.application(),
                                decision.placement().orElseThrow()));
        return DecisionTable.of(new Decided(request, decision), after, session.paint());
    }
}
