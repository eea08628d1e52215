package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BarTest {
    @Test
    void tellsOwnUseFromThatOfOthers() {
        assertThat(new Bar(20, 30, 100).text()).isEqualTo("██▒▒▒░░░░░  50 %");
    }

    @Test
    void showsWhateverIsTakenAtAll() {
        assertThat(new Bar(0, 0, 100).text()).isEqualTo("░░░░░░░░░░   0 %");
        assertThat(new Bar(0.1, 0, 100).text()).isEqualTo("█░░░░░░░░░  <1 %");
        assertThat(new Bar(0.1, 90, 100).text()).isEqualTo("█▒▒▒▒▒▒▒▒░  90 %");
        assertThat(new Bar(90, 0.1, 100).text()).isEqualTo("████████▒░  90 %");
    }

    @Test
    void looksFullOnlyWhereNothingIsLeft() {
        assertThat(new Bar(99.9, 0, 100).text()).isEqualTo("█████████░  99 %");
        assertThat(new Bar(100, 0, 100).text()).isEqualTo("██████████ 100 %");
        assertThat(new Bar(100, 150, 100).text()).isEqualTo("█████████▒ 250 %");
        assertThat(new Bar(1e12, 0, 1).text()).isEqualTo("██████████ 999 %");
    }

    @Test
    void saysNothingOfWhatThereIsNot() {
        assertThat(new Bar(0, 0, 0).text()).isEqualTo("-               ").hasSize(16);
    }
}
