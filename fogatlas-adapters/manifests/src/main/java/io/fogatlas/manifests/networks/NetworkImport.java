package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.ManifestException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads network files of others into the model.
 *
 * <p>Stateless and thread-safe; the same files and options give the same result. What a file holds makes it throw
 * {@link ManifestException} and nothing else.
 */
public final class NetworkImport {
    private NetworkImport() {}

    /**
     * Reads a file of a format that is told by its content.
     *
     * @param file the file
     * @param options what to assume where it says nothing
     * @return the network, and what was invented for it
     * @throws ManifestException with every problem of the file, or if its format is none that can be imported
     */
    public static ImportedNetwork read(NetworkFile file, ImportOptions options) {
        return read(List.of(file), options);
    }

    /**
     * Reads files that belong together, of a format that is told by their content: some of {@link NetworkFormat#DIKTYO} and
     * manifests with the Deployments these name, or one file of any other format.
     *
     * @param files the files; at least one
     * @param options what to assume where they say nothing
     * @return the network, and what was invented for it
     * @throws ManifestException with every problem of the files, or if there is no one format for them
     */
    public static ImportedNetwork read(List<NetworkFile> files, ImportOptions options) {
        for (NetworkFile file : files) {
            if (file.format().equals(Optional.of(NetworkFormat.DIKTYO))) {
                return read(NetworkFormat.DIKTYO, files, options);
            }
        }
        NetworkFile first = first(files);
        NetworkFormat format = first.format()
                .orElseThrow(
                        () -> FileProblems.refusal(first.name(), "is of no format that can be imported: " + known()));
        return read(format, files, options);
    }

    /**
     * Reads files of a known format.
     *
     * @param format the format
     * @param files one file; of {@link NetworkFormat#DIKTYO} any number that belong together
     * @param options what to assume where they say nothing
     * @return the network, and what was invented for it
     * @throws ManifestException with every problem of the files, or if there are too many
     */
    public static ImportedNetwork read(NetworkFormat format, List<NetworkFile> files, ImportOptions options) {
        Objects.requireNonNull(options, "options");
        NetworkFile file = first(files);
        FileProblems problems = new FileProblems(file.name());
        String name = nameOf(file);
        if (format == NetworkFormat.DIKTYO) {
            return DiktyoReader.read(files, options, problems, name);
        }
        if (files.size() > 1) {
            throw FileProblems.refusal(
                    files.get(1).name(),
                    "cannot be read together with " + FileProblems.quoted(file.name()) + ": a file of the format "
                            + format.label() + " is a network of its own");
        }
        NetworkDraft draft =
                switch (format) {
                    case GRAPHML -> GraphmlReader.read(file, problems, name);
                    case SNDLIB -> SndlibReader.read(file, problems, name, options);
                    default -> RepetitaReader.read(file, problems, name);
                };
        problems.throwIfAny();
        return new NetworkAssembly(draft, options).assemble(problems);
    }

    private static NetworkFile first(List<NetworkFile> files) {
        if (files.isEmpty()) {
            throw FileProblems.refusal("", "there is no file to read");
        }
        return files.get(0);
    }

    private static String known() {
        return Arrays.stream(NetworkFormat.values()).map(NetworkFormat::label).collect(Collectors.joining(", "));
    }

    /** Gives a file's name without its folder and ending. */
    private static String nameOf(NetworkFile file) {
        String name = file.name()
                .substring(Math.max(file.name().lastIndexOf('/'), file.name().lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
