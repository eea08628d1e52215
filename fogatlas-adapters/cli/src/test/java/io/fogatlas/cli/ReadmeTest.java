package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds README.md to what the command and the library really do. */
final class ReadmeTest {
    private static final Path README = Path.of("..", "..", "README.md");
    private static final Pattern OUTPUT =
            Pattern.compile("<!-- output of: ([^\n]+) -->\n```\\w+\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("<!-- java: (\\S+) -->\n```java\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern TAGGED = Pattern.compile("// tag::(\\S+)\\[]\n(.*?) *// end::\\1\\[]", Pattern.DOTALL);

    /** Leaves out what is different every time. */
    private static String timeless(String output) {
        return output.replaceAll(" in \\d+ ms\n", " in 20 ms\n")
                .replaceAll("\"wallMillis\": \\d+", "\"wallMillis\": 20");
    }

    @Test
    void showsWhatTheCommandsPrint() throws IOException {
        List<MatchResult> outputs =
                OUTPUT.matcher(Files.readString(README)).results().toList();

        assertThat(outputs).hasSizeGreaterThanOrEqualTo(4).allSatisfy(output -> {
            Run run =
                    Run.of(output.group(1).replace("fogatlas-adapters/cli/", "").split(" ", -1));
            assertThat(output.group(2)).isEqualTo(timeless(run.err() + run.out()));
        });
    }

    @Test
    void showsTheJavaThatTestsRun() throws IOException {
        Map<String, String> tested = new TreeMap<>();
        try (Stream<Path> tests = Files.list(Path.of("src/test/java/io/fogatlas/cli"))) {
            for (Path test : tests.toList()) {
                TAGGED.matcher(Files.readString(test))
                        .results()
                        .forEach(tagged ->
                                tested.put(tagged.group(1), tagged.group(2).replaceAll("(?m)^ {8}", "")));
            }
        }
        Map<String, String> shown = new TreeMap<>();
        JAVA.matcher(Files.readString(README)).results().forEach(java -> shown.put(java.group(1), java.group(2)));

        assertThat(shown).hasSizeGreaterThanOrEqualTo(3).isEqualTo(tested);
    }

    @Test
    void listsEveryCommand() throws IOException {
        String readme = Files.readString(README);

        assertThat(List.of(
                        "place",
                        "deploy",
                        "status",
                        "remove",
                        "crds",
                        "rbac",
                        "verify",
                        "what-if",
                        "algorithms",
                        "convert",
                        "generate-completion"))
                .allSatisfy(command -> {
                    assertThat(readme).contains("| `fogatlas " + command);
                    assertThat(Run.of("--help").out()).contains("  " + command + " ");
                });
    }
}
