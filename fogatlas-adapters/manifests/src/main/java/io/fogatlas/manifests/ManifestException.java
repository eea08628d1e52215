package io.fogatlas.manifests;

import java.util.List;
import java.util.stream.Collectors;

/** Refuses manifests, with every problem of every file at once. Nothing else is thrown because of what is in a file. */
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The problems; never empty. */
    private final transient List<ManifestProblem> problems;

    /**
     * Refuses manifests.
     *
     * @param problems what is wrong with them; at least one
     */
    public ManifestException(List<ManifestProblem> problems) {
        super(problems.stream().map(ManifestProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Says everything that is wrong.
     *
     * @return the problems by file and line; never empty
     */
    public List<ManifestProblem> problems() {
        return problems;
    }
}
