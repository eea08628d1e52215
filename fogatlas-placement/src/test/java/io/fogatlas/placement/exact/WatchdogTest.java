package io.fogatlas.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WatchdogTest {
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void letLateThreadsEnd() {
        end.countDown();
    }

    private String late() throws InterruptedException {
        end.await();
        return "late";
    }

    @Test
    void givesWhatTheJobGives() {
        assertThat(Watchdog.run(() -> "done", () -> {}, () -> false)).contains("done");
    }

    @Test
    void goesOnWithoutAJobThatDoesNotStop() {
        AtomicBoolean stopped = new AtomicBoolean();

        assertThat(Watchdog.run(this::late, () -> stopped.set(true), () -> true))
                .isEmpty();

        assertThat(stopped).isTrue();
    }

    @Test
    void waitsAMomentForAJobThatStops() {
        assertThat(Watchdog.run(this::late, end::countDown, () -> true)).contains("late");
    }

    @Test
    void runsTheJobOnAThreadThatKeepsNoProgramFromEnding() {
        AtomicReference<Thread> thread = new AtomicReference<>(Thread.currentThread());

        Watchdog.run(
                () -> {
                    thread.set(Thread.currentThread());
                    return "done";
                },
                () -> {},
                () -> false);

        assertThat(thread.get()).isNotSameAs(Thread.currentThread());
        assertThat(thread.get().isDaemon()).isTrue();
    }

    @Test
    void stopsOnInterruptAndLeavesTheInterruptToTheCaller() {
        AtomicBoolean stopped = new AtomicBoolean();
        Thread.currentThread().interrupt();

        assertThat(Watchdog.run(this::late, () -> stopped.set(true), () -> false))
                .isEmpty();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped).isTrue();
    }

    @Test
    void passesOnWhatTheJobThrows() {
        assertThatThrownBy(() -> Watchdog.run(
                        () -> {
                            throw new ArithmeticException("too large");
                        },
                        () -> {},
                        () -> false))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("too large");
        assertThatThrownBy(() -> Watchdog.run(
                        () -> {
                            throw new StackOverflowError();
                        },
                        () -> {},
                        () -> false))
                .isInstanceOf(StackOverflowError.class);
    }
}
