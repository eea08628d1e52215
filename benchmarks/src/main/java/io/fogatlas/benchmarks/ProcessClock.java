package io.fogatlas.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Measures how much time has passed, and how much of the processors' time this process has had, whichever thread it was for. */
final class ProcessClock {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long startNanos = System.nanoTime();
    private final long startCpuNanos = PROCESS.getProcessCpuTime();

    private ProcessClock() {}

    static ProcessClock start() {
        return new ProcessClock();
    }

    Duration wall() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    Duration cpu() {
        return Duration.ofNanos(PROCESS.getProcessCpuTime() - startCpuNanos);
    }
}
