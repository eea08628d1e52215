package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.ManifestException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
        NetworkFormat format = file.format()
                .orElseThrow(
                        () -> FileProblems.refusal(file.name(), "is of no format that can be imported: " + known()));
        return read(format, List.of(file), options);
    }

    /**
     * Reads files of a known format.
     *
     * @param format the format of at least one of them
     * @param files one file
     * @param options what to assume where they say nothing
     * @return the network, and what was invented for it
     * @throws ManifestException with every problem of the files
     */
    public static ImportedNetwork read(NetworkFormat format, List<NetworkFile> files, ImportOptions options) {
        Objects.requireNonNull(options, "options");
        NetworkFile file = files.get(0);
        FileProblems problems = new FileProblems(file.name());
        String name = nameOf(file);
        NetworkDraft draft =
                switch (format) {
                    case GRAPHML -> GraphmlReader.read(file, problems, name);
                    case SNDLIB -> SndlibReader.read(file, problems, name, options);
                    case REPETITA -> RepetitaReader.read(file, problems, name);
                    case DIKTYO -> throw problems.fatal(0, "cannot be read yet");
                };
        problems.throwIfAny();
        if (draft.nodes().isEmpty()) {
            throw problems.fatal(0, "has no node, so there is no network to import");
        }
        return new NetworkAssembly(draft, options).assemble(problems);
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
