package io.fogatlas.benchmarks.scale;

import io.fogatlas.benchmarks.instances.ApplicationShape;
import io.fogatlas.benchmarks.instances.NetworkShape;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One placement in a JVM of its own.
 *
 * @param regions how many regions
 * @param services how many microservices
 * @param algorithm the name of an algorithm
 * @param seed where random choices start from
 * @param deadlineSeconds how long the search may take
 */
record ScaleRun(int regions, int services, String algorithm, long seed, int deadlineSeconds) {
    static final NetworkShape NETWORK = NetworkShape.METRO_RINGS;
    static final ApplicationShape APPLICATION = ApplicationShape.TREE;
    static final double TIGHTNESS = 4;

    private static final String MARK = "scale ";
    private static final int EXTRA_SECONDS = 120;

    /**
     * What a placement took.
     *
     * @param placed whether there is a placement
     * @param wallSeconds how long it took, from the request to the verified decision
     * @param cpuSeconds how much time the processors spent on it, JIT compilation and garbage collection included
     * @param warmCpuSeconds how much time the processors spent on the same again, when code was compiled
     * @param heapBytes the most heap that was in use after a collection
     * @param residentBytes the most memory that the process had; 0 if unknown
     * @param links how many links the network has
     */
    record Result(
            boolean placed,
            double wallSeconds,
            double cpuSeconds,
            double warmCpuSeconds,
            long heapBytes,
            long residentBytes,
            int links) {}

    /**
     * Runs it.
     *
     * @param heapMegabytes the largest heap it may have, in MiB
     * @param warmMillis how much CPU time is spent before and while warm placements are timed, in milliseconds; they are at least two
     * @return what it took; empty if it ran out of memory
     * @throws IOException if the process fails otherwise
     */
    Optional<Result> run(int heapMegabytes, int warmMillis) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-cp",
                System.getProperty("java.class.path"),
                ScaleProbe.class.getName(),
                NETWORK.name(),
                APPLICATION.name(),
                String.valueOf(TIGHTNESS)));
        command.addAll(List.of(
                String.valueOf(regions),
                String.valueOf(services),
                algorithm,
                String.valueOf(seed),
                String.valueOf(deadlineSeconds),
                String.valueOf(warmMillis)));
        Path said = Files.createTempFile("scale", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(said.toFile()))
                    .start();
            if (!process.waitFor(deadlineSeconds + EXTRA_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("A placement on " + regions + " regions did not end in time.");
            }
            return read(Files.readString(said, StandardCharsets.UTF_8), process.exitValue());
        } finally {
            Files.delete(said);
        }
    }

    /** Reads what a probe printed. */
    static Optional<Result> read(String text, int exitValue) throws IOException {
        Optional<String> line =
                text.lines().filter(each -> each.startsWith(MARK)).findFirst();
        if (exitValue == 0 && line.isPresent()) {
            Map<String, String> values = new HashMap<>();
            for (String pair : line.get().substring(MARK.length()).split(" ", -1)) {
                String[] halves = pair.split("=", 2);
                values.put(halves[0], halves[1]);
            }
            return Optional.of(new Result(
                    Boolean.parseBoolean(values.get("placed")),
                    number(values, "wall"),
                    number(values, "cpu"),
                    number(values, "warm"),
                    (long) number(values, "heap"),
                    (long) number(values, "resident"),
                    (int) number(values, "links")));
        }
        if (text.contains("OutOfMemoryError")) {
            return Optional.empty();
        }
        throw new IOException("A placement in a JVM of its own ended with " + exitValue + ": "
                + text.lines().limit(5).toList());
    }

    private static double number(Map<String, String> values, String name) {
        return Double.parseDouble(values.getOrDefault(name, ""));
    }

    /** What a probe prints. */
    static String line(Map<String, String> values) {
        StringBuilder line = new StringBuilder(MARK);
        new TreeMap<>(values)
                .forEach((name, value) -> line.append(line.length() > MARK.length() ? " " : "")
                        .append(String.format(Locale.ROOT, "%s=%s", name, value)));
        return line.toString();
    }
}
