package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RenderCommandTest {
    private static final String SHOP = "examples/online-boutique";
    private static final String DECISION = "examples/online-boutique.decision.json";

    @TempDir
    private Path folder;

    @Test
    void drawsADecision() {
        Run run = Run.of("render", "--decision", DECISION, "-o", "svg", SHOP);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("<svg ")
                .contains(">Seattle<", ">frontend<")
                .endsWith("</svg>\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void drawsThePictureThatTheReadmeOpensWith() throws IOException {
        Path page = Path.of("..", "pictures", "README.md");
        Matcher command =
                Pattern.compile("```sh\nfogatlas (render .*svg) --out .*\n```").matcher(Files.readString(page));
        assertThat(command.find()).isTrue();
        String[] arguments =
                command.group(1).replace("fogatlas-adapters/cli/", "").split(" ", -1);

        Run run = Run.of(arguments);

        assertThat(run.out()).isEqualTo(Files.readString(Path.of("..", "pictures", "online-boutique.svg")));
        assertThat(Files.readString(Path.of("..", "..", "README.md")))
                .contains("(fogatlas-adapters/pictures/online-boutique.svg)");
    }

    @Test
    void placeDrawsItsDecisionsAndKeepsItsExitCode() {
        Run placed = Run.of("place", "-o", "html", "examples/fogatlas");
        Run refused = Run.of("place", "-o", "html", "examples/infeasible");

        assertThat(placed.exitCode()).isZero();
        assertThat(placed.out()).contains(">optimal</span>", ">Score by term</caption>");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).contains("These cannot hold together", "Each of these would be enough");
    }

    @Test
    void whatIfDrawsEachFailure() {
        Run run = Run.of("what-if", "--decision", DECISION, "--each", "region", "-o", "html", SHOP);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("After 10 of 11 failures, one at a time, every application has a place; 9 break none.")
                .contains(">region 'sunnyvale' is down<");
    }

    @Test
    void everyCommandThatDrawsRefusesPixelsOnATerminal() {
        Run place = Run.onTerminal(Map.of(), "place", "-o", "png", SHOP);
        Run whatIf = Run.onTerminal(
                Map.of(), "what-if", "--decision", DECISION, "--down", "region=seattle", "-o", "png", SHOP);

        assertThat(place.exitCode()).isEqualTo(2);
        assertThat(whatIf.exitCode()).isEqualTo(2);
        assertThat(place.err()).contains("a PNG cannot be shown on a terminal");
        assertThat(whatIf.err()).contains("a PNG cannot be shown on a terminal");
    }

    @Test
    void drawsWhatIsThereWithoutADecision() {
        Run run = Run.of("render", "examples/fogatlas");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("<!DOCTYPE html>").contains(">analytics<");
    }

    @Test
    void writesPixelsToAFile() throws IOException {
        Path file = folder.resolve("shop.png");

        Run run = Run.of("render", "-o", "png", "--out", file.toString(), SHOP);

        assertThat(run.exitCode()).isZero();
        assertThat(new String(Files.readAllBytes(file), 1, 3, StandardCharsets.US_ASCII))
                .isEqualTo("PNG");
    }

    @Test
    void refusesToWritePixelsToATerminal() {
        Run run = Run.onTerminal(Map.of(), "render", "-o", "png", SHOP);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("a PNG cannot be shown on a terminal; write it to a file with --out FILE");
    }

    @Test
    void refusesADecisionThatBreaksARule() throws IOException {
        String decision =
                Files.readString(Path.of(DECISION)).replace("\"links\": [\"seattle--sunnyvale\"]", "\"links\": []");
        Path wrong = Files.writeString(folder.resolve("wrong.json"), decision);

        Run run = Run.of("render", "--decision", wrong.toString(), SHOP);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("the decision about default/online-boutique is violated, so it is not drawn");
    }

    @Test
    void refusesInputWithoutARegion() {
        Run run = Run.of("render", "examples/two-applications/applications.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no Region; give at least one");
    }

    @Test
    void refusesAFormatThatThereIsNot() {
        Run run = Run.of("render", "-o", "gif", SHOP);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no format 'gif'; use one of html, svg, png");
    }
}
