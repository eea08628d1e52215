package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.JsonText;
import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.placement.change.Consequence;
import io.fogatlas.placement.change.Consequences;
import io.fogatlas.placement.change.Event;
import io.fogatlas.placement.verification.Violation;
import java.math.BigDecimal;
import java.util.List;

/**
 * Writes what follows from scenarios as {@code {"scenarios": [...]}}: for each what happens, whether all applications survive, which are
 * untouched, which break and why, and the decisions about those, in the form of {@link DecisionJson}.
 *
 * <p>Stateless and thread-safe.
 */
public final class WhatIfJson {
    private WhatIfJson() {}

    /**
     * Writes what follows.
     *
     * @param consequences what follows from each scenario, in the order to write it
     * @return the text, ending with a line feed
     */
    public static String write(List<Consequences> consequences) {
        return JsonText.of(new ObjectTree()
                .put("scenarios", consequences, WhatIfJson::scenario)
                .value());
    }

    private static ObjectValue scenario(Consequences consequences) {
        return new ObjectTree()
                .put("events", consequences.scenario().events(), WhatIfJson::event)
                .put("allSurvive", ScalarValue.truth(consequences.allSurvive()))
                .put("untouched", consequences.untouched(), id -> id(id).value())
                .put("broken", consequences.broken(), WhatIfJson::broken)
                .put(
                        "decisions",
                        consequences.broken(),
                        each -> new DecisionTree(new Decided(each.request(), each.decision())).tree())
                .value();
    }

    private static ObjectValue event(Event event) {
        ObjectTree tree = new ObjectTree();
        if (event instanceof Event.RegionDown down) {
            tree.put("event", "region-down").put("region", down.region());
        } else if (event instanceof Event.LinkDown down) {
            tree.put("event", "link-down").put("link", down.link());
        } else if (event instanceof Event.NodeDown down) {
            tree.put("event", "node-down").put("node", down.node());
        } else if (event instanceof Event.FlowsScaled scaled) {
            tree.put("event", "flows-scaled").put("factor", ScalarValue.number(BigDecimal.valueOf(scaled.factor())));
        }
        return tree.value();
    }

    private static ObjectTree id(ApplicationId id) {
        return new ObjectTree().put("namespace", id.namespace()).put("name", id.name());
    }

    private static ObjectValue broken(Consequence consequence) {
        return new ObjectTree()
                .put("application", id(consequence.application()))
                .put(
                        "violations",
                        consequence.violations().stream().map(Violation::text).toList(),
                        ScalarValue::text)
                .put("replicasMoved", consequence.replicasMoved())
                .value();
    }
}
