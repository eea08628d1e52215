package io.fogatlas.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/** What the figures depend on besides the software's own doing: hardware, operating system, JVM, versions. */
final class Environment {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Environment() {}

    /** Facts as rows of a name and a value. */
    static List<List<String>> facts() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        RuntimeMXBean jvm = ManagementFactory.getRuntimeMXBean();
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("Processor", processor(system)));
        facts.add(List.of("Processors that the JVM may use", String.valueOf(system.getAvailableProcessors())));
        facts.add(List.of("Memory", gibibytes(system.getTotalMemorySize())));
        facts.add(List.of("Operating system", system.getName() + " " + system.getVersion() + ", " + system.getArch()));
        facts.add(List.of("JVM", jvm.getVmName() + " " + jvm.getVmVersion() + " by " + jvm.getVmVendor()));
        facts.add(List.of(
                "JVM options", jvm.getInputArguments().isEmpty() ? "none" : String.join(" ", jvm.getInputArguments())));
        facts.add(List.of("Largest heap", gibibytes(Runtime.getRuntime().maxMemory())));
        facts.add(List.of("Versions", versions()));
        facts.add(List.of("Commit", SourceCommit.text()));
        return facts;
    }

    /** How many processes wanted a processor in the last minute; empty where the system does not say. */
    static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "" : String.format(Locale.ROOT, "%.1f", load);
    }

    private static String processor(OperatingSystemMXBean system) {
        if (!Files.isReadable(PROCESSORS)) {
            return system.getArch();
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(system.getArch());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String versions() {
        Properties versions = properties("versions.properties");
        return String.join(
                ", ",
                versions.stringPropertyNames().stream()
                        .sorted()
                        .map(name -> name + " " + versions.getProperty(name))
                        .toList());
    }

    private static Properties properties(String name) {
        Properties properties = new Properties();
        try (InputStream stream = Environment.class.getResourceAsStream(name)) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return properties;
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1 << 30));
    }
}
