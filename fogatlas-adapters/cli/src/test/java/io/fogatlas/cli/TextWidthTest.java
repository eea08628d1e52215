package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextWidthTest {
    @Test
    void countsColumnsAndNotCharacters() {
        assertThat(TextWidth.of("abc")).isEqualTo(3);
        assertThat(TextWidth.of("𝒶𝒷")).isEqualTo(2);
        assertThat(TextWidth.of("東京")).isEqualTo(4);
        assertThat(TextWidth.of("ｆｏｇ")).isEqualTo(6);
        assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
        assertThat(TextWidth.of("서울")).isEqualTo(4);
        assertThat(TextWidth.of("😀")).isEqualTo(2);
        assertThat(TextWidth.of("█░├─")).isEqualTo(4);
    }

    @Test
    void takesTheMiddleOutOfWhatIsTooLong() {
        assertThat(TextWidth.shortened("checkoutservice", 15)).isEqualTo("checkoutservice");
        assertThat(TextWidth.shortened("checkoutservice", 9)).isEqualTo("chec…vice");
        assertThat(TextWidth.shortened("checkoutservice", 2)).isEqualTo("c…");
        assertThat(TextWidth.shortened("東京都庁舎", 6)).isEqualTo("東…舎");
    }

    @Test
    void neverLetsACombiningMarkBegin() {
        assertThat(TextWidth.shortened("abcdefe\u0301", 3)).isEqualTo("a…e\u0301");
        assertThat(TextWidth.shortened("e\u0301".repeat(9), 4)).isEqualTo("e\u0301e\u0301…e\u0301");
    }
}
