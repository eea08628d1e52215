package io.fogatlas.benchmarks.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares two runs of JMH benchmarks and says what became significantly slower.
 *
 * <p>{@code java -cp benchmarks.jar io.fogatlas.benchmarks.report.CompareRuns last/speed.json this/speed.json --fail-above 1.2}
 */
public final class CompareRuns {
    private static final String USAGE =
            "Give two files with JMH results in JSON, the older first, and perhaps --fail-above with a number above 1.";

    private CompareRuns() {}

    /**
     * Prints a table of Markdown: how many times as long each benchmark takes in the second run, with the range that the confidence intervals of
     * both leave.
     *
     * @param args two files with JMH results in JSON, the older first; then perhaps {@code --fail-above} and a ratio above 1: the exit code is
     *     1 if a benchmark became significantly slower by more than that
     */
    public static void main(String[] args) {
        try {
            System.exit(run(args, System.out));
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
        } catch (IOException failed) {
            System.err.println("Cannot read " + failed.getMessage() + ". " + USAGE);
            System.exit(2);
        }
    }

    static int run(String[] args, PrintStream out) throws IOException {
        boolean limited = args.length == 4 && args[2].equals("--fail-above");
        if (args.length != 2 && !limited) {
            throw new IllegalArgumentException(USAGE);
        }
        double limit = limited ? limit(args[3]) : Double.POSITIVE_INFINITY;
        Map<String, JmhResult> old = JmhResult.read(Path.of(args[0]));
        Map<String, JmhResult> recent = JmhResult.read(Path.of(args[1]));
        out.println("| benchmark | old | new | unit | times as long | range | |");
        out.println("|---|--:|--:|---|--:|--:|---|");
        int failed = 0;
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(recent.keySet());
        for (String name : names) {
            JmhResult before = old.get(name);
            JmhResult after = recent.get(name);
            if (before == null || after == null) {
                out.printf(
                        "| %s | %s | %s | | | | only in the %s run |%n",
                        name, score(before), score(after), before == null ? "new" : "old");
                continue;
            }
            Comparison comparison = Comparison.of(name, before, after);
            failed += comparison.isSlower() && comparison.ratio() > limit ? 1 : 0;
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %.3f | %s | %s |%n",
                    name,
                    score(before),
                    score(after),
                    after.unit(),
                    comparison.ratio(),
                    comparison.range(),
                    comparison.verdict());
        }
        if (failed > 0) {
            out.printf("%n%d of %d benchmarks became slower by more than %s times.%n", failed, names.size(), args[3]);
        }
        return failed > 0 ? 1 : 0;
    }

    private static String score(@Nullable JmhResult result) {
        return result == null ? "" : Spread.text(result.score());
    }

    private static double limit(String text) {
        if (text.matches("\\d{1,6}(\\.\\d{1,6})?") && Double.parseDouble(text) > 1) {
            return Double.parseDouble(text);
        }
        throw new IllegalArgumentException("Cannot use '" + text + "' of --fail-above. " + USAGE);
    }

    /** How many times as long one benchmark takes, and between which ends that is with the confidence of both runs. */
    record Comparison(double ratio, double low, double high) {
        static Comparison of(String name, JmhResult before, JmhResult after) {
            if (!before.unit().equals(after.unit())) {
                throw new IllegalArgumentException("Cannot compare '" + name + "': it is measured in " + before.unit()
                        + " in the old run and in " + after.unit() + " in the new one.");
            }
            JmhResult slow = after.higherIsBetter() ? before : after;
            JmhResult fast = after.higherIsBetter() ? after : before;
            return new Comparison(slow.score() / fast.score(), slow.low() / fast.high(), slow.high() / fast.low());
        }

        boolean isSlower() {
            return low > 1;
        }

        String range() {
            return Double.isFinite(low) && Double.isFinite(high) && low >= 0
                    ? String.format(Locale.ROOT, "%.3f–%.3f", low, high)
                    : "";
        }

        String verdict() {
            return isSlower() ? "**slower**" : high < 1 && high > 0 ? "faster" : "";
        }
    }
}
