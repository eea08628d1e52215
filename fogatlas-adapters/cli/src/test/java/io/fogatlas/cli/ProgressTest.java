package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private final CountDownLatch told = new CountDownLatch(1);
    private final StringWriter text = new StringWriter();
    private final PrintWriter err = new PrintWriter(text) {
        @Override
        public void flush() {
            told.countDown();
        }
    };

    @Test
    void saysNothingOfWhatIsQuick() {
        int answer = new Progress(err, true, Duration.ofMinutes(1)).during("placing", () -> 42);

        assertThat(answer).isEqualTo(42);
        assertThat(text.toString()).isEmpty();
    }

    @Test
    void saysOnceWhatTakesLong() {
        assertThat(new Progress(err, false, AT_ONCE).during("placing \u001Bx", this::untilTold))
                .isTrue();
        assertThat(text.toString()).isEqualToNormalizingNewlines("placing \\u001bx …\n");
    }

    @Test
    void countsTheSecondsOnATerminalAndCleansUp() {
        assertThat(new Progress(err, true, AT_ONCE).during("placing", this::untilTold))
                .isTrue();
        assertThat(text.toString())
                .startsWith("\r\u001B[2Kplacing … 0 s")
                .endsWith("\r\u001B[2K")
                .doesNotContain("\n");
    }

    private boolean untilTold() {
        try {
            return told.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
