package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.placement.batch.BatchDecision;

/** Makes the tree of what holds of a whole batch. */
final class BatchTree {
    private BatchTree() {}

    static ObjectTree of(BatchDecision batch) {
        ObjectTree tree = new ObjectTree()
                .put("outcome", batch.outcome().key())
                .put("value", batch.value())
                .put("valueBound", batch.valueBound());
        batch.score().ifPresent(score -> tree.put("objective", DecisionTree.number(score.value())));
        batch.bound().ifPresent(bound -> tree.put("bound", DecisionTree.number(bound)));
        return tree.put("admitted", batch.admitted(), BatchTree::id)
                .put("leftOut", batch.leftOut(), BatchTree::id)
                .put(
                        "statistics",
                        new ObjectTree().put("wallMillis", batch.wallTime().toMillis()));
    }

    private static ObjectValue id(ApplicationId id) {
        return new ObjectTree()
                .put("namespace", id.namespace())
                .put("name", id.name())
                .value();
    }
}
