package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.JsonText;
import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.Value;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Term;
import io.fogatlas.placement.pareto.OpenBox;
import io.fogatlas.placement.pareto.ParetoFront;
import io.fogatlas.placement.pareto.ParetoPoint;
import java.util.List;

/**
 * Writes a front as {@code {"application": ..., "terms": [...], "complete": ..., "points": [...], "open": [...]}}: of each point its number,
 * whether it is proved to be efficient, the amount of each term, and its decision in the form of {@link DecisionJson}; of each open box the
 * least and the most of each term (nothing where there is no most).
 *
 * <p>Stateless and thread-safe.
 */
public final class ParetoJson {
    private ParetoJson() {}

    /**
     * Writes a front with all its points, or some of them.
     *
     * @param request what was asked
     * @param front the front
     * @param shown the places in the list of points of those to write; they keep their numbers, which start at 1
     * @return the text, ending with a line feed
     */
    public static String write(PlacementRequest request, ParetoFront front, List<Integer> shown) {
        ObjectTree application = new ObjectTree()
                .put("namespace", request.application().id().namespace())
                .put("name", request.application().id().name());
        PlacementRequest weighed = weighed(request, front);
        return JsonText.of(new ObjectTree()
                .put("application", application)
                .put("terms", front.terms(), term -> ScalarValue.text(term.key()))
                .put("complete", ScalarValue.truth(front.isComplete()))
                .put("points", shown, place -> point(weighed, front, place))
                .put("open", front.open(), box -> box(front.terms(), box))
                .put(
                        "statistics",
                        new ObjectTree().put("wallMillis", front.wallTime().toMillis()))
                .value());
    }

    /**
     * Gives the request that the decisions of a front answer.
     *
     * @param request what was asked
     * @param front the front
     * @return the same request, but with the terms of the front as its objective
     */
    public static PlacementRequest weighed(PlacementRequest request, ParetoFront front) {
        return request.toBuilder().objective(front.objective()).build();
    }

    private static ObjectValue point(PlacementRequest weighed, ParetoFront front, int place) {
        ParetoPoint point = front.points().get(place);
        ObjectTree amounts = new ObjectTree();
        front.terms().forEach(term -> amounts.put(term.key(), DecisionTree.number(point.value(term))));
        return new ObjectTree()
                .put("number", place + 1L)
                .put("proved", ScalarValue.truth(point.proved()))
                .put("amounts", amounts)
                .put("decision", new DecisionTree(new Decided(weighed, point.decision())).tree())
                .value();
    }

    private static Value box(List<Term> terms, OpenBox box) {
        return new ObjectTree()
                .put("least", amounts(terms, box.least()))
                .put("most", amounts(terms, box.most()))
                .value();
    }

    private static ObjectTree amounts(List<Term> terms, List<Double> values) {
        ObjectTree amounts = new ObjectTree();
        for (int term = 0; term < terms.size(); term++) {
            if (Double.isFinite(values.get(term))) {
                amounts.put(terms.get(term).key(), DecisionTree.number(values.get(term)));
            }
        }
        return amounts;
    }
}
