package io.fogatlas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.fixtures.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Uses the test kit as others do, from Maven projects of their own, and holds README.md to what comes out. */
final class UserProjectIT {
    /** The block of README.md that is marked by a name. */
    private static String shown(String name) throws IOException {
        Matcher block = Pattern.compile("<!-- output: " + name + " -->\n```text\n(.*?)```\n", Pattern.DOTALL)
                .matcher(Files.readString(Repository.file("fogatlas-adapters/testkit/README.md")));
        assertThat(block.find()).as(name).isTrue();
        return block.group(1);
    }

    /** Leaves out spaces at the ends of lines, and empty lines at the end. */
    private static String tidy(String output) {
        return output.replaceAll("(?m) +$", "").stripTrailing() + "\n";
    }

    @Test
    void theExampleKeepsTheContract() throws Exception {
        UserProject project = new UserProject("fogatlas-adapters/testkit/example");

        String printed = project.maven(true, "package");

        assertThat(printed).contains("Tests run: 6, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(project.file("target/roomiest-1.0.jar")).isRegularFile();
    }

    @Test
    void theBrokenAlgorithmIsCaughtAndTheCaseIsSmall() throws Exception {
        UserProject project = new UserProject("fogatlas-adapters/testkit/src/it/broken-algorithm");

        String printed = project.maven(false, "test");

        assertThat(printed).contains("Tests run: 6, Failures: 6, Errors: 0");
        Matcher caught = Pattern.compile(
                        "timestamp = [^,]*, (ShortestWayContractTest:everyDecisionIsTrue = .*?)\nOriginal Sample\n",
                        Pattern.DOTALL)
                .matcher(printed);
        assertThat(caught.find()).as(printed).isTrue();
        assertThat(tidy(caught.group(1))).isEqualTo(shown("broken-algorithm"));
    }

    @Test
    void theBrokenInventoryIsCaught() throws Exception {
        UserProject project = new UserProject("fogatlas-adapters/testkit/src/it/broken-inventory");

        String printed = project.maven(false, "test");

        Matcher caught = Pattern.compile("\\[ERROR] Failures: \n(.*?)\\[INFO] \n", Pattern.DOTALL)
                .matcher(printed);
        assertThat(caught.find()).as(printed).isTrue();
        assertThat(tidy(caught.group(1).replaceAll("(?m)^\\[ERROR] +", "").replaceAll(":\\d+", "")))
                .isEqualTo(shown("broken-inventory"));
    }
}
