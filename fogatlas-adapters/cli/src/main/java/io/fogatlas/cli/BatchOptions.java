package io.fogatlas.cli;

import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.placement.batch.BatchRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether all applications are placed at once, and what each is worth. */
final class BatchOptions {
    /** What an application is worth that nobody says anything of. */
    private static final long DEFAULT_VALUE = 1;

    @Option(
            names = "--batch",
            description =
                    "Place all FADepls as one problem instead of one after the other. If not all fit, the most valuable of them"
                            + " are placed: those with the highest sum of priorities, and among equals the most.")
    private boolean batch;

    @Option(
            names = "--priority",
            paramLabel = "[NAMESPACE/]NAME=VALUE",
            description =
                    "What an application is worth in a batch, a whole number from 0; may be given several times. Default: the"
                            + " annotation fogatlas.io/priority of the FADepl, or 1.")
    private Map<String, Long> priorities = new LinkedHashMap<>();

    /**
     * Says whether to place a batch.
     *
     * @throws CommandException if there are priorities, but no batch
     */
    boolean isBatch() {
        if (!batch && !priorities.isEmpty()) {
            throw CommandException.badInput("--priority has no meaning without --batch");
        }
        return batch;
    }

    /**
     * Says what each application is worth.
     *
     * @return the values in the order of the applications
     * @throws CommandException if a value is given for none of them, or out of its range
     */
    List<Long> values(List<ApplicationManifest> applications) {
        List<Long> values = new ArrayList<>();
        applications.forEach(each -> values.add(each.priority().orElse(DEFAULT_VALUE)));
        priorities.forEach((name, value) -> {
            if (value < 0 || value > BatchRequest.MAX_VALUE) {
                throw CommandException.badInput("--priority of '%s' must be from 0 to %d, but is %d"
                        .formatted(name, BatchRequest.MAX_VALUE, value));
            }
            values.set(index(applications, name), value);
        });
        return values;
    }

    private static int index(List<ApplicationManifest> applications, String name) {
        Optional<Integer> found = Optional.empty();
        for (int number = 0; number < applications.size(); number++) {
            ApplicationId id = applications.get(number).application().id();
            if (name.equals(id.toString())) {
                return number;
            }
            if (name.equals(id.name())) {
                if (found.isPresent()) {
                    throw CommandException.badInput(
                            "--priority of '%s' could mean several FADepls; write e.g. %s".formatted(name, id));
                }
                found = Optional.of(number);
            }
        }
        return found.orElseThrow(() -> CommandException.badInput(
                "--priority of '%s': there is no such FADepl; write NAME or NAMESPACE/NAME".formatted(name)));
    }
}
