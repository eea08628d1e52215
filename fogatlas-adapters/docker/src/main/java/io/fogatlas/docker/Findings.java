package io.fogatlas.docker;

import io.fogatlas.orchestration.DeploymentException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what Docker cannot express of an application, and what must not be carried out at all. */
final class Findings {
    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> refusals = new LinkedHashSet<>();

    /** Notes something that has no equal in Docker. */
    void note(String microservice, String text) {
        notes.add("Microservice '" + Texts.oneLine(microservice) + "': " + Texts.oneLine(text));
    }

    /** Notes something that must not be done; of the application as a whole if the microservice has no name. */
    void refuse(String microservice, String text) {
        String of = microservice.isEmpty() ? "" : "Microservice '" + Texts.oneLine(microservice) + "': ";
        refusals.add(of + Texts.oneLine(text));
    }

    /**
     * Gives what is only noted.
     *
     * @param strict whether that is not allowed either
     * @throws DeploymentException with everything that is refused
     */
    List<String> notes(boolean strict) {
        List<String> wrong = new ArrayList<>(refusals);
        if (strict) {
            wrong.addAll(notes);
        }
        if (!wrong.isEmpty()) {
            String remedy = refusals.isEmpty()
                    ? "Take it out of the Pod templates, or deploy without --strict, which leaves it out.\n"
                    : "Take it out of the Pod templates.\n";
            throw new DeploymentException("Docker is not to run this application as it is. " + remedy
                    + String.join("\n", wrong.stream().map(line -> "  " + line).toList()));
        }
        return List.copyOf(notes);
    }
}
