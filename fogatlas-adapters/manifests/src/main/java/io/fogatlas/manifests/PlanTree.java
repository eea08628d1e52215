package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.change.MigrationPlan;
import io.fogatlas.placement.change.Step;

/** Makes the tree of one plan. */
final class PlanTree {
    private PlanTree() {}

    static ObjectTree of(MigrationPlan plan) {
        return new ObjectTree()
                .put("fewestPauses", ScalarValue.truth(plan.fewestPauses()))
                .put("pausing", plan.pausing(), ScalarValue::text)
                .put("interrupted", plan.interrupted(), ScalarValue::text)
                .put("steps", plan.steps(), PlanTree::step);
    }

    private static ObjectValue step(Step step) {
        if (step instanceof Step.AddReplicas add) {
            return replicas("add-replicas", add.microservice(), add.replicas());
        }
        if (step instanceof Step.RemoveReplicas remove) {
            return replicas("remove-replicas", remove.microservice(), remove.replicas());
        }
        if (step instanceof Step.AddRoute add) {
            return route("add-route", add.route());
        }
        if (step instanceof Step.RemoveRoute remove) {
            return route("remove-route", remove.route());
        }
        if (step instanceof Step.Pause pause) {
            return action("pause").put("microservice", pause.microservice()).value();
        }
        if (step instanceof Step.Resume resume) {
            return action("resume").put("microservice", resume.microservice()).value();
        }
        if (step instanceof Step.Interrupt interrupt) {
            return action("interrupt").put("flow", interrupt.flow()).value();
        }
        return action("restore").put("flow", ((Step.Restore) step).flow()).value();
    }

    private static ObjectTree action(String name) {
        return new ObjectTree().put("action", name);
    }

    private static ObjectValue replicas(String action, String microservice, Assignment replicas) {
        ObjectTree nodes = new ObjectTree();
        replicas.replicasByNode().forEach(nodes::put);
        return action(action)
                .put("microservice", microservice)
                .put("region", replicas.region())
                .put("replicas", replicas.replicas())
                .putUnlessEmpty("nodes", nodes)
                .value();
    }

    private static ObjectValue route(String action, Route route) {
        return action(action)
                .put("flow", route.flow())
                .put("sourceRegion", route.sourceRegion())
                .put("destinationRegion", route.destinationRegion())
                .put("links", route.links(), ScalarValue::text)
                .value();
    }
}
