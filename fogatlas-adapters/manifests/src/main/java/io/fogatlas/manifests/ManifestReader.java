package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.TreeException;
import io.fogatlas.manifests.tree.TreeReader;
import io.fogatlas.model.infrastructure.ComputeNode;
import java.io.IOException;
import java.io.InputStream;
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
        return read(sources, MAX_BYTES);
    }

    Manifests read(List<Source> sources, long maxBytes) {
        Notes notes = new Notes();
        Drafts drafts = new Drafts(regionLabel, notes);
        SourceFiles files = new SourceFiles(maxBytes);
        boolean whole = true;
        for (Source source : sources) {
            try {
                for (Source file : SourceFiles.expand(source)) {
                    whole &= read(file, files, drafts, notes);
                }
            } catch (IOException unreadable) {
                notes.startFile(source.name());
                notes.problem(new Origin(source.name(), 0, "", ""), SourceFiles.explain(unreadable));
                whole = false;
            }
        }
        if (!whole) {
            // What is missing would make everything that names it look wrong.
            notes.throwIfAny();
        }
        if (drafts.isEmpty()) {
            if (notes.found() == 0) {
                notes.problem(
                        new Origin(sources.size() == 1 ? sources.get(0).name() : "", 0, "", ""),
                        "there is no object of FogAtlas in it");
            }
            notes.throwIfAny();
        }
        return new Assembly(drafts, regionLabel, notes).manifests();
    }

    /** Reads one file; false if it could not be read to its end. */
    private static boolean read(Source file, SourceFiles files, Drafts drafts, Notes notes) {
        notes.startFile(file.name());
        try (InputStream stream = files.open(file)) {
            TreeReader.read(stream, true, new Intake(file.name(), drafts, notes));
            return true;
        } catch (TreeException wrong) {
            notes.problem(new Origin(file.name(), wrong.line(), "", ""), wrong.getMessage());
        } catch (IOException unreadable) {
            notes.problem(new Origin(file.name(), 0, "", ""), SourceFiles.explain(unreadable));
        }
        return false;
    }
}
