package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PrintableTest {
    @Test
    void leavesOrdinaryTextAlone() {
        assertThat(Printable.line("Città → 東京 (édge) №1")).isEqualTo("Città → 東京 (édge) №1");
    }

    @Test
    void showsWhatWouldSteerATerminal() {
        assertThat(Printable.line("a\u001B[31m\r\b\u009B")).isEqualTo("a\\u001b[31m\\u000d\\u0008\\u009b");
    }

    @Test
    void showsWhatWouldTurnTextAroundOrHide() {
        assertThat(Printable.line("a\u202Eb\u200Bc\u2028d")).isEqualTo("a\\u202eb\\u200bc\\u2028d");
    }

    @Test
    void keepsLineFeedsOfMessagesOnly() {
        assertThat(Printable.lines("a\nb")).isEqualTo("a\nb");
        assertThat(Printable.line("a\nb")).isEqualTo("a\\u000ab");
    }
}
