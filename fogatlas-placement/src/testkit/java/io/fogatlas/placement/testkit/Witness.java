package io.fogatlas.placement.testkit;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.AlgorithmErrorException;
import io.fogatlas.placement.Answer;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs an algorithm on one request and, if its answer is wrong, says what was answered, what is wrong with it, and what is true. */
final class Witness implements PlacementAlgorithm {
    private static final PlacementEngine ENGINE = new PlacementEngine(List.of());

    private final PlacementAlgorithm algorithm;
    private Optional<Placement> answered = Optional.empty();

    private Witness(PlacementAlgorithm algorithm) {
        this.algorithm = algorithm;
    }

    /**
     * Places.
     *
     * @throws WrongAnswerError if the engine refuses the answer
     */
    static Decision place(PlacementRequest request, PlacementAlgorithm algorithm) {
        Witness witness = new Witness(algorithm);
        try {
            return ENGINE.place(request, witness, SearchListener.NONE);
        } catch (AlgorithmErrorException error) {
            throw new WrongAnswerError(() -> witness.statement(request, error), error);
        }
    }

    /** Says what is true of a request, as far as brute force can tell. */
    static String truth(PlacementRequest request) {
        List<String> lines = new ArrayList<>();
        Truth truth = BruteForce.solve(request);
        if (truth instanceof Truth.Optimum optimum) {
            lines.add("the best placement scores %s:".formatted(optimum.score().value()));
            lines.addAll(DomainText.of(optimum.placement()));
        } else {
            lines.add(truth instanceof Truth.Infeasible ? "there is no placement" : "the truth is not known");
        }
        return String.join("\n  ", lines);
    }

    private String statement(PlacementRequest request, AlgorithmErrorException error) {
        List<String> lines = new ArrayList<>();
        if (error.violations().isEmpty()) {
            lines.add(String.valueOf(error.getMessage()));
        } else {
            lines.add("'%s' breaks rules:".formatted(name()));
            error.violations()
                    .forEach(violation ->
                            lines.add("  " + violation.getClass().getSimpleName() + ": " + violation.text()));
        }
        answered.ifPresent(placement -> {
            lines.add("it answers:");
            DomainText.of(placement).forEach(line -> lines.add("  " + line));
        });
        lines.add(truth(request));
        return String.join("\n", lines);
    }

    @Override
    public String name() {
        return algorithm.name();
    }

    @Override
    public List<String> aliases() {
        return algorithm.aliases();
    }

    @Override
    public String description() {
        return algorithm.description();
    }

    @Override
    public Answer solve(PlacementProblem problem, Search search) {
        Answer answer = algorithm.solve(problem, search);
        answered = answer.placement();
        return answer;
    }
}
