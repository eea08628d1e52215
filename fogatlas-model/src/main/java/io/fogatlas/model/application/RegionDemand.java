package io.fogatlas.model.application;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problems;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks for one Assignment of a microservice: some replicas together in one region.
 *
 * @param region the region it must be; absent lets the algorithm choose
 * @param replicas how many replicas; at least 1
 * @param image the image to run there instead of the microservice's own
 */
public record RegionDemand(Optional<String> region, int replicas, Optional<String> image) {
    /**
     * Checks the number.
     *
     * @param region the region it must be
     * @param replicas how many replicas
     * @param image the image to run there
     * @throws InvalidModelException if {@code replicas} is less than 1
     */
    public RegionDemand {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(image, "image");
        Problems problems = new Problems();
        problems.amount("Region demand", region.orElse(""), "replicas", replicas, 1);
        problems.throwIfAny();
    }

    /**
     * Asks for replicas in a region.
     *
     * @param region the region
     * @param replicas how many
     * @return the demand
     * @throws InvalidModelException if {@code replicas} is less than 1
     */
    public static RegionDemand in(String region, int replicas) {
        return new RegionDemand(Optional.of(region), replicas, Optional.empty());
    }

    /**
     * Asks for replicas in a region of the algorithm's choice.
     *
     * @param replicas how many
     * @return the demand
     * @throws InvalidModelException if {@code replicas} is less than 1
     */
    public static RegionDemand anywhere(int replicas) {
        return new RegionDemand(Optional.empty(), replicas, Optional.empty());
    }
}
