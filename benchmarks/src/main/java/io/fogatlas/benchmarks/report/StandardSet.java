package io.fogatlas.benchmarks.report;

import io.fogatlas.benchmarks.Settings;
import io.fogatlas.benchmarks.instances.Instances;
import io.fogatlas.manifests.networks.ImportOptions;
import io.fogatlas.placement.PlacementEngine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Runs the standard set of studies and writes a report of Markdown, comma-separated values, SVG and PNG.
 *
 * <p>{@code java -cp benchmarks.jar io.fogatlas.benchmarks.report.StandardSet --profile short --out report}
 */
public final class StandardSet {
    static final Map<String, String> DEFAULTS = Map.of(
            "profile", "standard",
            "studies", "all",
            "algorithms", "",
            "seeds", "",
            "peers", "yes",
            "network", "",
            "out", "benchmark-report");

    private final Map<String, Study> studies = new TreeMap<>();

    private StandardSet(Iterable<Study> installed) {
        for (Study study : installed) {
            Study other = studies.put(Keys.require(study.key()), study);
            if (other != null) {
                throw new IllegalStateException("Two studies are called '" + study.key() + "': "
                        + other.getClass().getName() + " and "
                        + study.getClass().getName());
            }
        }
    }

    /**
     * Runs the studies.
     *
     * @param args pairs of an option and its value: {@code --profile} (short, standard or long), {@code --studies} (names with commas
     *     between, or all), {@code --algorithms} (names of installed algorithms with commas between, in place of those that a study usually
     *     measures), {@code --seeds} (the first and the last, such as 1-10, in place of those that a study usually takes), {@code --peers}
     *     (yes or no: whether to measure other solvers beside), {@code --network} (a file with your own
     *     network, to measure on too), {@code --out} (the directory for the report, which must be empty or not there)
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        try {
            System.exit(run(args, ServiceLoader.load(Study.class), System.out));
        } catch (IllegalArgumentException | IOException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
        }
    }

    /**
     * Runs studies.
     *
     * @return 0 if all went well, 1 if a study failed
     * @throws IllegalArgumentException if an option cannot be used; nothing is written then
     */
    static int run(String[] args, Iterable<Study> installed, PrintStream progress)
            throws IOException, InterruptedException {
        Settings options = Settings.read(args, DEFAULTS);
        List<Study> chosen = new StandardSet(installed).chosen(options);
        StudySettings settings = settings(options);
        ReportFiles files = ReportFiles.in(Path.of(options.text("out")));
        List<List<String>> facts = new ArrayList<>(Environment.facts());
        facts.add(
                List.of("Started", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
        facts.add(List.of("Command", "`" + command(args) + "`"));
        facts.add(List.of("Seeds", settings.seeds().isEmpty() ? "each study's own" : options.text("seeds")));
        List<Section> sections = new ArrayList<>();
        for (Study study : chosen) {
            progress.println("study " + study.key());
            sections.add(section(study, settings, files, progress));
            files.writeText(new MarkdownReport().of(facts, sections));
        }
        progress.println("report " + files.report());
        return sections.stream().allMatch(section -> section.failure().isEmpty()) ? 0 : 1;
    }

    private List<Study> chosen(Settings options) {
        if (options.text("studies").equals("all")) {
            return List.copyOf(studies.values());
        }
        Map<String, Study> chosen = new LinkedHashMap<>();
        for (String key : options.list("studies")) {
            Study study = studies.get(key);
            if (study == null) {
                throw new IllegalArgumentException(
                        "There is no study '" + key + "'. Use some of " + studies.keySet() + ", or all.");
            }
            chosen.put(key, study);
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("No study is named. Use some of " + studies.keySet() + ", or all.");
        }
        return List.copyOf(chosen.values());
    }

    private static StudySettings settings(Settings options) {
        Profile profile = Profile.named(options.text("profile"));
        PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();
        List<String> algorithms = options.list("algorithms");
        algorithms.forEach(engine::algorithm);
        int[] ends = options.text("seeds").isEmpty() ? new int[] {1, 0} : options.range("seeds");
        boolean peers =
                switch (options.text("peers")) {
                    case "yes" -> true;
                    case "no" -> false;
                    default ->
                        throw new IllegalArgumentException(
                                "Cannot use '%s' of '--peers'. Give yes or no.".formatted(options.text("peers")));
                };
        return new StudySettings(
                profile,
                algorithms,
                LongStream.rangeClosed(ends[0], ends[1]).boxed().toList(),
                peers,
                network(options.text("network")));
    }

    private static Optional<Path> network(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Path file = Path.of(name);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("Cannot read the network '" + name + "'. Give a file by --network.");
        }
        // It is read here to refuse it at once rather than after other studies.
        Instances.file(file, ImportOptions.defaults());
        return Optional.of(file);
    }

    private static Section section(Study study, StudySettings settings, ReportFiles files, PrintStream progress)
            throws InterruptedException {
        long start = System.nanoTime();
        String load = Environment.load();
        Optional<Findings> findings = Optional.empty();
        String failure = "";
        try {
            Findings found = study.run(settings, progress);
            files.write(study.key(), found);
            findings = Optional.of(found);
        } catch (IOException | RuntimeException failed) {
            // The studies that come after it are worth having, and so are those before.
            failure = failed.toString();
            progress.println("study " + study.key() + " failed: " + failure);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new Section(study.key(), took, load + ", " + Environment.load(), findings, failure);
    }

    private static String command(String[] args) {
        return "java -cp benchmarks.jar " + StandardSet.class.getName() + (args.length == 0 ? "" : " ")
                + String.join(" ", args);
    }
}
