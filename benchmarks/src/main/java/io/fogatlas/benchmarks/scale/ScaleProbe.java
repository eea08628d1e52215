package io.fogatlas.benchmarks.scale;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GarbageCollectorMXBean;
import io.fogatlas.benchmarks.ProcessClock;
import io.fogatlas.benchmarks.instances.ApplicationShape;
import io.fogatlas.benchmarks.instances.NetworkShape;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.SearchLimits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Places one application in a JVM of its own, first as a command that is run once does, with classes to load and code to compile, and then again, as a
 * service that runs does, and prints what that took.
 */
public final class ScaleProbe {
    private static final String RESIDENT = "VmHWM:";

    private static final int MOST_WARM = 500;
    private static final double LEAST_SECONDS = 1e-6;

    private ScaleProbe() {}

    /**
     * Places, and prints one line of names and values.
     *
     * @param args a {@link NetworkShape}, an {@link ApplicationShape}, tightness, how many regions, how many microservices, the name of an
     *     algorithm, a seed, the deadline in seconds, and how many milliseconds of CPU time to spend on warm placements, twice
     * @throws IOException if the system's memory statistics cannot be read
     */
    public static void main(String[] args) throws IOException {
        NetworkShape network = NetworkShape.valueOf(args[0]);
        ApplicationShape application = ApplicationShape.valueOf(args[1]);
        int regions = Integer.parseInt(args[3]);
        int services = Integer.parseInt(args[4]);
        long seed = Long.parseLong(args[6]);
        SearchLimits limits =
                new SearchLimits(Duration.ofSeconds(Integer.parseInt(args[7])), seed, 0, OptionalLong.empty());
        AtomicLong peak = watchHeap();
        PlacementRequest request = PlacementRequest.builder(
                        network.generate(regions, Double.parseDouble(args[2]), seed),
                        application.generate(services, regions, seed))
                .limits(limits)
                .build();
        PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();
        ProcessClock clock = ProcessClock.start();
        Decision decision = engine.place(request, args[5]);
        Duration wall = clock.wall();
        Duration cpu = clock.cpu();
        double warm = warmCpuSeconds(engine, request, args[5], Duration.ofMillis(Integer.parseInt(args[8])));
        System.gc();
        long held = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.println(ScaleRun.line(Map.of(
                "placed", String.valueOf(decision.isPlaced()),
                "wall", String.valueOf(wall.toNanos() / 1e9),
                "cpu", String.valueOf(cpu.toNanos() / 1e9),
                "warm", String.valueOf(warm),
                "heap", String.valueOf(Math.max(held, peak.get())),
                "resident", String.valueOf(resident()),
                "links", String.valueOf(request.infrastructure().links().size()))));
    }

    /** The mean CPU time of more placements of the same, after as many that let hot code be compiled. */
    private static double warmCpuSeconds(
            PlacementEngine engine, PlacementRequest request, String algorithm, Duration time) {
        meanCpuSeconds(engine, request, algorithm, time);
        return meanCpuSeconds(engine, request, algorithm, time);
    }

    private static double meanCpuSeconds(
            PlacementEngine engine, PlacementRequest request, String algorithm, Duration time) {
        ProcessClock clock = ProcessClock.start();
        int placements = 0;
        do {
            engine.place(request, algorithm);
            placements++;
        } while (placements < MOST_WARM && clock.cpu().compareTo(time) < 0);
        // The system may count in steps as long as a small placement.
        return Math.max(LEAST_SECONDS, clock.cpu().toNanos() / 1e9 / placements);
    }

    /** Keeps the most heap that was in use after any collection. */
    private static AtomicLong watchHeap() {
        AtomicLong peak = new AtomicLong();
        for (GarbageCollectorMXBean collector : ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class)) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, unused) -> {
                                if (notification.getUserData() instanceof CompositeData data) {
                                    Map<String, MemoryUsage> after = GarbageCollectionNotificationInfo.from(data)
                                            .getGcInfo()
                                            .getMemoryUsageAfterGc();
                                    peak.accumulateAndGet(heapOf(after), Math::max);
                                }
                            },
                            null,
                            null);
        }
        return peak;
    }

    private static long heapOf(Map<String, MemoryUsage> pools) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pools.containsKey(pool.getName())
                        ? pools.get(pool.getName()).getUsed()
                        : 0)
                .sum();
    }

    /** The most memory that the process had, as the system counts, in bytes; 0 where it does not say. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        List<String> lines = Files.isReadable(status) ? Files.readAllLines(status) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith(RESIDENT))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                .findFirst()
                .orElse(0);
    }
}
