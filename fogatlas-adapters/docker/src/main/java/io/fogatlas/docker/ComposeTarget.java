package io.fogatlas.docker;

import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.orchestration.Deployable;
import io.fogatlas.orchestration.DeploymentException;
import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentPlan;
import io.fogatlas.orchestration.DeploymentStatus;
import io.fogatlas.orchestration.DeploymentStep;
import io.fogatlas.orchestration.DeploymentStep.Action;
import io.fogatlas.orchestration.DeploymentTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes what runs in each region as a Compose file, to be carried to the region's machine by whatever way there is.
 *
 * <p>The file of an application is {@code REGION/NAMESPACE.APPLICATION/compose.yaml} in the directory; {@code docker compose} takes the
 * name of the project from the directory it is in. Its first line says whose it is: a file without that line is never touched. Since
 * nothing runs yet, nothing is ever observed. Thread-safe for different applications.
 */
public final class ComposeTarget implements DeploymentTarget {
    private static final String KIND = "Compose file";

    private final Path directory;
    private final Templates templates;

    /**
     * Prepares to write.
     *
     * @param directory where the files go; made if it is not there
     * @param applications what can be deployed
     * @param strict whether what Docker cannot express is refused, instead of noted
     */
    public ComposeTarget(Path directory, Collection<ApplicationManifest> applications, boolean strict) {
        this.directory = directory;
        this.templates = new Templates(applications, strict);
    }

    @Override
    public String name() {
        return "compose";
    }

    private record Change(DeploymentStep step, ComposeDirectory.Entry entry, String text) {}

    private List<Change> changes(Wanted wanted) throws IOException {
        ComposeDirectory files = new ComposeDirectory(directory, wanted.application());
        Map<String, String> texts = new TreeMap<>();
        wanted.byRegion()
                .forEach((region, workloads) ->
                        texts.put(Names.part(region), ComposeFile.of(wanted.application(), workloads)));
        List<Change> changes = new ArrayList<>();
        texts.forEach((region, text) -> {
            ComposeDirectory.Entry entry = files.entry(region);
            if (entry.isForeign()) {
                throw new DeploymentException("The file '" + entry.file() + "' is not one that was written for '"
                        + wanted.application() + "'; move it away.");
            }
            if (!entry.text().equals(Optional.of(text))) {
                Action action = entry.text().isPresent() ? Action.UPDATE : Action.CREATE;
                changes.add(change(action, region, entry, text));
            }
        });
        files.entries().stream()
                .filter(entry -> !texts.containsKey(entry.region()) && !entry.isForeign())
                .forEach(stale -> changes.add(change(Action.DELETE, stale.region(), stale, "")));
        return changes;
    }

    private static Change change(Action action, String region, ComposeDirectory.Entry entry, String text) {
        return new Change(new DeploymentStep(action, region, KIND, entry.file().toString(), ""), entry, text);
    }

    @Override
    public DeploymentPlan plan(Deployable deployable) {
        Wanted wanted = templates.wanted(deployable);
        return summary(wanted.application(), read(() -> changes(wanted)), wanted.notes());
    }

    @Override
    public DeploymentPlan apply(Deployable deployable, Duration readyWithin, DeploymentListener listener) {
        Wanted wanted = templates.wanted(deployable);
        List<Change> changes = read(() -> changes(wanted));
        List<Change> done = new ArrayList<>();
        for (Change change : changes) {
            try {
                done.add(change);
                carryOut(change, change.step().action() == Action.DELETE, change.text());
                listener.done(change.step());
            } catch (IOException failure) {
                throw takenBack(done, failure);
            }
        }
        return summary(wanted.application(), changes, wanted.notes());
    }

    private static void carryOut(Change change, boolean deletes, String text) throws IOException {
        if (deletes) {
            change.entry().delete();
        } else {
            change.entry().write(text);
        }
    }

    private static DeploymentException takenBack(List<Change> done, IOException failure) {
        List<String> leftOver = new ArrayList<>();
        for (Change change : done) {
            try {
                carryOut(
                        change,
                        change.entry().text().isEmpty(),
                        change.entry().text().orElse(""));
            } catch (IOException again) {
                leftOver.add(change.entry().file() + ": " + again.getMessage());
            }
        }
        DeploymentException told = new DeploymentException(
                "A Compose file cannot be written: " + failure.getMessage()
                        + ". What was written before has been taken back.",
                leftOver);
        told.initCause(failure);
        return told;
    }

    private static DeploymentPlan summary(ApplicationId application, List<Change> changes, List<String> notes) {
        return new DeploymentPlan(
                application, changes.stream().map(Change::step).toList(), notes);
    }

    @Override
    public DeploymentStatus observe(ApplicationId application) {
        return new DeploymentStatus(application, List.of());
    }

    @Override
    public DeploymentPlan remove(ApplicationId application, DeploymentListener listener) {
        List<Change> changes = read(() -> new ComposeDirectory(directory, application)
                .entries().stream()
                        .filter(entry -> !entry.isForeign())
                        .map(entry -> change(Action.DELETE, entry.region(), entry, ""))
                        .toList());
        for (Change change : changes) {
            try {
                change.entry().delete();
                listener.done(change.step());
            } catch (IOException failure) {
                throw new DeploymentException(
                        "A Compose file cannot be deleted: " + failure.getMessage(),
                        List.of(change.step().name()));
            }
        }
        return summary(application, changes, List.of());
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException | UncheckedIOException failure) {
            throw new DeploymentException(
                    "The directory '" + directory + "' of Compose files cannot be read: " + failure.getMessage(),
                    failure);
        }
    }

    @Override
    public void close() {
        // Holds nothing open.
    }
}
