package io.fogatlas.cli;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.ApplicationId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The applications that a command is about. */
final class ApplicationNames {
    @Parameters(
            paramLabel = "NAME",
            arity = "1..*",
            description = "The applications, as NAME or NAMESPACE/NAME. Default namespace: default.")
    private List<String> names = new ArrayList<>();

    /**
     * Reads the names.
     *
     * @throws CommandException if one of them is no name
     */
    List<ApplicationId> ids() {
        return names.stream().map(ApplicationNames::id).toList();
    }

    /** Reads a name. */
    static ApplicationId id(String text) {
        int slash = text.indexOf('/');
        try {
            return slash < 0
                    ? ApplicationId.of(text)
                    : new ApplicationId(text.substring(0, slash), text.substring(slash + 1));
        } catch (InvalidModelException wrong) {
            throw CommandException.badInput(
                    "'" + text + "' is not the name of an application; write NAME or NAMESPACE/NAME");
        }
    }
}
