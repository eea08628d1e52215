package io.fogatlas.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Measures how much time has passed, and how much of the processors' time this process has had, whichever thread it was for. */
public final class ProcessClock {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long startNanos = System.nanoTime();
    private final long startCpuNanos = PROCESS.getProcessCpuTime();

    private ProcessClock() {}

    /**
     * Starts a clock.
     *
     * @return a clock that starts now
     */
    public static ProcessClock start() {
        return new ProcessClock();
    }

    /**
     * Says how much time has passed.
     *
     * @return the time since the start
     */
    public Duration wall() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /**
     * Says how much time the processors have spent on this process.
     *
     * @return the time since the start, of all threads together
     */
    public Duration cpu() {
        return Duration.ofNanos(PROCESS.getProcessCpuTime() - startCpuNanos);
    }
}
