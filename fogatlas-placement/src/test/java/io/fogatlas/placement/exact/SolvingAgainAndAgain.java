package io.fogatlas.placement.exact;

import io.fogatlas.placement.problem.PlacementProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What {@link NativeMemoryTest} runs in a process of its own: solves by each engine, and tells by how much memory grew. */
final class SolvingAgainAndAgain {
    /** What Linux says of this process. */
    static final Path STATUS = Path.of("/proc/self/status");

    private static final int WARM_UP = 40;
    private static final Duration LONG = Duration.ofMinutes(1);

    private SolvingAgainAndAgain() {}

    /**
     * Prints by how many KiB the resident memory of this process grew.
     *
     * @param arguments how often to solve by each engine
     * @throws IOException if Linux does not tell
     */
    public static void main(String[] arguments) throws IOException {
        solve(WARM_UP);
        long before = residentKib();

        solve(Integer.parseInt(arguments[0]));

        System.out.println(residentKib() - before);
    }

    private static void solve(int times) {
        PlacementProblem problem = PlacementProblem.of(GridRequests.request(4, 6, 1, LONG));
        for (int i = 0; i < times; i++) {
            ExactSolver solver = new ExactSolver(problem, Restriction.none(problem));
            require(solver.solve(new ScipEngine(), limits(i)) instanceof Solution.Stopped);
            require(!(solver.solve(new CpSatEngine(/* presolve= */ true), limits(i)) instanceof Solution.Infeasible));
        }
    }

    /** Little effort, so that each solve of CP-SAT takes about as long. */
    private static ExactSolver.Limits limits(long seed) {
        return new ExactSolver.Limits(
                LONG, () -> false, Double.POSITIVE_INFINITY, seed, placement -> {}, bound -> {}, /* effort= */ 0.002);
    }

    private static void require(boolean asExpected) {
        if (!asExpected) {
            throw new IllegalStateException("a solve ended in another way");
        }
    }

    private static long residentKib() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
