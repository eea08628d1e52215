package io.fogatlas.placement.change;

import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Route;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One step of a {@link MigrationPlan}. */
public sealed interface Step {
    /**
     * Says what is to be done.
     *
     * @return one line of text, without a full stop
     */
    String text();

    /**
     * Replicas start.
     *
     * @param microservice the microservice
     * @param replicas how many, in which region and on which nodes
     */
    record AddReplicas(String microservice, Assignment replicas) implements Step {
        /**
         * Checks that nothing is missing.
         *
         * @param microservice the microservice
         * @param replicas how many and where
         */
        public AddReplicas {
            Objects.requireNonNull(microservice, "microservice");
            Objects.requireNonNull(replicas, "replicas");
        }

        @Override
        public String text() {
            return "start " + replicas.replicas() + " of " + microservice + where(replicas);
        }
    }

    /**
     * Replicas stop.
     *
     * @param microservice the microservice
     * @param replicas how many, in which region and on which nodes; fewer on nodes than in all if the nodes of some are not known
     */
    record RemoveReplicas(String microservice, Assignment replicas) implements Step {
        /**
         * Checks that nothing is missing.
         *
         * @param microservice the microservice
         * @param replicas how many and where
         */
        public RemoveReplicas {
            Objects.requireNonNull(microservice, "microservice");
            Objects.requireNonNull(replicas, "replicas");
        }

        @Override
        public String text() {
            return "stop " + replicas.replicas() + " of " + microservice + where(replicas);
        }
    }

    /**
     * A route is set up; from then on its data flow takes it, if the flow's earlier route from the same region is still there as well.
     *
     * @param route the route
     */
    record AddRoute(Route route) implements Step {
        /**
         * Checks that nothing is missing.
         *
         * @param route the route
         */
        public AddRoute {
            Objects.requireNonNull(route, "route");
        }

        @Override
        public String text() {
            return "route " + path(route);
        }
    }

    /**
     * A route is given up.
     *
     * @param route the route
     */
    record RemoveRoute(Route route) implements Step {
        /**
         * Checks that nothing is missing.
         *
         * @param route the route
         */
        public RemoveRoute {
            Objects.requireNonNull(route, "route");
        }

        @Override
        public String text() {
            return "give up the route of " + path(route);
        }
    }

    /**
     * From here on a microservice need not run, and the data flows from and to it need no route.
     *
     * @param microservice the microservice
     */
    record Pause(String microservice) implements Step {
        /**
         * Checks that nothing is missing.
         *
         * @param microservice the microservice
         */
        public Pause {
            Objects.requireNonNull(microservice, "microservice");
        }

        @Override
        public String text() {
            return "pause " + microservice;
        }
    }

    /**
     * A microservice that paused works again.
     *
     * @param microservice the microservice
     */
    record Resume(String microservice) implements Step {
        /**
         * Checks that nothing is missing.
         *
         * @param microservice the microservice
         */
        public Resume {
            Objects.requireNonNull(microservice, "microservice");
        }

        @Override
        public String text() {
            return "resume " + microservice;
        }
    }

    /**
     * From here on a data flow between two external endpoints, which cannot pause, needs no route.
     *
     * @param flow the flow's name
     */
    record Interrupt(String flow) implements Step {
        /**
         * Checks that nothing is missing.
         *
         * @param flow the flow's name
         */
        public Interrupt {
            Objects.requireNonNull(flow, "flow");
        }

        @Override
        public String text() {
            return "interrupt data flow " + flow;
        }
    }

    /**
     * A data flow that was interrupted goes on.
     *
     * @param flow the flow's name
     */
    record Restore(String flow) implements Step {
        /**
         * Checks that nothing is missing.
         *
         * @param flow the flow's name
         */
        public Restore {
            Objects.requireNonNull(flow, "flow");
        }

        @Override
        public String text() {
            return "restore data flow " + flow;
        }
    }

    private static String where(Assignment replicas) {
        Map<String, Integer> byNode = replicas.replicasByNode();
        String nodes = byNode.entrySet().stream()
                .map(node -> byNode.size() == 1 ? node.getKey() : node.getKey() + "×" + node.getValue())
                .collect(Collectors.joining(" "));
        return " in region " + replicas.region() + (nodes.isEmpty() ? "" : " on " + nodes);
    }

    private static String path(Route route) {
        String ends = route.flow() + " from " + route.sourceRegion() + " to " + route.destinationRegion();
        return route.links().isEmpty()
                ? ends + " inside the region"
                : ends + " over " + String.join(" ", route.links());
    }
}
