package io.fogatlas.manifests;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.Term;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A decision as a file records it: claims, none of which is checked yet.
 *
 * @param application the application it is about
 * @param algorithm the algorithm that is said to have answered; may be empty
 * @param outcome what is said to be known
 * @param placement where the application is said to run; present if the outcome is optimal or feasible
 * @param objective what the placement is said to score
 * @param bound what no placement is said to score below
 * @param terms what the placement is said to amount to in each term, not weighted; empty if nothing is said
 * @param weights by which objective the decision is said to be made
 * @param bandwidthBpsByLink what the application is said to put on each link, in bit/s; empty if nothing is said
 * @param file where it was read
 * @param line the line it starts at, from 1
 */
public record RecordedDecision(
        ApplicationId application,
        String algorithm,
        Outcome outcome,
        Optional<Placement> placement,
        OptionalDouble objective,
        OptionalDouble bound,
        Map<Term, Double> terms,
        Optional<Objective> weights,
        Map<String, Long> bandwidthBpsByLink,
        String file,
        int line) {
    /**
     * Copies the maps.
     *
     * @param application the application it is about
     * @param algorithm the algorithm
     * @param outcome what is said to be known
     * @param placement where it is said to run
     * @param objective what it is said to score
     * @param bound the bound that is claimed
     * @param terms what it is said to amount to
     * @param weights by which objective it is said to be made
     * @param bandwidthBpsByLink bandwidth by link
     * @param file where it was read
     * @param line the line it starts at
     */
    public RecordedDecision {
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(placement, "placement");
        Objects.requireNonNull(objective, "objective");
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(file, "file");
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
        bandwidthBpsByLink = Collections.unmodifiableMap(new LinkedHashMap<>(bandwidthBpsByLink));
    }
}
