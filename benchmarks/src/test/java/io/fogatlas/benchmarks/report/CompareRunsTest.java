package io.fogatlas.benchmarks.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareRunsTest {
    @TempDir
    private Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private static String result(String name, String mode, String unit, double score, double half) {
        return String.format(Locale.ROOT, """
                {"benchmark": "io.x.%s", "mode": "%s", "params": {"size": "10"}, "primaryMetric": {"score": %f, "scoreError": %f,
                 "scoreConfidence": [%f, %f], "scoreUnit": "%s"}}""", name, mode, score, half, score - half, score + half, unit);
    }

    private Path file(String name, String... results) throws IOException {
        return Files.writeString(directory.resolve(name), "[" + String.join(",", results) + "]");
    }

    private int compare(Object... args) throws IOException {
        String[] texts = new String[args.length];
        for (int arg = 0; arg < args.length; arg++) {
            texts[arg] = args[arg].toString();
        }
        return CompareRuns.run(texts, new PrintStream(printed, /* autoFlush= */ true, UTF_8));
    }

    @Test
    void saysHowManyTimesAsLongEachTakesAndWhatIsSignificant() throws IOException {
        Path old = file(
                "old.json",
                result("A.place", "avgt", "ms/op", 10, 1),
                result("A.search", "thrpt", "ops/s", 900, 10),
                result("A.gone", "avgt", "ms/op", 1, 0),
                result("A.noisy", "avgt", "ms/op", 10, 9));
        Path recent = file(
                "new.json",
                result("A.place", "avgt", "ms/op", 15, 1),
                result("A.search", "thrpt", "ops/s", 1800, 10),
                result("A.noisy", "avgt", "ms/op", 20, 9));

        int status = compare(old, recent);

        assertThat(status).isZero();
        assertThat(printed.toString(UTF_8))
                .contains("| A.place avgt size=10 | 10.0 | 15.0 | ms/op | 1.500 | 1.273–1.778 | **slower** |")
                .contains("| A.search thrpt size=10 | 900 | 1800 | ops/s | 0.500 | 0.492–0.508 | faster |")
                .contains("| A.noisy avgt size=10 | 10.0 | 20.0 | ms/op | 2.000 | 0.579–29.000 |  |")
                .contains("| A.gone avgt size=10 | 1.00 |  | | | | only in the old run |");
    }

    @Test
    void failsIfSomethingIsSlowerThanAllowed() throws IOException {
        Path old = file("old.json", result("A.place", "avgt", "ms/op", 10, 0.1));
        Path recent = file("new.json", result("A.place", "avgt", "ms/op", 15, 0.1));

        assertThat(compare(old, recent, "--fail-above", "1.2")).isEqualTo(1);
        assertThat(printed.toString(UTF_8)).contains("1 of 1 benchmarks became slower by more than 1.2 times.");
        assertThat(compare(old, recent, "--fail-above", "1.6")).isZero();
        assertThat(compare(recent, old, "--fail-above", "1.2")).isZero();
    }

    @Test
    void doesNotFailForADifferenceThatMayBeChance() throws IOException {
        Path old = file("old.json", result("A.place", "avgt", "ms/op", 10, 5));
        Path recent = file("new.json", result("A.place", "avgt", "ms/op", 15, 5));
        String unsure = Files.readString(recent).replaceAll("\\[[0-9., ]+\\]", "[\"NaN\", \"NaN\"]");
        Path single = Files.writeString(directory.resolve("single.json"), unsure);

        assertThat(compare(old, recent, "--fail-above", "1.2")).isZero();
        assertThat(compare(old, single, "--fail-above", "1.2")).isZero();
        assertThat(printed.toString(UTF_8)).contains("| 1.500 |  |  |");
    }

    @Test
    void refusesWhatItCannotCompare() throws IOException {
        Path good = file("good.json", result("A.place", "avgt", "ms/op", 10, 1));
        Path other = file("other.json", result("A.place", "avgt", "us/op", 10, 1));
        Path text = Files.writeString(directory.resolve("text.json"), "hello");
        Path object = Files.writeString(directory.resolve("object.json"), "{}");
        Path list = Files.writeString(directory.resolve("list.json"), "[{}]");

        refuses("Give two files", good);
        refuses("Give two files", good, good, "--fail");
        refuses("'0.5' of --fail-above", good, good, "--fail-above", "0.5");
        refuses("There is no file", good, directory.resolve("missing.json"));
        refuses("Cannot read", good, text);
        refuses("does not hold JMH results", good, object);
        refuses("does not hold JMH results", list, good);
        refuses("measured in ms/op in the old run and in us/op", good, other);
    }

    private void refuses(String naming, Object... args) {
        assertThatIllegalArgumentException().isThrownBy(() -> compare(args)).withMessageContaining(naming);
    }
}
