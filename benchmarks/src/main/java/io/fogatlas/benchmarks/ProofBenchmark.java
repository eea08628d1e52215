package io.fogatlas.benchmarks;

import io.fogatlas.placement.PlacementRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Times how long it takes to prove that a placement is optimal: ours against the solvers of OR-Tools on the textbook model, on the requests of a
 * {@link ProofShape}. Every placement is verified, and what contenders claim about one request must agree.
 *
 * <p>{@code java -cp benchmarks.jar io.fogatlas.benchmarks.ProofBenchmark --shape loose --regions 50 --microservices 20 --seeds 1-20}
 */
public final class ProofBenchmark {
    static final Map<String, String> DEFAULTS = Map.of(
            "shape", "loose",
            "regions", "50",
            "microservices", "20",
            "seeds", "1-20",
            "limit", "60",
            "contenders", "ilp,highs,scip,cp-sat",
            "warm-up", "10",
            "csv", "",
            "recorded", "");

    private ProofBenchmark() {}

    /**
     * Runs the benchmark and prints Markdown.
     *
     * @param args pairs of an option and its value: {@code --shape} (loose or tight), {@code --regions}, {@code --microservices}, {@code
     *     --seeds} (the first and the last, such as 1-20), {@code --limit} (seconds for one attempt), {@code --contenders} (see
     *     {@link Contender#named}), {@code --warm-up} (how many seconds installed algorithms run on other seeds first), {@code --csv} (a
     *     file to write all attempts to), {@code --recorded} (such a file, whose attempts at the textbook model are taken over where they
     *     fit: solvers take long, and their CPU time is about the same each time)
     * @throws IOException if a file cannot be written or read
     */
    public static void main(String[] args) throws IOException {
        try {
            List<String> contradictions = run(Settings.read(args, DEFAULTS), System.out);
            contradictions.forEach(System.err::println);
            System.exit(contradictions.isEmpty() ? 0 : 1);
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
        }
    }

    static List<String> run(Settings settings, PrintStream out) throws IOException {
        ProofShape shape = ProofShape.named(settings.text("shape"));
        int regions = settings.number("regions", 2);
        int microservices = settings.number("microservices", 1);
        int[] seeds = settings.range("seeds");
        List<Contender> contenders = Contender.named(settings.list("contenders"));
        Duration limit = Duration.ofSeconds(settings.number("limit", 1));
        warmUp(shape, regions, microservices, contenders, Duration.ofSeconds(settings.number("warm-up", 0)));
        String label = label(shape, regions, microservices);
        out.printf("## %s, %d regions × %d microservices%n%n", shape.key(), regions, microservices);
        out.println(ProofTable.markdownHeader());
        ProofTable table = new ProofTable();
        for (long seed = seeds[0]; seed <= seeds[1]; seed++) {
            PlacementRequest request = shape.request(regions, microservices, seed);
            for (Contender contender : contenders) {
                out.println(
                        table.add(row(label, seed, request, contender, limit)).markdown());
            }
        }
        if (!settings.text("recorded").isEmpty()) {
            ProofTable.ofCsv(Files.readString(Path.of(settings.text("recorded")))).stream()
                    .filter(row -> row.textbook() && row.request().equals(label))
                    .filter(row -> row.seed() >= seeds[0] && row.seed() <= seeds[1])
                    .filter(row -> !settings.list("contenders").contains(row.contender()))
                    .forEach(table::add);
        }
        out.println();
        out.println(new ProofSummary(table).markdown());
        if (!settings.text("csv").isEmpty()) {
            Files.writeString(Path.of(settings.text("csv")), table.csv());
        }
        return table.contradictions();
    }

    /** How requests of a shape and size are called. */
    static String label(ProofShape shape, int regions, int microservices) {
        return shape.key() + "-" + regions + "x" + microservices;
    }

    /** Measures one attempt. */
    static ProofTable.Row row(String label, long seed, PlacementRequest request, Contender contender, Duration limit) {
        Attempt attempt = Measured.attempt(contender, request, limit);
        return new ProofTable.Row(label, seed, contender.name(), contender.isTextbook(), attempt);
    }

    /**
     * Lets what is written in Java be compiled for the processor before time is taken, on requests that do not come again. Loads the solvers'
     * libraries too.
     */
    static void warmUp(ProofShape shape, int regions, int microservices, List<Contender> contenders, Duration time) {
        for (Contender contender : contenders) {
            contender.attempt(shape.request(5, 2, 1), Duration.ofSeconds(1));
            long end = System.nanoTime() + time.toNanos();
            for (long seed = -1; !contender.isTextbook() && System.nanoTime() < end; seed--) {
                contender.attempt(shape.request(regions, microservices, seed), Duration.ofSeconds(2));
            }
        }
    }
}
