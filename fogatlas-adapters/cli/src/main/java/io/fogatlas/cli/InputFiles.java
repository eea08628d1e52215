package io.fogatlas.cli;

import io.fogatlas.manifests.ManifestException;
import io.fogatlas.manifests.ManifestReader;
import io.fogatlas.manifests.Manifests;
import io.fogatlas.manifests.Source;
import io.fogatlas.model.infrastructure.ComputeNode;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files of manifests that a command reads. */
final class InputFiles {
    /** What the user types for standard input. */
    static final String STANDARD_INPUT = "-";

    /** What messages call it. */
    static final String STANDARD_INPUT_NAME = "standard input";

    private static final int MOST_NAMED = 3;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "YAML or JSON with Region, Link, ExternalEndpoint, FADepl, Node and Pod objects: files, directories, or - for"
                        + " standard input. All are read together, in the order given."
            })
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--region-label",
            paramLabel = "LABEL",
            description = "The label by which a Node says its region (default: ${DEFAULT-VALUE}).")
    private String regionLabel = ComputeNode.REGION_LABEL;

    /**
     * Reads the files and tells of what was left out.
     *
     * @throws CommandException if anything in them is wrong
     */
    Manifests read(InputStream in, Messages messages) {
        try {
            Manifests manifests = new ManifestReader(regionLabel).read(sources(files, in));
            manifests.warnings().forEach(warning -> messages.warning(warning.toString()));
            return manifests;
        } catch (ManifestException refused) {
            throw CommandException.badInput(refused);
        }
    }

    /** Makes sources of what the user typed. */
    static List<Source> sources(List<String> files, InputStream in) {
        requireStandardInputOnce(files);
        return files.stream()
                .map(file -> file.equals(STANDARD_INPUT) ? Source.of(STANDARD_INPUT_NAME, in) : Source.of(path(file)))
                .toList();
    }

    /** Refuses files of which more than one is standard input. */
    static void requireStandardInputOnce(List<String> files) {
        if (files.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw CommandException.badInput("standard input (-) can be read only once");
        }
    }

    /** The label by which nodes say their region. */
    String regionLabel() {
        return regionLabel;
    }

    /** Lists what the user typed. */
    List<String> files() {
        return files;
    }

    /** Reads a path. */
    static Path path(String text) {
        if (text.isEmpty()) {
            throw CommandException.badInput("the name of a file is empty");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException invalid) {
            throw CommandException.badInput("'" + text + "' is not a path: " + invalid.getReason());
        }
    }

    /** Names the files, or says how many there are if they are more than a few. */
    @Override
    public String toString() {
        if (files.size() > MOST_NAMED) {
            return files.size() + " files";
        }
        return files.stream()
                .map(file -> file.equals(STANDARD_INPUT) ? STANDARD_INPUT_NAME : file)
                .collect(Collectors.joining(", "));
    }
}
