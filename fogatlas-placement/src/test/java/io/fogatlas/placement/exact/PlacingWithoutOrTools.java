package io.fogatlas.placement.exact;

import io.fogatlas.placement.Fixtures;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.greedy.GreedyAlgorithm;
import java.util.List;

/** What {@link SolverLibraryTest} runs where there is no OR-Tools. */
public final class PlacingWithoutOrTools {
    private PlacingWithoutOrTools() {}

    /**
     * Places a small application.
     *
     * @param algorithm greedy or ilp
     * @return the name of the outcome
     */
    public static String outcomeBy(String algorithm) {
        List<PlacementAlgorithm> algorithms = List.of(new GreedyAlgorithm(), new IlpAlgorithm());
        PlacementRequest request = PlacementRequest.of(
                Fixtures.line(),
                Fixtures.application()
                        .add(Fixtures.free("m", 500))
                        .add(Fixtures.flow("cam", "m", 10))
                        .build());
        return new PlacementEngine(algorithms)
                .place(request, algorithm)
                .outcome()
                .name();
    }
}
