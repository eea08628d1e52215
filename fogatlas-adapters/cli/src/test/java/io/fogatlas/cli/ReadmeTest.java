package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.fixtures.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds README.md, and the pages beside what they tell about, to what the command and the library really do. */
final class ReadmeTest {
    private static final Path README = Repository.file("README.md");
    private static final Pattern OUTPUT =
            Pattern.compile("<!-- output of: ([^\n]+) -->\n```\\w+\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("<!-- java: (\\S+) -->\n```java\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern ANY_JAVA = Pattern.compile("(?m)^```java$");
    private static final Pattern TAGGED =
            Pattern.compile("// tag::(\\S+)\\[]\n(.*?)\n *// end::\\1\\[]", Pattern.DOTALL);

    /** Leaves out what is different every time. */
    private static String timeless(String output) {
        return output.replaceAll(" in \\d+ ms\n", " in 20 ms\n")
                .replaceAll("\"wallMillis\": \\d+", "\"wallMillis\": 20");
    }

    @Test
    void showsWhatTheCommandsPrint() throws IOException {
        List<MatchResult> outputs = new ArrayList<>();
        for (Path page : Repository.filesThatEndWith(".md")) {
            OUTPUT.matcher(Files.readString(page)).results().forEach(outputs::add);
        }

        assertThat(outputs).hasSizeGreaterThanOrEqualTo(4).allSatisfy(output -> {
            Run run =
                    Run.of(output.group(1).replace("fogatlas-adapters/cli/", "").split(" ", -1));
            assertThat(timeless(run.err() + run.out())).isEqualTo(timeless(output.group(2)));
        });
    }

    @Test
    void showsTheJavaThatTestsRun() throws IOException {
        Map<String, String> tested = new TreeMap<>();
        for (Path source : Repository.filesThatEndWith(".java")) {
            TAGGED.matcher(Files.readString(source))
                    .results()
                    .forEach(tagged -> assertThat(
                                    tested.put(tagged.group(1), tagged.group(2).stripIndent() + "\n"))
                            .as("what else is tagged '%s' besides a part of %s", tagged.group(1), source)
                            .isNull());
        }
        Map<String, String> shown = new TreeMap<>();
        for (Path page : Repository.filesThatEndWith(".md")) {
            String text = Files.readString(page);
            List<MatchResult> java = JAVA.matcher(text).results().toList();
            java.forEach(match -> shown.put(match.group(1), match.group(2)));
            assertThat(ANY_JAVA.matcher(text).results())
                    .as("Java in %s, all of which needs a tag", page)
                    .hasSameSizeAs(java);
        }

        assertThat(shown).hasSizeGreaterThanOrEqualTo(5).isEqualTo(tested);
    }

    @Test
    void listsEveryCommand() throws IOException {
        String readme = Files.readString(README);

        assertThat(List.of(
                        "place",
                        "deploy",
                        "nodes",
                        "status",
                        "remove",
                        "crds",
                        "rbac",
                        "verify",
                        "what-if",
                        "render",
                        "pareto",
                        "algorithms",
                        "convert",
                        "generate-completion"))
                .allSatisfy(command -> {
                    assertThat(readme).contains("| `fogatlas " + command);
                    assertThat(Run.of("--help").out()).contains("  " + command + " ");
                });
    }
}
