package io.fogatlas.manifests;

import io.fogatlas.model.application.Application;
import java.util.List;

/**
 * Writes and reads decisions as {@code {"decisions": [...]}}.
 *
 * <p>Stateless and thread-safe.
 */
public final class DecisionJson {
    private DecisionJson() {}

    /**
     * Writes decisions. What is not known is left out.
     *
     * @param decided the decisions in the order to write them
     * @param format JSON, or the same tree as YAML
     * @return the text, ending with a line feed
     */
    public static String write(List<Decided> decided, Format format) {
        return "";
    }

    /**
     * Reads decisions. Keys that are not known are ignored.
     *
     * @param source JSON or YAML as {@link #write} writes it, whoever wrote it
     * @param applications the applications the decisions may be about
     * @return the decisions in the order they are written
     * @throws ManifestException with everything that is missing or wrong, or names an application, microservice or data flow that is not
     *     there
     */
    public static List<RecordedDecision> read(Source source, List<Application> applications) {
        return List.of();
    }
}
