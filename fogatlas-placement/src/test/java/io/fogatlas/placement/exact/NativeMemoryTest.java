package io.fogatlas.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Native memory is given back after each solve: 200 of them, ten times as many in the long profile. */
final class NativeMemoryTest {
    private static final int ROUNDS = 100 * Integer.getInteger("fogatlas.tries", 500) / 500;
    /** Without a leak memory grows by less than a third of this, and by twice as much if models alone are kept. */
    private static final long MOST_KIB_A_ROUND = 80;

    @Test
    void givesNativeMemoryBack() throws IOException, InterruptedException {
        assumeThat(SolvingAgainAndAgain.STATUS).exists();

        assertThat(growthKib()).isLessThan(ROUNDS * MOST_KIB_A_ROUND);
    }

    /** In a process of its own whose heap is touched from the start, so that nothing but native memory can grow. */
    private static long growthKib() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xms64m",
                        "-Xmx64m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        SolvingAgainAndAgain.class.getName(),
                        Integer.toString(ROUNDS))
                .redirectError(Redirect.INHERIT);
        // Each solve has a thread of its own: with one arena for all, what glibc keeps does not differ from run to run.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("exit code").isZero();
        return Long.parseLong(said.strip());
    }
}
