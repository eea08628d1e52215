package io.fogatlas.cli;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.manifests.Manifests;
import io.fogatlas.orchestration.Deployable;
import io.fogatlas.orchestration.Deployed;
import io.fogatlas.orchestration.Deployer;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentPlan;
import io.fogatlas.orchestration.DeploymentTarget;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.reasons.Explainer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code fogatlas deploy}. */
@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        versionProvider = Fogatlas.Version.class,
        description = {
            "Place each FADepl as fogatlas place does, and carry the decisions out at a target: make what is missing, change what is"
                    + " different, remove what is not wanted any more, touch nothing else.",
            "An application is carried out in full, or what was changed for it is taken back."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every application is deployed; with --wait, and ready; with --dry-run: could be deployed",
            "1:at least one application has no placement; nothing was deployed, and the output says why",
            "2:the input or the command line is wrong; nothing was deployed",
            "3:no placement was found for at least one application, but none is proved to have none; nothing was deployed",
            "4:the target cannot be reached, refuses, or something did not become ready; the message says what was taken back",
        })
final class DeployCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private InputFiles input = new InputFiles();

    @Option(
            names = "--cluster",
            description =
                    "Read everything from the cluster that --context names; what is given is no FILE then, but the NAME or"
                            + " NAMESPACE/NAME of an FADepl there.")
    private boolean cluster;

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "Wait until every replica is ready, and take everything back if that takes longer than this, such as"
                            + " 90s or 5m. Default: do not wait.")
    private Duration readyWithin = Duration.ZERO;

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
            description = "What makes a placement better, as for fogatlas place. Default: ${DEFAULT-VALUE}.")
    private Objective objective = Objective.DEFAULT;

    @Mixin
    private SearchOptions searching = new SearchOptions();

    DeployCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Progress progress = session.progress();
        Manifests manifests = progress.during("reading " + input, this::read);
        if (manifests.applications().isEmpty()) {
            throw CommandException.badInput("there is no FADepl in " + input + ", so there is nothing to deploy");
        }
        SearchListener listener = searching.listener(session.err());
        Explaining explaining = new Explaining(Explainer.of(session.engine()), false, searching.explanationDeadline());
        List<PlacementRun.Step> steps = new PlacementRun(
                        session.engine(), algorithm, objective, searching.limits(), listener, explaining)
                .place(manifests, progress);
        for (PlacementRun.Step step : steps) {
            Outcome outcome = step.decided().decision().outcome();
            if (step.decided().decision().placement().isEmpty()) {
                session.out().print(DecisionTable.of(step.decided(), step.after(), session.paint()));
                session.messages().error("nothing was deployed");
                return outcome == Outcome.INFEASIBLE ? ExitCodes.INFEASIBLE : ExitCodes.UNKNOWN;
            }
        }
        try (DeploymentTarget opened = target.open(manifests.applications(), input.regionLabel());
                Inventory inventory =
                        Inventory.inMemory(manifests.infrastructure(), manifests.occupancy(), InstantSource.system())) {
            Deployer deployer = new Deployer(inventory, opened);
            for (PlacementRun.Step step : steps) {
                DeploymentPlan plan = dryRun
                        ? progress.during(
                                "planning " + step.decided().decision().application(),
                                () -> opened.plan(deployable(step)))
                        : deploy(deployer, step);
                tell(plan);
            }
        } catch (DeploymentException failed) {
            throw TargetFailures.explain(failed);
        }
        return ExitCodes.DONE;
    }

    private static Deployable deployable(PlacementRun.Step step) {
        return new Deployable(
                step.decided().request().infrastructure(),
                step.decided().request().application(),
                step.decided().decision().placement().orElseThrow());
    }

    /** Reserves what was decided, carries it out, and confirms the reservation; or backs out of both. */
    private DeploymentPlan deploy(Deployer deployer, PlacementRun.Step step) {
        Deployed deployed = deployer.deploy(
                step.decided().request().application(),
                snapshot -> step.decided().decision(),
                readyWithin,
                new DeploymentTrace(session.messages()));
        return deployed.changes()
                .orElseThrow(() -> new DeploymentException("FADepl '"
                        + step.decided().decision().application() + "' could not be reserved"
                        + deployed.admitted()
                                .conflict()
                                .map(conflict -> ": " + conflict.getMessage())
                                .orElse("")));
    }

    private void tell(DeploymentPlan plan) {
        plan.notes().forEach(note -> session.messages().note(plan.application() + ": " + note));
        session.out().print(DeploymentText.of(plan, dryRun ? "would change" : "changed", session.paint()));
        session.out().flush();
    }

    private Manifests read() {
        return cluster
                ? ClusterInput.read(target.kubernetes(), input, session.messages())
                : input.read(session.in(), session.messages());
    }
}
