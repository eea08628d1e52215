package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.JsonText;
import io.fogatlas.manifests.tree.ListValue;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.Value;
import io.fogatlas.manifests.tree.YamlText;
import io.fogatlas.model.application.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes and reads decisions as {@code {"decisions": [...]}}: for each application its outcome, score with
 * terms and weights, placements, routes, what it puts on
 * links, and reasons. Amounts of CPU, MIPS and memory are of one replica; bandwidth on a link is what the application alone puts on it,
 * capacity what the link has in all. Numbers have no exponents. What is not known is left out.
 *
 * <p>Stateless and thread-safe.
 */
public final class DecisionJson {
    private DecisionJson() {}

    /**
     * Writes decisions.
     *
     * @param decided the decisions in the order to write them
     * @param format JSON, or the same tree as YAML
     * @return the text, ending with a line feed
     */
    public static String write(List<Decided> decided, Format format) {
        List<Value> decisions = new ArrayList<>();
        decided.forEach(one -> decisions.add(new DecisionTree(one).tree()));
        ObjectValue all = new ObjectValue(Map.of("decisions", new ListValue(decisions, 0)), 0);
        return format == Format.JSON ? JsonText.of(all) : YamlText.of(all);
    }

    /**
     * Reads decisions, whoever made them. Keys that are not known are ignored; whether a placement keeps the rules, and even whether what it
     * names exists, is not judged here.
     *
     * @param source JSON or YAML as {@link #write} writes it
     * @param applications the applications the decisions may be about
     * @return the decisions in the order they are written
     * @throws ManifestException with everything that is missing or wrong, or is about an application that is not there
     */
    public static List<RecordedDecision> read(Source source, List<Application> applications) {
        return new DecisionReader(source.name(), applications).read(source);
    }
}
