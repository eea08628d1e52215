package io.fogatlas.placement.verification;

import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.occupancy.ReplicaGroup;

/** A microservice runs in a region where it may not. */
public sealed interface RegionViolation extends Violation {
    /**
     * Says which microservice it is about.
     *
     * @return its name
     */
    String microservice();

    /**
     * Says where it runs.
     *
     * @return the region's id
     */
    String region();

    /**
     * There is no such region.
     *
     * @param microservice the microservice that is placed in it
     * @param region the id
     */
    record UnknownRegion(String microservice, String region) implements RegionViolation {
        @Override
        public String text() {
            return "Microservice '%s' is placed in region '%s', but there is no such region."
                    .formatted(microservice, region);
        }
    }

    /**
     * A constraint does not permit the region.
     *
     * @param microservice the microservice
     * @param region the region
     * @param constraint the constraint
     */
    record RegionNotPermitted(String microservice, String region, RegionConstraint constraint)
            implements RegionViolation {
        @Override
        public String text() {
            return "Microservice '%s' must not run in region '%s': %s does not permit it."
                    .formatted(microservice, region, constraint);
        }
    }

    /**
     * No nodes are known, and the node selector excludes the region by its label.
     *
     * @param microservice the microservice
     * @param region the region
     */
    record RegionLabelDoesNotFit(String microservice, String region) implements RegionViolation {
        @Override
        public String text() {
            return "Microservice '%s' must not run in region '%s': its node selector asks for another 'region' label."
                    .formatted(microservice, region);
        }
    }

    /**
     * A required affinity is not met: no replica it selects is in the region, or only such as would themselves wait for this one.
     *
     * @param microservice the microservice that requires it
     * @param region the region
     * @param rule the affinity
     */
    record AffinityBroken(String microservice, String region, PodAffinity rule) implements RegionViolation {
        @Override
        public String text() {
            return "Microservice '%s' in region '%s' lacks a replica beside it that its affinity selects by %s."
                    .formatted(microservice, region, rule.selector().expressions());
        }
    }

    /**
     * A replica is in the region that an anti-affinity of the microservice selects.
     *
     * @param microservice the microservice that keeps others away
     * @param region the region
     * @param neighbour the replica that is there nevertheless, in words
     */
    record AntiAffinityBroken(String microservice, String region, String neighbour) implements RegionViolation {
        @Override
        public String text() {
            return "Microservice '%s' in region '%s' must not be beside %s: its anti-affinity forbids it."
                    .formatted(microservice, region, neighbour);
        }
    }

    /**
     * Replicas of somebody else run in the region whose anti-affinity selects the microservice.
     *
     * @param microservice the microservice that is kept out
     * @param region the region
     * @param by the replicas that keep it out
     */
    record KeptOut(String microservice, String region, ReplicaGroup by) implements RegionViolation {
        @Override
        public String text() {
            return "Microservice '%s' is kept out of region '%s' by the anti-affinity of replicas %s of namespace '%s'."
                    .formatted(microservice, region, by.labels(), by.namespace());
        }
    }
}
