package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Answer;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.problem.PlacementProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FogatlasTest {
    @Test
    void tellsItsVersion() {
        Run run = Run.of("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).matches("fogatlas \\S+\\R");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void refusesToDoNothing() {
        Run run = Run.of();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: fogatlas");
    }

    @Test
    void listsItsCommands() {
        Run run = Run.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("place ", "verify ", "algorithms ", "convert ", "generate-completion ");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"place", "verify", "what-if", "algorithms", "convert", "generate-completion"})
    void explainsEachCommandInAtMostAHundredColumns(String command) {
        Run run = Run.of(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: fogatlas " + command);
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"place", "verify", "what-if", "convert"})
    void explainsExitCodes(String command) {
        assertThat(Run.of(command, "--help").out()).contains("Exit codes:", "\n  0   ", "\n  2   ");
    }

    @Test
    void tellsWhatItDoesNotKnow() {
        Run run = Run.of("plaice");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualToNormalizingNewlines("""
                        fogatlas: Unmatched argument at index 0: 'plaice'
                        Did you mean: fogatlas place or fogatlas deploy or fogatlas generate-completion?
                        Try 'fogatlas --help' for what can be written here.
                        """);
    }

    @Test
    void suggestsOptionsThatAreNear() {
        Run run = Run.of("place", "--algoritm", "greedy", "x.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("Unknown option: '--algoritm'", "--algorithm", "Try 'fogatlas place --help'")
                .doesNotContain("\tat ");
    }

    @Test
    void coloursHelpOnATerminalOnly() {
        assertThat(Run.of("--help").out()).doesNotContain("\u001B");
        assertThat(Run.onTerminal(Map.of(), "--help").out()).contains("\u001B[");
        assertThat(Run.onTerminal(Map.of("NO_COLOR", "1"), "--help").out()).doesNotContain("\u001B");
        assertThat(Run.onTerminal(Map.of("TERM", "dumb"), "--help").out()).doesNotContain("\u001B");
    }

    @Test
    void generatesACompletionScript() {
        Run run = Run.of("generate-completion");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("complete -F")
                .contains("(\"table\" \"json\" \"yaml\" \"html\" \"svg\" \"png\") # --output values")
                .contains("(\"yaml\" \"json\") # --output values")
                .contains("(\"graphml\" \"sndlib\" \"repetita\" \"diktyo\") # --from values")
                .contains("(\"detect\" \"degrees\" \"minutes\" \"none\") # --coordinates values")
                .containsPattern("\\(.*\"greedy\" .*\"portfolio\" \"DAG\".*\\) # --algorithm values");
    }

    @Test
    void endsQuietlyWhenNobodyReadsOnward() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertThat(Fogatlas.run(streams(failing("Broken pipe"), err), "--help")).isEqualTo(141);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void saysThatItCouldNotWrite() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertThat(Fogatlas.run(streams(failing("No space left on device"), err), "--help"))
                .isEqualTo(74);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("fogatlas: cannot write to standard output: No space left on device\n");
    }

    @Test
    void tellsOfABugInOneLineUnlessAskedForMore() {
        PlacementEngine engine = new PlacementEngine(List.of(new BrokenAlgorithm()));

        Run run = Run.withEngine(engine, Map.of(), "algorithms");

        assertThat(run.exitCode()).isEqualTo(70);
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        "fogatlas: internal error: IllegalStateException: first (--debug shows more)\n");
        assertThat(Run.withEngine(engine, Map.of(), "algorithms", "--debug").err())
                .contains("IllegalStateException: first\nsecond", "\tat ");
        assertThat(Run.withEngine(engine, Map.of(), "--debug", "algorithms").err())
                .contains("\tat ");
        assertThat(Run.withEngine(engine, Map.of("FOGATLAS_DEBUG", "1"), "algorithms")
                        .err())
                .contains("\tat ");
    }

    @Test
    void tellsOfAnAlgorithmThatErrsAndPlacesNothing() {
        PlacementEngine engine = new PlacementEngine(List.of(new BrokenAlgorithm()));

        Run run = Run.withEngine(engine, Map.of(), "place", "--algorithm", "broken", "examples/fogatlas");

        assertThat(run.exitCode()).isEqualTo(70);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("fogatlas: internal error: AlgorithmErrorException: The algorithm 'broken'")
                .doesNotContain("\tat ");
        assertThat(run.err().lines()).hasSize(2);
    }

    private static Streams streams(OutputStream out, OutputStream err) {
        return new Streams(new ByteArrayInputStream(new byte[0]), out, err, false, false, Map.of());
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException(message);
            }
        };
    }

    private static final class BrokenAlgorithm implements PlacementAlgorithm {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String description() {
            throw new IllegalStateException("first\nsecond");
        }

        @Override
        public Answer solve(PlacementProblem problem, Search search) {
            return Answer.placed(new Placement(Map.of(), List.of()));
        }
    }
}
