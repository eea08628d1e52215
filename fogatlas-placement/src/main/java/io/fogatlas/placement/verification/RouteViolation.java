package io.fogatlas.placement.verification;

/** A data flow is not carried as it must be. */
public sealed interface RouteViolation extends Violation {
    /**
     * The application has no data flow of that name.
     *
     * @param flow the name
     */
    record UnknownFlow(String flow) implements RouteViolation {
        @Override
        public String text() {
            return "There is a route for data flow '%s', but the application has none of that name.".formatted(flow);
        }
    }

    /**
     * A data flow has no route from a region where its source is.
     *
     * @param flow the flow
     * @param sourceRegion the region
     */
    record RouteMissing(String flow, String sourceRegion) implements RouteViolation {
        @Override
        public String text() {
            return "Data flow '%s' has no route from region '%s'.".formatted(flow, sourceRegion);
        }
    }

    /**
     * A data flow has more than one route from a region.
     *
     * @param flow the flow
     * @param sourceRegion the region
     */
    record RouteTwice(String flow, String sourceRegion) implements RouteViolation {
        @Override
        public String text() {
            return "Data flow '%s' has more than one route from region '%s'.".formatted(flow, sourceRegion);
        }
    }

    /**
     * A route starts in a region where the source of its flow is not.
     *
     * @param flow the flow
     * @param sourceRegion the region
     */
    record RouteNotWanted(String flow, String sourceRegion) implements RouteViolation {
        @Override
        public String text() {
            return "Data flow '%s' has a route from region '%s', where its source is not."
                    .formatted(flow, sourceRegion);
        }
    }

    /**
     * A route ends in a region where the destination of its flow is not.
     *
     * @param flow the flow
     * @param sourceRegion the region it starts in
     * @param destinationRegion the region it ends in
     */
    record RouteEndsElsewhere(String flow, String sourceRegion, String destinationRegion) implements RouteViolation {
        @Override
        public String text() {
            return "Data flow '%s' has a route from region '%s' to region '%s', where its destination is not."
                    .formatted(flow, sourceRegion, destinationRegion);
        }
    }

    /** What makes links no simple path. */
    enum Fault {
        /** There is no such link. */
        UNKNOWN_LINK("there is no link '%s'"),
        /** The link does not start where the one before it ends. */
        NOT_JOINED("link '%s' does not continue it"),
        /** The link is directed and leads the other way. */
        WRONG_WAY("link '%s' leads the other way only"),
        /** The link leads to a region where the route was before. */
        REGION_TWICE("link '%s' leads back to a region it has passed"),
        /** The last link leads to another region than the route's destination. */
        DOES_NOT_ARRIVE("it does not arrive there");

        private final String words;

        Fault(String words) {
            this.words = words;
        }
    }

    /**
     * The links of a route are no simple path from its source region to its destination region.
     *
     * @param flow the flow
     * @param sourceRegion the region it starts in
     * @param destinationRegion the region it is to end in
     * @param fault what is wrong
     * @param link the link it is about; empty if it is about the whole route
     */
    record RouteBroken(String flow, String sourceRegion, String destinationRegion, Fault fault, String link)
            implements RouteViolation {
        @Override
        public String text() {
            return "The route of data flow '%s' from region '%s' to region '%s' is broken: %s."
                    .formatted(flow, sourceRegion, destinationRegion, fault.words.formatted(link));
        }
    }

    /**
     * A route passes a link that is down.
     *
     * @param flow the flow
     * @param sourceRegion the region the route starts in
     * @param link the link
     */
    record LinkDown(String flow, String sourceRegion, String link) implements RouteViolation {
        @Override
        public String text() {
            return "The route of data flow '%s' from region '%s' passes link '%s', which is down."
                    .formatted(flow, sourceRegion, link);
        }
    }

    /**
     * The routes take more bandwidth of a link than others leave.
     *
     * @param link the link
     * @param askedBps what all routes of the application take, in bit/s
     * @param availableBps what others leave, in bit/s
     */
    record LinkOverloaded(String link, long askedBps, long availableBps) implements RouteViolation {
        @Override
        public String text() {
            return "Link '%s' is to carry %s, but has %s left."
                    .formatted(link, Units.bandwidth(askedBps), Units.bandwidth(availableBps));
        }
    }

    /**
     * A route takes longer than its flow allows.
     *
     * @param flow the flow
     * @param sourceRegion the region the route starts in
     * @param boundMicros the longest it may take, in microseconds
     * @param tookMicros what it takes, in microseconds
     */
    record LatencyExceeded(String flow, String sourceRegion, long boundMicros, long tookMicros)
            implements RouteViolation {
        @Override
        public String text() {
            return "The route of data flow '%s' from region '%s' takes %s, but may take %s at most."
                    .formatted(flow, sourceRegion, Units.time(tookMicros), Units.time(boundMicros));
        }
    }

    /**
     * The slowest way along a latency chain takes longer than the chain allows.
     *
     * @param chain the chain
     * @param boundMicros the longest it may take, in microseconds
     * @param tookMicros what the slowest way takes, in microseconds
     */
    record ChainExceeded(String chain, long boundMicros, long tookMicros) implements RouteViolation {
        @Override
        public String text() {
            return "Latency chain '%s' takes %s, but may take %s at most."
                    .formatted(chain, Units.time(tookMicros), Units.time(boundMicros));
        }
    }
}
