package io.fogatlas.manifests.networks;

import java.util.Objects;

/**
 * Traffic that a file asks to be carried from one region to another. It is no data flow: nothing of it can be placed.
 *
 * @param id what the file calls it
 * @param sourceRegion the region it starts in
 * @param destinationRegion the region it ends in
 * @param bandwidthBps its bandwidth in bit/s
 */
public record TrafficDemand(String id, String sourceRegion, String destinationRegion, long bandwidthBps) {
    /**
     * Checks that nothing is missing.
     *
     * @param id what the file calls it
     * @param sourceRegion where it starts
     * @param destinationRegion where it ends
     * @param bandwidthBps its bandwidth in bit/s
     */
    public TrafficDemand {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(sourceRegion, "sourceRegion");
        Objects.requireNonNull(destinationRegion, "destinationRegion");
    }
}
