package io.fogatlas.placement.verification;

import java.util.Objects;
import java.util.Optional;

/**
 * Why a region cannot take replicas of a microservice: the first rule it fails.
 *
 * @param microservice the microservice
 * @param replicas how many replicas were to be there together
 * @param region the region's id
 * @param rule the rule
 * @param kind what is lacking, in a word or two; rejections of one kind can be counted together
 * @param shortfall how much is lacking, where the rule is about an amount
 * @param miss how near the region is to being possible: the part of what is asked that is lacking; infinite where no amount helps
 * @param text the whole in words, with what is asked, what there is and what would do
 */
public record RegionRejection(
        String microservice,
        int replicas,
        String region,
        RegionRule rule,
        String kind,
        Optional<Shortfall> shortfall,
        double miss,
        String text) {
    /**
     * Checks that nothing is missing.
     *
     * @param microservice the microservice
     * @param replicas how many replicas
     * @param region the region's id
     * @param rule the rule
     * @param kind what is lacking
     * @param shortfall how much is lacking
     * @param miss how near the region is to being possible
     * @param text the whole in words
     */
    public RegionRejection {
        Objects.requireNonNull(microservice, "microservice");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(shortfall, "shortfall");
        Objects.requireNonNull(text, "text");
    }
}
