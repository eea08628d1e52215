package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.JsonText;
import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.YamlText;
import io.fogatlas.model.application.Application;
import io.fogatlas.placement.batch.BatchDecision;
import java.util.List;

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
        return write(new ObjectTree(), decided, format);
    }

    /**
     * Writes the decisions of a batch, with what holds of all of them under {@code batch}.
     *
     * @param batch the batch
     * @param decided its decisions in the order to write them
     * @param format JSON, or the same tree as YAML
     * @return the text, ending with a line feed
     */
    public static String write(BatchDecision batch, List<Decided> decided, Format format) {
        return write(new ObjectTree().put("batch", BatchTree.of(batch)), decided, format);
    }

    private static String write(ObjectTree tree, List<Decided> decided, Format format) {
        ObjectValue all = tree.put("decisions", decided, one -> new DecisionTree(one).tree())
                .value();
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
