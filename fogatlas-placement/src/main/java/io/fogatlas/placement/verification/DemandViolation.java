package io.fogatlas.placement.verification;

import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.placement.Assignment;
import java.util.Optional;

/** The Assignments of a microservice are not those that are asked for. */
public sealed interface DemandViolation extends Violation {
    /**
     * Says which microservice it is about.
     *
     * @return its name
     */
    String microservice();

    /**
     * The application has no microservice of that name.
     *
     * @param microservice the name
     */
    record UnknownMicroservice(String microservice) implements DemandViolation {
        @Override
        public String text() {
            return "Microservice '%s' is placed, but the application has none of that name.".formatted(microservice);
        }
    }

    /**
     * A microservice has no Assignment at all.
     *
     * @param microservice its name
     */
    record MicroserviceNotPlaced(String microservice) implements DemandViolation {
        @Override
        public String text() {
            return "Microservice '%s' is not placed.".formatted(microservice);
        }
    }

    /**
     * A demand is met by no Assignment.
     *
     * @param microservice the microservice that asks
     * @param demand what it asks for
     * @param given what it gets instead; empty if it gets nothing
     */
    record DemandNotMet(String microservice, RegionDemand demand, Optional<Assignment> given)
            implements DemandViolation {
        @Override
        public String text() {
            return "Microservice '%s' asks for %d replicas in %s, but gets %s."
                    .formatted(
                            microservice,
                            demand.replicas(),
                            demand.region().map(id -> "region '" + id + "'").orElse("a region"),
                            given.map(it -> "%d in region '%s'".formatted(it.replicas(), it.region()))
                                    .orElse("none"));
        }
    }

    /**
     * A microservice has more Assignments than it has demands.
     *
     * @param microservice its name
     * @param region the region of the Assignment that is too many
     * @param replicas how many replicas it has
     */
    record AssignmentNotAsked(String microservice, String region, int replicas) implements DemandViolation {
        @Override
        public String text() {
            return "Microservice '%s' has %d replicas in region '%s' that it does not ask for."
                    .formatted(microservice, replicas, region);
        }
    }

    /**
     * Two Assignments of a microservice are in the same region.
     *
     * @param microservice its name
     * @param region the region
     */
    record RegionTwice(String microservice, String region) implements DemandViolation {
        @Override
        public String text() {
            return "Microservice '%s' has more than one Assignment in region '%s'.".formatted(microservice, region);
        }
    }
}
