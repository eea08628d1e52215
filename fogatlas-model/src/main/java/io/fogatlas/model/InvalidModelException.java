package io.fogatlas.model;

import java.util.List;
import java.util.stream.Collectors;

/** Refuses a value of the domain, with every problem found in it at once. */
public final class InvalidModelException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The problems; never empty. */
    private final transient List<Problem> problems;

    /**
     * Refuses a value.
     *
     * @param problems what is wrong with it; at least one
     */
    public InvalidModelException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Says everything that is wrong.
     *
     * @return the problems in the order they were found; never empty
     */
    public List<Problem> problems() {
        return problems;
    }
}
