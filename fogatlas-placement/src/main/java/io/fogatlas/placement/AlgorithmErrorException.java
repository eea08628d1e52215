package io.fogatlas.placement;

import io.fogatlas.placement.verification.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** An algorithm answered with a placement that breaks rules, or with a bound above its score. That is a bug of the algorithm. */
public final class AlgorithmErrorException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** What is broken. */
    private final transient List<Violation> violations;

    /**
     * Reports an error.
     *
     * @param algorithm the name of the algorithm
     * @param what what it did wrong, as the rest of a sentence that starts with it
     * @param violations the rules its placement breaks; empty if it was the bound that was wrong
     */
    public AlgorithmErrorException(String algorithm, String what, List<Violation> violations) {
        super("The algorithm '%s' %s. This is a bug of the algorithm; please report it with the problem.%s"
                .formatted(
                        algorithm,
                        what,
                        violations.stream()
                                .map(violation -> "\n  " + violation.text())
                                .collect(Collectors.joining())));
        this.violations = List.copyOf(violations);
    }

    /**
     * Lists the rules the placement breaks.
     *
     * @return the violations; empty if it was the bound that was wrong
     */
    public List<Violation> violations() {
        return violations;
    }
}
