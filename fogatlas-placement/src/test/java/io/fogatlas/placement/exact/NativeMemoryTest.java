package io.fogatlas.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fogatlas.placement.problem.PlacementProblem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Native memory is given back after each solve: 300 of them, ten times as many in the long profile. */
final class NativeMemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int ROUNDS = 150 * Integer.getInteger("fogatlas.tries", 500) / 500;
    private static final int WARM_UP = 50;
    private static final long MOST_GROWTH_KIB = 40_000;

    @Test
    void givesNativeMemoryBack() throws IOException {
        assumeThat(STATUS).exists();
        solve(WARM_UP);
        long before = residentKibOutsideTheHeap();

        solve(ROUNDS);

        assertThat(residentKibOutsideTheHeap() - before).isLessThan(MOST_GROWTH_KIB);
    }

    private static void solve(int times) {
        PlacementProblem problem = PlacementProblem.of(GridRequests.request(2, 3, 1, Duration.ofMinutes(1)));
        for (int i = 0; i < times; i++) {
            ExactSolver solver = new ExactSolver(problem, Restriction.none(problem));
            ExactSolver.Limits limits = ExactSolver.Limits.of(Duration.ofMinutes(1), () -> false);
            assertThat(solver.solve(new ScipEngine(), limits)).isInstanceOf(Solution.Stopped.class);
            ExactSolver.Limits little = new ExactSolver.Limits(
                    Duration.ofMinutes(1),
                    () -> false,
                    Double.POSITIVE_INFINITY,
                    i,
                    placement -> {},
                    bound -> {},
                    /* effort= */ 0.002);
            assertThat(solver.solve(new CpSatEngine(/* presolve= */ true), little))
                    .isNotInstanceOf(Solution.Infeasible.class);
        }
    }

    private static long residentKibOutsideTheHeap() throws IOException {
        String resident = Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
        return Long.parseLong(resident.replaceAll("\\D", "")) - heap / 1024;
    }
}
