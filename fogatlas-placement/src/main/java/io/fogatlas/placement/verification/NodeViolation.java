package io.fogatlas.placement.verification;

import io.fogatlas.model.infrastructure.Taint;

/** Replicas are on a Compute Node that cannot take them, or on none. */
public sealed interface NodeViolation extends Violation {
    /**
     * The replicas of an Assignment are not all on nodes, or more are on nodes than there are.
     *
     * @param microservice the microservice
     * @param region the region of the Assignment
     * @param replicas how many replicas it has
     * @param onNodes how many are on nodes
     */
    record ReplicasNotOnNodes(String microservice, String region, int replicas, long onNodes) implements NodeViolation {
        @Override
        public String text() {
            return "Microservice '%s' has %d replicas in region '%s', but %d are on nodes."
                    .formatted(microservice, replicas, region, onNodes);
        }
    }

    /**
     * There is no such node.
     *
     * @param microservice the microservice
     * @param node the node's name
     */
    record UnknownNode(String microservice, String node) implements NodeViolation {
        @Override
        public String text() {
            return "Microservice '%s' is on node '%s', but there is no such node.".formatted(microservice, node);
        }
    }

    /**
     * The node stands in another region than the Assignment.
     *
     * @param microservice the microservice
     * @param node the node
     * @param region the region of the Assignment
     * @param nodeRegion the region of the node
     */
    record NodeInOtherRegion(String microservice, String node, String region, String nodeRegion)
            implements NodeViolation {
        @Override
        public String text() {
            return "Microservice '%s' in region '%s' is on node '%s', which stands in region '%s'."
                    .formatted(microservice, region, node, nodeRegion);
        }
    }

    /**
     * The node takes no replicas.
     *
     * @param microservice the microservice
     * @param node the node
     */
    record NodeNotReady(String microservice, String node) implements NodeViolation {
        @Override
        public String text() {
            return "Microservice '%s' is on node '%s', which is not ready.".formatted(microservice, node);
        }
    }

    /**
     * The node has a taint that forbids the placement and is not tolerated.
     *
     * @param microservice the microservice
     * @param node the node
     * @param taint the taint
     */
    record TaintNotTolerated(String microservice, String node, Taint taint) implements NodeViolation {
        @Override
        public String text() {
            return "Microservice '%s' is on node '%s' and does not tolerate its taint %s=%s:%s."
                    .formatted(microservice, node, taint.key(), taint.value(), taint.effect());
        }
    }

    /**
     * The node selector does not match the node.
     *
     * @param microservice the microservice
     * @param node the node
     */
    record NodeLabelsDoNotFit(String microservice, String node) implements NodeViolation {
        @Override
        public String text() {
            return "Microservice '%s' is on node '%s', which its node selector does not match."
                    .formatted(microservice, node);
        }
    }

    /**
     * The replicas on a node take more than others leave.
     *
     * @param node the node
     * @param resource the resource by the name Kubernetes gives it
     * @param asked what all replicas of the application on the node take: millicores, bytes or a count
     * @param available what the node offers and others do not hold, in the same unit
     */
    record NodeOverloaded(String node, String resource, long asked, long available) implements NodeViolation {
        @Override
        public String text() {
            return "Node '%s' is to give %s, but has %s left."
                    .formatted(node, Units.amount(resource, asked), Units.amount(resource, available));
        }
    }
}
