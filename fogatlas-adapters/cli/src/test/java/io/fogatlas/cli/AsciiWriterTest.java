package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.placement.PlacementEngine;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AsciiWriterTest {
    @Test
    void drawsWithCharactersThatLookAlike() throws IOException {
        StringWriter text = new StringWriter();
        try (AsciiWriter writer = new AsciiWriter(text)) {
            writer.write("├─ a → b: ██▒░\n");
            writer.write('│');
            writer.write("xx└─ 2×".toCharArray(), 2, 5);
        }

        assertThat(text).hasToString("|- a > b: ##=.\n|`- 2x");
    }

    @Test
    void keepsTheWidthOfWhatItCannotShow() throws IOException {
        StringWriter text = new StringWriter();
        try (AsciiWriter writer = new AsciiWriter(text)) {
            writer.write("東京 e\u0301 𝒶", 0, 8);
        }

        assertThat(text).hasToString("???? e ?");
    }

    @Test
    void isForTerminalsWhoseLocaleHasNoUnicode() {
        String[] place = {"place", "examples/fogatlas"};

        assertThat(Run.onTerminal(Map.of("LC_ALL", "C", "LANG", "en_US.UTF-8"), place)
                        .out())
                .contains("|- processor ", "link3  003-003 - 002-002  100 kbit/s  99.9 Mbit/s  #.........  <1 %")
                .isASCII();
        assertThat(Run.onTerminal(Map.of("LANG", "en_US.ISO-8859-1"), place).out())
                .isASCII();
        assertThat(Run.onTerminal(Map.of("LC_CTYPE", "de_DE.utf8", "LANG", "C"), place)
                        .out())
                .contains("├─ processor ");
        assertThat(Run.onTerminal(Map.of(), place).out()).contains("├─ processor ");
        assertThat(Run.withEngine(PlacementEngine.withInstalledAlgorithms(), Map.of("LC_ALL", "C"), place)
                        .out())
                .contains("├─ processor ");
    }
}
